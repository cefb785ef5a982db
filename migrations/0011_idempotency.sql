-- What a person's request was answered, under the key that came with it: a repeat of the request is answered from here and changes nothing (P2.3).
-- Written in the transaction of the change itself. A row lives for days (idempotency.ts): it needs no index to be deleted by, and no foreign key
-- that every write would have to check.

create table idempotency_keys (
  actor_id    uuid not null,
  key         text not null,
  operation   text not null,
  input_hash  bytea not null,
  answer      jsonb not null,
  created_at  timestamptz not null default now(),
  primary key (actor_id, key)
);
