-- Notices about one's tasks: a date comes near, has come, has passed; a delay is told; somebody asks.
alter table notices drop constraint notices_topic_check;
alter table notices add constraint notices_topic_check check (topic in ('approval', 'request', 'money', 'briefing', 'task'));

-- My day shows what was done lately.
create index tasks_done on tasks (done_at) where done_at is not null;
