-- What people are told, in the application and by mail (issue: approval, notices).

-- uuidv7, for rows that a statement makes by itself: 48 bits of milliseconds, then chance (RFC 9562 §5.7).
create function new_id() returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

create table notices (
  id            uuid primary key default new_id(),
  user_id       uuid not null references users (id) on delete cascade,
  code          text not null check (length(code) between 3 and 100),   -- its sentence stands in the messages of the feature that sends it
  topic         text not null check (topic in ('approval', 'request', 'money')),
  data          jsonb not null default '{}',
  link          text not null check (link like '/%' and link not like '//%'),   -- a page of this application, nowhere else
  campaign_id   uuid,
  subject_id    uuid,
  created_at    timestamptz not null default clock_timestamp(),
  read_at       timestamptz,
  settled_at    timestamptz,          -- done by somebody: nobody needs to look any more
  -- due: a mail of its own; digest: with the others once a day. When, is planned by the job that sends.
  mail_state    text not null default 'none' check (mail_state in ('none', 'due', 'digest', 'sent', 'failed')),
  mail_due_at   timestamptz,
  mail_tries    integer not null default 0,
  mail_sent_at  timestamptz,
  mail_error    text,
  check ((mail_state = 'sent') = (mail_sent_at is not null))
);
create index notices_user on notices (user_id, id desc);
create index notices_unread on notices (user_id, id desc) where read_at is null and settled_at is null;
create index notices_subject on notices (subject_id) where subject_id is not null;
create index notices_mail on notices (mail_due_at) where mail_state in ('due', 'digest');

create table notice_preferences (
  user_id     uuid primary key references users (id) on delete cascade,
  locale      text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  mail        jsonb not null default '{}',     -- topic → now | digest | never; a topic that is missing follows the default of the product
  quiet_from  time,                            -- both or none; over midnight when "from" is later than "to"
  quiet_to    time,
  digest_at   time not null default '09:00',
  updated_at  timestamptz not null default now(),
  check ((quiet_from is null) = (quiet_to is null))
);
