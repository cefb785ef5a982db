-- Playbooks of the company (S1). The built-in ones are files of the product; a company's edit of one is a row that takes its place.
create table playbooks (
  id                uuid primary key,
  built_in_key      text check (length(built_in_key) between 1 and 40),
  scenario          text not null references scenarios (key),
  name              text not null check (length(name) between 1 and 60),
  content           jsonb not null,                                        -- a playbook file (playbook.file.contract.ts)
  from_campaign_id  uuid references campaigns (id) on delete set null,     -- the campaign that it was saved from
  revision          integer not null default 1,
  created_by        uuid not null references users (id),
  created_at        timestamptz not null default now(),
  updated_by        uuid not null references users (id),
  updated_at        timestamptz not null default now(),
  retired_at        timestamptz
);
create unique index playbooks_built_in on playbooks (built_in_key) where built_in_key is not null and retired_at is null;
create index playbooks_list on playbooks (scenario, name) where retired_at is null;
create index playbooks_campaign on playbooks (from_campaign_id);
