-- The campaign team (P3.1, P3.2): what each group does and how it works with the others, who answers for which work, who is away.

create table group_duties (
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  team_group   text not null check (team_group in ('lead', 'planning', 'execution', 'monitoring', 'logistics')),
  duties       text not null default '' check (length(duties) <= 1000),
  works_with   text not null default '' check (length(works_with) <= 500),
  updated_by   uuid references users (id),
  updated_at   timestamptz not null default now(),
  primary key (campaign_id, team_group)
);

-- R, A, C and I of one area of work: owner texts, people and groups parted by 、.
create table work_areas (
  id           uuid primary key,
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  position     integer not null,
  area         text not null default '',
  responsible  text not null default '',
  accountable  text not null default '',
  consulted    text not null default '',
  informed     text not null default '',
  note         text not null default ''
);
create index work_areas_campaign on work_areas (campaign_id, position);

-- Days on which a person is away, in every campaign, and who stands in.
create table absences (
  id           uuid primary key,
  user_id      uuid not null references users (id) on delete cascade,
  from_on      date not null,
  to_on        date not null,
  reason       text not null default '' check (length(reason) <= 200),
  stand_in_id  uuid references users (id) on delete set null,
  created_by   uuid references users (id) on delete set null,
  created_at   timestamptz not null default now(),
  check (to_on >= from_on),
  check (stand_in_id <> user_id)
);
create index absences_user on absences (user_id, from_on);
