-- 进度 (P4): what the schedule was held against when a version of the plan was approved, besides the days of its tasks.

create table schedule_baselines (
  campaign_id  uuid not null references campaigns (id) on delete cascade,
  version      integer not null,
  starts_on    date not null,
  ends_on      date not null,
  -- D-day as it was approved: whether it still holds is judged by it.
  event_from   date,
  event_to     date,
  approved_at  timestamptz not null default now(),
  primary key (campaign_id, version)
);

alter table task_baselines add foreign key (campaign_id, version) references schedule_baselines (campaign_id, version) on delete cascade;

-- Venues and equipment in use on the same days: found by the days themselves, not by all that began before.
drop index tasks_resource;
create index tasks_resource on tasks using gist (daterange(coalesce(start_on, end_on), coalesce(end_on, start_on), '[]'))
  where resource_text <> '' and coalesce(start_on, end_on) is not null and state not in ('done', 'cancelled');
