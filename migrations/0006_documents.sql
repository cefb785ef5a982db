-- Uploaded originals and the tables found in them whose feature is not built yet.

create table files (
  id            uuid primary key,
  campaign_id   uuid references campaigns (id) on delete cascade,
  name          text not null,
  media_type    text not null,
  size          bigint not null,
  sha256        text not null,
  content       bytea not null,
  uploaded_by   uuid not null references users (id),
  uploaded_at   timestamptz not null default now()
);
create index files_campaign on files (campaign_id);

create table imports (
  id            uuid primary key,
  campaign_id   uuid not null references campaigns (id) on delete cascade,
  file_id       uuid references files (id) on delete set null,
  source_name   text not null,
  understanding jsonb not null,
  created_by    uuid not null references users (id),
  created_at    timestamptz not null default now(),
  applied_at    timestamptz
);
create index imports_campaign on imports (campaign_id, created_at);

create table attached_tables (
  id            uuid primary key,
  campaign_id   uuid not null references campaigns (id) on delete cascade,
  import_id     uuid references imports (id) on delete set null,
  kind          text not null,
  title         text not null,
  content       jsonb not null,
  position      integer not null,
  created_at    timestamptz not null default now()
);
create index attached_tables_campaign on attached_tables (campaign_id, position);
