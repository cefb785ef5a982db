-- 进度 (P4, T2): what a planned task is held by, the baseline at approval, delays with their reasons, what was done on the spot, the company's own calendar, feeds.

alter table tasks
  add column milestone      boolean not null default false,
  -- Does not move when others do: D-day itself, a booked hall.
  add column fixed          boolean not null default false,
  add column not_before_on  date,
  add column due_on         date,
  -- Whether its length is kept in calendar or in working days when it is moved.
  add column duration_unit  text not null default 'day' check (duration_unit in ('day', 'workday')),
  add column parent_id      uuid,
  add column resource_text  text not null default '' check (length(resource_text) <= 200),
  add column deliverable    text not null default '' check (length(deliverable) <= 200),
  add column done_at        timestamptz,
  add check (due_on >= not_before_on),
  add check (parent_id <> id),
  add unique (campaign_id, id),
  -- The parts of a task that is deleted stand by themselves.
  add foreign key (campaign_id, parent_id) references tasks (campaign_id, id) on delete set null (parent_id);
create index tasks_parent on tasks (parent_id) where parent_id is not null;
create index tasks_due on tasks (end_on) where state in ('open', 'doing', 'delayed');
-- What is in use at two places at once is looked for across campaigns.
create index tasks_resource on tasks (start_on, end_on) where resource_text <> '';

-- When a task was done is kept by the database: on time is judged by it.
update tasks t set done_at = (select max(e.at) from events e where e.subject_id = t.id and e.kind = 'task_changed' and e.after ->> 'state' = 'done') where state = 'done';
create function note_task_done() returns trigger language plpgsql as $$
begin
  if new.state <> 'done' then new.done_at := null;
  elsif tg_op = 'INSERT' or old.state <> 'done' then new.done_at := now();
  end if;
  return new;
end $$;
create trigger task_done before insert or update of state on tasks for each row execute function note_task_done();

-- The schedule as each version of the plan was approved. A task that is deleted later stays in it.
create table task_baselines (
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  version      integer not null,
  task_id      uuid not null,
  title        text not null,
  start_on     date,
  end_on       date,
  due_time     time,
  made_at      timestamptz not null default now(),
  primary key (campaign_id, version, task_id)
);

-- Why a task is late, or will be: foreseen by a person, postponed by one, or explained after the system found it. Append-only.
create table task_delays (
  id           uuid primary key,
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  task_id      uuid not null references tasks (id) on delete cascade,
  kind         text not null check (kind in ('foreseen', 'postponed', 'explained')),
  cause        text not null check (cause in ('supplier', 'approval', 'design', 'people', 'venue', 'weather', 'change', 'upstream', 'other')),
  reason       text not null default '' check (length(reason) <= 500),
  from_end_on  date,
  to_end_on    date,
  told_by      uuid references users (id),
  told_at      timestamptz not null default now()
);
create index task_delays_task on task_delays (task_id, told_at);
create index task_delays_campaign on task_delays (campaign_id, told_at);

-- What was done, told on the spot: a note, a photo as proof.
create table task_reports (
  id           uuid primary key,
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  task_id      uuid not null references tasks (id) on delete cascade,
  text         text not null default '' check (length(text) <= 1000),
  file_id      uuid references files (id),
  told_by      uuid references users (id),
  -- When the person did it; a phone without network sends it later.
  told_at      timestamptz not null default now(),
  received_at  timestamptz not null default now(),
  check (text <> '' or file_id is not null)
);
create index task_reports_task on task_reports (task_id, told_at);
create index task_reports_file on task_reports (file_id) where file_id is not null;

-- Each reminder of a task's date is sent once.
create table task_reminders (
  task_id   uuid not null references tasks (id) on delete cascade,
  kind      text not null check (kind in ('soon', 'today', 'late')),
  due_on    date not null,
  sent_at   timestamptz not null default now(),
  primary key (task_id, kind, due_on)
);

-- Days on which the company works or rests other than the national calendar says.
create table calendar_days (
  day      date primary key,
  works    boolean not null,
  name     text not null default '' check (length(name) <= 60),
  set_by   uuid references users (id),
  set_at   timestamptz not null default now()
);

-- Addresses by which a calendar program reads a person's or a campaign's dates. Only the hash of the secret part is kept.
create table calendar_feeds (
  id           uuid primary key,
  user_id      uuid not null references users (id) on delete cascade,
  campaign_id  uuid references campaigns (id) on delete cascade,   -- null: all that is the person's own
  token_hash   text not null unique,
  created_at   timestamptz not null default now(),
  read_at      timestamptz,
  revoked_at   timestamptz
);
create index calendar_feeds_user on calendar_feeds (user_id) where revoked_at is null;
