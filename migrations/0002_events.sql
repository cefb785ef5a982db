-- One append-only log (S3): who, when, what, before, after. The audit entry, the notification source and the live update.

create table events (
  seq           bigint generated always as identity primary key,
  at            timestamptz not null default clock_timestamp(),
  actor_id      uuid references users (id),
  operation     text not null,
  kind          text not null,
  campaign_id   uuid,
  subject_type  text not null,
  subject_id    uuid,
  before        jsonb,
  after         jsonb
);
create index events_campaign on events (campaign_id, seq desc) where campaign_id is not null;
create index events_subject on events (subject_id, seq desc) where subject_id is not null;

create function refuse_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'the event log is append-only';
end $$;
create trigger events_append_only before update or delete on events for each row execute function refuse_event_change();
create trigger events_no_truncate before truncate on events for each statement execute function refuse_event_change();

-- Words inside a Chinese sentence have no spaces: an index of all pairs of neighbouring characters finds any part of a text
-- of two or more characters; a single character falls back to a scan.
create function search_grams(value text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(t, i, 2)), '{}')
  from (select lower(value) as t) s, generate_series(1, greatest(length(t) - 1, 1)) as i
$$;
