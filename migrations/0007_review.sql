-- Evaluation report (R1) and archive (R2.1).

create table evaluations (
  campaign_id    uuid primary key references campaigns (id) on delete cascade,
  highlights     text not null default '',
  shortcomings   text not null default '',
  next_steps     text not null default '',
  updated_by     uuid references users (id),
  updated_at     timestamptz not null default now()
);

create table archives (
  id             uuid primary key,
  campaign_id    uuid not null unique references campaigns (id) on delete cascade,
  sha256         text not null check (length(sha256) = 64),
  size           bigint not null,
  content        bytea not null,
  created_by     uuid not null references users (id),
  created_at     timestamptz not null default now()
);
