-- Goals (P1), budget lines (P2, T1), tasks (P4, T2).

create table goals (
  id           uuid primary key,
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  metric       text not null check (length(metric) between 1 and 60),
  kind         text not null default 'count' check (kind in ('count', 'money', 'rate', 'growth')),
  unit         text not null default '',
  direction    text not null default 'up' check (direction in ('up', 'down')),
  target       numeric(18, 4) not null check (target >= 0),
  actual       numeric(18, 4),
  note         text not null default '',
  position     integer not null,
  created_at   timestamptz not null default now()
);
create index goals_campaign on goals (campaign_id, position);

create table budget_lines (
  id            uuid primary key,
  campaign_id   uuid not null references campaigns (id) on delete cascade,
  category      text not null default '' check (length(category) <= 60),
  detail        text not null default '',
  amount_cents  bigint not null default 0 check (amount_cents between 0 and 999999999999),
  actual_cents  bigint check (actual_cents between -999999999999 and 999999999999),
  owner_text    text not null default '',
  owner_id      uuid references users (id) on delete set null,
  note          text not null default '',
  position      integer not null,
  created_at    timestamptz not null default now()
);
create index budget_lines_campaign on budget_lines (campaign_id, position);

create table tasks (
  id            uuid primary key,
  campaign_id   uuid not null references campaigns (id) on delete cascade,
  phase         text not null check (phase in ('preparation', 'execution', 'retrospective')),
  when_text     text not null default '',
  start_on      date,
  end_on        date,
  due_time      time,
  title         text not null default '' check (length(title) <= 300),
  owner_text    text not null default '',
  owner_id      uuid references users (id) on delete set null,
  state         text not null default 'open' check (state in ('open', 'doing', 'done', 'delayed', 'cancelled')),
  note          text not null default '',
  position      integer not null,
  created_at    timestamptz not null default now(),
  check (end_on >= start_on)
);
create index tasks_campaign on tasks (campaign_id, position);
create index tasks_owner on tasks (owner_id) where owner_id is not null;
