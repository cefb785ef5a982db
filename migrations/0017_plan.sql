-- The plan document (P4.1): sections of rich text that two people write at once, and the plan's own ordered tables.

create table plan_sections (
  id           uuid primary key,
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  key          text not null check (key in ('theme', 'period', 'goals', 'audience', 'channels', 'process', 'materials', 'budget', 'team', 'schedule', 'risks', 'compliance', 'own')),
  title        text not null default '' check (length(title) <= 60),   -- of an own section; the others are named by their key
  position     integer not null,
  content      jsonb not null default '{"type":"doc","content":[]}',   -- what the text says now, for reading, freezing and printing
  words        text not null default '',                               -- the same without marks, for search and checks
  state        bytea,                                                  -- the shared text, every update in it merged
  revision     bigint not null default 0,                              -- the last update that is in it
  updated_by   uuid references users (id),
  updated_at   timestamptz not null default now()
);
create unique index plan_sections_key on plan_sections (campaign_id, key) where key <> 'own';
create index plan_sections_campaign on plan_sections (campaign_id, position);

-- What each writer sent, in the order in which it arrived; merged into plan_sections.state.
create table plan_section_updates (
  section_id   uuid not null references plan_sections (id) on delete cascade,
  revision     bigint not null,
  content      bytea not null,
  written_by   uuid not null references users (id),
  written_at   timestamptz not null default now(),
  primary key (section_id, revision)
);

create table plan_personas (
  id uuid primary key, campaign_id uuid not null references campaigns (id) on delete cascade, position integer not null,
  name text not null default '', traits text not null default '', needs text not null default '', reach text not null default '', note text not null default ''
);
-- channel × phase (E2.2): warm-up, burst, sustain.
create table plan_channels (
  id uuid primary key, campaign_id uuid not null references campaigns (id) on delete cascade, position integer not null,
  channel text not null default '', phase text not null default 'warmup' check (phase in ('warmup', 'burst', 'sustain')),
  start_on date, end_on date, content text not null default '', persona text not null default '',
  category text not null default '', amount_cents bigint not null default 0 check (amount_cents between 0 and 999999999999),
  metric text not null default '', target numeric(18, 4) check (target >= 0), owner_text text not null default '', note text not null default '',
  check (end_on >= start_on)
);
create table plan_materials (
  id uuid primary key, campaign_id uuid not null references campaigns (id) on delete cascade, position integer not null,
  name text not null default '', spec text not null default '', quantity numeric(18, 4) check (quantity >= 0), unit text not null default '',
  category text not null default '', supplier text not null default '', due_on date, owner_text text not null default '', note text not null default ''
);
-- 流程设计, the run sheet: `day` counts the days of the event from 1, 0 is the day before.
create table plan_steps (
  id uuid primary key, campaign_id uuid not null references campaigns (id) on delete cascade, position integer not null,
  day integer not null default 1 check (day between -7 and 60), start_time time, minutes integer check (minutes between 0 and 1440),
  title text not null default '', place text not null default '', owner_text text not null default '', hard_start boolean not null default false, note text not null default ''
);
create table plan_zones (
  id uuid primary key, campaign_id uuid not null references campaigns (id) on delete cascade, position integer not null,
  name text not null default '', duty text not null default '', staff integer check (staff between 0 and 10000), capacity integer check (capacity between 0 and 1000000),
  owner_text text not null default '', note text not null default ''
);
-- 应急预案: what the day on site opens.
create table plan_risks (
  id uuid primary key, campaign_id uuid not null references campaigns (id) on delete cascade, position integer not null,
  risk text not null default '', kind text not null default 'other' check (kind in ('crowd', 'equipment', 'complaint', 'weather', 'supply', 'people', 'opinion', 'compliance', 'money', 'other')),
  probability text not null default 'medium' check (probability in ('low', 'medium', 'high')), effect text not null default 'medium' check (effect in ('low', 'medium', 'high')),
  trigger text not null default '', prevention text not null default '', response text not null default '', owner_text text not null default '', note text not null default ''
);
create table plan_questions (
  id uuid primary key, campaign_id uuid not null references campaigns (id) on delete cascade, position integer not null,
  question text not null default '', kind text not null default 'single' check (kind in ('single', 'multiple', 'rating', 'nps', 'text')),
  choices text not null default '', required boolean not null default true, note text not null default ''
);
-- Personal data that the campaign collects (PIPL): for what, with whose consent, until when.
create table plan_data (
  id uuid primary key, campaign_id uuid not null references campaigns (id) on delete cascade, position integer not null,
  item text not null default '', purpose text not null default '', source text not null default '', consent text not null default '', keep_until date, owner_text text not null default '', note text not null default ''
);
create index plan_personas_campaign on plan_personas (campaign_id, position);
create index plan_channels_campaign on plan_channels (campaign_id, position);
create index plan_materials_campaign on plan_materials (campaign_id, position);
create index plan_steps_campaign on plan_steps (campaign_id, position);
create index plan_zones_campaign on plan_zones (campaign_id, position);
create index plan_risks_campaign on plan_risks (campaign_id, position);
create index plan_questions_campaign on plan_questions (campaign_id, position);
create index plan_data_campaign on plan_data (campaign_id, position);
