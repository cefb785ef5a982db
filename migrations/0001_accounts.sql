-- People, departments, sessions. The sessions, credentials and verifications tables are the sign-in library's;
-- their columns follow its models.

create table company (
  id           boolean primary key default true check (id),  -- one row: one company per installation
  name         text not null check (length(name) between 1 and 100),
  time_zone    text not null default 'Asia/Shanghai',
  created_at   timestamptz not null default now()
);

create table departments (
  id           uuid primary key,
  name         text not null unique check (length(name) between 1 and 60),
  created_at   timestamptz not null default now()
);

create table users (
  id             uuid primary key,
  name           text not null check (length(name) between 1 and 60),
  email          text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image          text,
  title          text not null default '',
  org_role       text not null default 'member' check (org_role in ('admin', 'management', 'finance', 'member')),
  department_id  uuid references departments (id) on delete set null,
  activated_at   timestamptz,
  disabled_at    timestamptz,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now()
);
create index users_department on users (department_id);

create table sessions (
  id          uuid primary key,
  user_id     uuid not null references users (id) on delete cascade,
  token       text not null unique,
  expires_at  timestamptz not null,
  ip_address  text,
  user_agent  text,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now()
);
create index sessions_user on sessions (user_id);

create table credentials (
  id                       uuid primary key,
  user_id                  uuid not null references users (id) on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credentials_user on credentials (user_id);

create table verifications (
  id          uuid primary key,
  identifier  text not null,
  value       text not null,
  expires_at  timestamptz not null,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);

-- Counters of failed attempts (brute force); kept in the database so that a restart does not reset them.
create table rate_limits (
  key     text primary key,
  points  integer not null default 0,
  expire  bigint
);
