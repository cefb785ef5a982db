create table scenarios (
  key         text primary key,
  name_zh     text not null,
  name_en     text not null,
  position    integer not null,
  built_in    boolean not null default false
);
-- S1: the five scenarios of the standard; a company adds its own.
insert into scenarios (key, name_zh, name_en, position, built_in) values
  ('launch',    '新品上市推广', 'New product launch', 1, true),
  ('brand',     '品牌形象宣传', 'Brand image',        2, true),
  ('festival',  '节日促销',     'Festival promotion', 3, true),
  ('loyalty',   '客户回馈',     'Customer loyalty',   4, true),
  ('exhibition','行业展会',     'Trade show',         5, true);

create table campaigns (
  id             uuid primary key,
  name           text not null check (length(name) between 1 and 100),
  scenario       text not null references scenarios (key),
  theme          text not null default '',
  audience       text not null default '',
  stage          text not null default 'draft' check (stage in ('draft', 'submitted', 'approved', 'preparing', 'live', 'reviewing', 'archived', 'cancelled')),
  lead_id        uuid references users (id),
  department_id  uuid references departments (id) on delete set null,
  starts_on      date not null,
  ends_on        date not null,
  event_from     date,
  event_to       date,
  time_zone      text not null default 'Asia/Shanghai',
  created_by     uuid not null references users (id),
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  search         text[] not null generated always as (search_grams(name || ' ' || theme || ' ' || audience)) stored,
  check (ends_on >= starts_on),
  check ((event_from is null) = (event_to is null)),
  check (event_to >= event_from and event_from >= starts_on and event_to <= ends_on)
);
create index campaigns_search on campaigns using gin (search);
create index campaigns_list on campaigns (starts_on desc, id);
create index campaigns_department on campaigns (department_id, starts_on desc, id desc);
create index campaigns_lead on campaigns (lead_id);
create index campaigns_created_by on campaigns (created_by, starts_on desc, id desc);

create table campaign_members (
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  user_id      uuid not null references users (id) on delete cascade,
  team_group   text not null check (team_group in ('lead', 'planning', 'execution', 'monitoring', 'logistics')),
  created_at   timestamptz not null default now(),
  primary key (campaign_id, user_id, team_group)
);
create unique index campaign_one_lead on campaign_members (campaign_id) where team_group = 'lead';
create index campaign_members_user on campaign_members (user_id);

-- State is kept as records with who and when (S3).
create table stage_moves (
  id           uuid primary key,
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  from_stage   text not null,
  to_stage     text not null,
  reason       text not null default '',
  moved_by     uuid not null references users (id),
  moved_at     timestamptz not null default now()
);
create index stage_moves_campaign on stage_moves (campaign_id, moved_at);
