-- 宣贯 (P4.2, P4.3): when a version of the plan is approved, everyone of the team reads what concerns their group and says so.

create table briefings (
  id               uuid primary key,
  campaign_id      uuid not null references campaigns (id) on delete cascade,
  approval_id      uuid not null unique references approvals (id),
  number           integer not null,                -- of the version of the plan
  opened_at        timestamptz not null default now(),
  -- The meeting, by the clock of the campaign's time zone; all null while none is set.
  meet_on          date,
  meet_from        time,
  meet_minutes     integer check (meet_minutes between 5 and 720),
  meet_place       text not null default '' check (length(meet_place) <= 200),
  meet_link        text not null default '' check (length(meet_link) <= 500),
  agenda           text not null default '' check (length(agenda) <= 2000),
  minutes          text not null default '' check (length(minutes) <= 10000),
  revision         integer not null default 0,      -- of meeting and minutes: what the lead saw when writing
  asked_again_on   date,                            -- those who had not confirmed some days after the opening were reminded
  meeting_told_on  date,                            -- the day of the meeting that everyone was reminded of
  unique (campaign_id, number),
  check ((meet_on is null) = (meet_from is null) and (meet_on is null) = (meet_minutes is null))
);

-- What the lead adds to the page of a group.
create table briefing_notes (
  briefing_id  uuid not null references briefings (id) on delete cascade,
  team_group   text not null check (team_group in ('lead', 'planning', 'execution', 'monitoring', 'logistics')),
  note         text not null check (length(note) <= 1000),
  updated_by   uuid references users (id),
  updated_at   timestamptz not null default now(),
  primary key (briefing_id, team_group)
);

-- Questions go on to the next version: nobody is asked again what they have answered rightly.
create table briefing_questions (
  id           uuid primary key,
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  position     integer not null,
  team_group   text check (team_group in ('lead', 'planning', 'execution', 'monitoring', 'logistics')),   -- null: everyone
  question     text not null check (length(question) between 1 and 300),
  choices      text[] not null default '{}',         -- none: answered in words
  answer       integer,                              -- the place of the right choice, from 0
  reason       text not null default '' check (length(reason) <= 500),
  retired_at   timestamptz,
  check ((cardinality(choices) = 0) = (answer is null)),
  check (answer between 0 and cardinality(choices) - 1)
);
create index briefing_questions_campaign on briefing_questions (campaign_id, position);

-- Every answer, the wrong ones too.
create table briefing_answers (
  id           uuid primary key,
  briefing_id  uuid not null references briefings (id) on delete cascade,
  question_id  uuid not null references briefing_questions (id) on delete cascade,
  user_id      uuid not null references users (id) on delete cascade,
  choice       integer,
  words        text not null default '' check (length(words) <= 1000),
  is_right     boolean not null,
  answered_at  timestamptz not null default now()
);
create index briefing_answers_user on briefing_answers (user_id, question_id);
create index briefing_answers_question on briefing_answers (question_id);

-- 已阅读并理解: one person, one version; `groups` are those whose pages it covers.
create table briefing_confirmations (
  briefing_id   uuid not null references briefings (id) on delete cascade,
  user_id       uuid not null references users (id) on delete cascade,
  groups        text[] not null,
  confirmed_at  timestamptz not null default now(),
  primary key (briefing_id, user_id)
);

create table briefing_attendance (
  briefing_id  uuid not null references briefings (id) on delete cascade,
  user_id      uuid not null references users (id) on delete cascade,
  state        text not null check (state in ('present', 'late', 'absent')),
  noted_by     uuid references users (id),
  noted_at     timestamptz not null default now(),
  primary key (briefing_id, user_id)
);

-- When a person was last asked to read: nobody is asked twice within an hour.
create table briefing_reminders (
  briefing_id  uuid not null references briefings (id) on delete cascade,
  user_id      uuid not null references users (id) on delete cascade,
  reminded_at  timestamptz not null,
  primary key (briefing_id, user_id)
);

-- Campaigns whose plan was approved before there were briefings have theirs open; nobody is reminded of it by the clock.
insert into briefings (id, campaign_id, approval_id, number, opened_at, asked_again_on)
select distinct on (c.id) new_id(), c.id, a.id, v.number, d.decided_at, current_date
from campaigns c join approvals a on a.campaign_id = c.id and a.kind = 'plan' join versions v on v.id = a.version_id
  join approval_decisions d on d.approval_id = a.id and d.decision = 'approved'
where c.stage in ('approved', 'preparing', 'live') order by c.id, v.number desc;

alter table notices drop constraint notices_topic_check;
alter table notices add constraint notices_topic_check check (topic in ('approval', 'request', 'money', 'briefing'));
