-- A task waits for another: finish-start, start-start, finish-finish, start-finish, with a lag in calendar or working days.
create table task_links (
  task_id         uuid not null references tasks (id) on delete cascade,
  predecessor_id  uuid not null references tasks (id) on delete cascade,
  type            text not null default 'FS' check (type in ('FS', 'SS', 'FF', 'SF')),
  lag_days        integer not null default 0 check (lag_days between -365 and 365),
  lag_unit        text not null default 'day' check (lag_unit in ('day', 'workday')),
  primary key (task_id, predecessor_id),
  check (task_id <> predecessor_id)
);
create index task_links_predecessor on task_links (predecessor_id);
