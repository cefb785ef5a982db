-- 过审检查: what the company changed of the rules of the plan check. A rule without a row is as it was written.
create table check_settings (
  rule         text primary key check (rule ~ '^[A-Z][0-9]{2}$'),
  is_off       boolean not null default false,
  severity     text check (severity in ('error', 'warning', 'hint')),   -- null: the rule's own
  bounds       jsonb not null default '{}',
  updated_by   uuid references users (id),
  updated_at   timestamptz not null default now()
);
