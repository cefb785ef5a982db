-- What is submitted is frozen as a version with a hash; a decision is a record on that version and is never changed.

create table versions (
  id            uuid primary key,
  campaign_id   uuid not null references campaigns (id) on delete cascade,
  kind          text not null check (kind in ('plan', 'evaluation')),
  number        integer not null check (number > 0),
  content       jsonb not null,
  sha256        text not null check (length(sha256) = 64),
  submitted_by  uuid not null references users (id),
  submitted_at  timestamptz not null default now(),
  note          text not null default '',
  unique (campaign_id, kind, number)
);

create table approvals (
  id            uuid primary key,
  campaign_id   uuid not null references campaigns (id) on delete cascade,
  version_id    uuid not null unique references versions (id) on delete cascade,
  kind          text not null check (kind in ('plan', 'evaluation')),
  title         text not null,
  requested_by  uuid not null references users (id),
  requested_at  timestamptz not null default now()
);
create unique index approvals_campaign on approvals (campaign_id, kind, version_id);

create table approval_decisions (
  approval_id   uuid primary key references approvals (id) on delete cascade,
  decision      text not null check (decision in ('approved', 'returned', 'withdrawn')),
  reason        text not null default '',
  decided_by    uuid not null references users (id),
  decided_at    timestamptz not null default now(),
  check (decision <> 'returned' or length(reason) > 0)
);

-- No one approves their own request (P4.2); the database refuses it as well.
create function refuse_own_approval() returns trigger language plpgsql as $$
begin
  if new.decision <> 'withdrawn' and exists (select 1 from approvals where id = new.approval_id and requested_by = new.decided_by) then
    raise exception 'a request is not decided by the person who made it';
  end if;
  return new;
end $$;
create trigger approval_decisions_not_own before insert on approval_decisions for each row execute function refuse_own_approval();
