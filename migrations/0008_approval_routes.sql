-- One engine for every approval (P2.3, P4.2): routes are data, a running approval keeps the steps that it began with.

alter table departments add head_id uuid references users (id) on delete set null;

-- The first route in the order of `position` that fits kind, department, category and amount is taken.
create table approval_routes (
  id             uuid primary key,
  kind           text not null check (kind in ('plan', 'budget', 'spending', 'transfer', 'reserve', 'material', 'adjustment', 'evaluation')),
  category       text not null default '' check (length(category) <= 60),   -- '' fits every category
  department_id  uuid references departments (id) on delete cascade,          -- null fits every department
  from_cents     bigint check (from_cents >= 0),                              -- both ends belong to the band; null is open
  to_cents       bigint check (to_cents >= 0),
  steps          jsonb not null check (jsonb_array_length(steps) between 1 and 12),
  position       integer not null,
  revision       integer not null default 1,
  updated_by     uuid references users (id),
  updated_at     timestamptz not null default now(),
  check (to_cents >= from_cents)
);
create index approval_routes_kind on approval_routes (kind, position);

alter table versions drop constraint versions_kind_check, drop constraint versions_campaign_id_kind_number_key;
alter table versions add subject_id uuid;
update versions set subject_id = campaign_id;
alter table versions alter subject_id set not null,
  add check (kind in ('plan', 'budget', 'spending', 'transfer', 'reserve', 'material', 'adjustment', 'evaluation')),
  add constraint versions_subject_number unique (subject_id, kind, number);
create index versions_campaign on versions (campaign_id, kind);

alter table approvals drop constraint approvals_kind_check;
drop index approvals_campaign;
alter table approvals
  add check (kind in ('plan', 'budget', 'spending', 'transfer', 'reserve', 'material', 'adjustment', 'evaluation')),
  add subject_id uuid,
  add amount_cents bigint,
  add category text not null default '',
  add route text not null default '';   -- the route's name as it was
update approvals set subject_id = campaign_id;
alter table approvals alter subject_id set not null;
create index approvals_campaign on approvals (campaign_id, kind, requested_at desc);
create index approvals_requested_by on approvals (requested_by, requested_at desc);
create index approvals_subject on approvals (subject_id, kind);

create table approval_steps (
  id            uuid primary key,
  approval_id   uuid not null references approvals (id) on delete cascade,
  position      integer not null,
  name          text not null check (length(name) between 1 and 30),
  mode          text not null check (mode in ('any', 'all')),
  approver      jsonb not null,
  due_days      integer check (due_days between 1 and 60),
  escalate      jsonb,
  state         text not null default 'pending' check (state in ('pending', 'open', 'passed', 'returned', 'dropped')),
  opened_at     timestamptz,
  due_on        date,
  closed_at     timestamptz,
  reminded_on   date,
  escalated_at  timestamptz,
  check ((state = 'pending') = (opened_at is null))
);
create index approval_steps_approval on approval_steps (approval_id, position);
-- One step at a time: two people who decide at once never open two.
create unique index approval_steps_one_open on approval_steps (approval_id) where state = 'open';
create index approval_steps_due on approval_steps (due_on) where state = 'open';

-- Who decides a step: a person, or whoever has a role.
create table approval_assignees (
  step_id     uuid not null references approval_steps (id) on delete cascade,
  user_id     uuid references users (id),
  org_role    text check (org_role in ('admin', 'management', 'finance', 'member')),
  source      text not null default 'route' check (source in ('route', 'instead', 'transferred', 'escalated')),
  decided_at  timestamptz,
  removed_at  timestamptz,
  check ((user_id is null) <> (org_role is null)),
  unique nulls not distinct (step_id, user_id, org_role)
);
create index approval_assignees_user on approval_assignees (user_id) where decided_at is null and removed_at is null;
create index approval_assignees_role on approval_assignees (org_role) where decided_at is null and removed_at is null and org_role is not null;

-- All that happens to an approval. Append-only: a decision is never changed silently.
create table approval_acts (
  id           bigint generated always as identity primary key,
  approval_id  uuid not null references approvals (id),
  step_id      uuid references approval_steps (id),
  kind         text not null check (kind in ('approved', 'returned', 'withdrawn', 'transferred', 'step_added', 'commented', 'reminded', 'escalated')),
  by_id        uuid references users (id),      -- null: the system
  for_id       uuid references users (id),      -- on whose behalf, during an absence
  to_id        uuid references users (id),      -- to whom it was transferred, who decides the added step
  words        text not null default '' check (length(words) <= 1000),
  at           timestamptz not null default now(),
  check (kind <> 'returned' or length(words) > 0)
);
create index approval_acts_approval on approval_acts (approval_id, id);

create function refuse_act_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select 1 from approvals where id = old.approval_id) then return old; end if;
  raise exception 'what happened to an approval is append-only';
end $$;
create trigger approval_acts_append_only before update or delete on approval_acts for each row execute function refuse_act_change();
create trigger approval_decisions_append_only before update or delete on approval_decisions for each row execute function refuse_act_change();

-- No one approves their own request, also not on behalf of another, and nobody on behalf of the one who asked.
create function refuse_own_act() returns trigger language plpgsql as $$
begin
  if new.kind in ('approved', 'returned') and exists (select 1 from approvals where id = new.approval_id and requested_by in (new.by_id, new.for_id)) then
    raise exception 'a request is not decided by the person who made it';
  end if;
  return new;
end $$;
create trigger approval_acts_not_own before insert on approval_acts for each row execute function refuse_own_act();

create table approval_delegations (
  id          uuid primary key,
  from_id     uuid not null references users (id) on delete cascade,
  to_id       uuid not null references users (id) on delete cascade,
  from_on     date not null,
  to_on       date not null,
  reason      text not null default '',
  created_by  uuid not null references users (id),
  created_at  timestamptz not null default now(),
  ended_at    timestamptz,
  check (from_id <> to_id),
  check (to_on >= from_on)
);
create index approval_delegations_from on approval_delegations (from_id, to_on) where ended_at is null;
create index approval_delegations_to on approval_delegations (to_id, to_on) where ended_at is null;

-- For whom a person stands in on a day, along the whole chain; `via`: everyone between, the first included, the person not.
create function standing_in_for(person uuid, today date) returns table (user_id uuid, via uuid[]) language sql stable as $$
  with recursive chain (user_id, via) as (
    select d.from_id, array[d.from_id] from approval_delegations d where d.to_id = person and d.ended_at is null and today between d.from_on and d.to_on
    union
    select d.from_id, chain.via || d.from_id from approval_delegations d join chain on chain.user_id = d.to_id
    where d.ended_at is null and today between d.from_on and d.to_on and d.from_id <> person and not d.from_id = any (chain.via)
  )
  select user_id, via from chain
$$;

-- What was asked before the engine: one step by management.
insert into approval_steps (id, approval_id, position, name, mode, approver, state, opened_at, closed_at)
  select gen_random_uuid(), a.id, 1, '核准', 'any', '{"type": "role", "role": "management"}',
    case when d.decision is null then 'open' when d.decision = 'approved' then 'passed' when d.decision = 'returned' then 'returned' else 'dropped' end, a.requested_at, d.decided_at
  from approvals a left join approval_decisions d on d.approval_id = a.id;
insert into approval_assignees (step_id, org_role, decided_at) select id, 'management', closed_at from approval_steps;
insert into approval_acts (approval_id, step_id, kind, by_id, words, at)
  select d.approval_id, s.id, d.decision, d.decided_by, d.reason, d.decided_at from approval_decisions d join approval_steps s on s.approval_id = d.approval_id order by d.decided_at;

-- A fresh company has routes that work; an administrator edits them.
insert into approval_routes (id, kind, from_cents, to_cents, steps, position)
select gen_random_uuid(), kind, from_cents, to_cents, steps::jsonb, row_number() over ()
from (values
  ('plan', null::bigint, null::bigint, '[{"name":"核准","approver":{"type":"role","role":"management"},"mode":"any","dueDays":2,"escalate":null}]'),
  ('evaluation', null, null, '[{"name":"核准","approver":{"type":"role","role":"management"},"mode":"any","dueDays":2,"escalate":null}]'),
  ('budget', null, null, '[{"name":"审核","approver":{"type":"role","role":"finance"},"mode":"any","dueDays":1,"escalate":null},{"name":"核准","approver":{"type":"role","role":"management"},"mode":"any","dueDays":2,"escalate":null}]'),
  ('spending', null, 499999, '[{"name":"审批","approver":{"type":"lead"},"mode":"any","dueDays":1,"escalate":{"type":"role","role":"management"}}]'),
  ('spending', 500000, 1000000, '[{"name":"审核","approver":{"type":"lead"},"mode":"any","dueDays":1,"escalate":{"type":"role","role":"management"}},{"name":"审批","approver":{"type":"role","role":"finance"},"mode":"any","dueDays":1,"escalate":null}]'),
  ('spending', 1000001, null, '[{"name":"审核","approver":{"type":"lead"},"mode":"any","dueDays":1,"escalate":{"type":"role","role":"management"}},{"name":"审批","approver":{"type":"role","role":"finance"},"mode":"any","dueDays":1,"escalate":null},{"name":"核准","approver":{"type":"role","role":"management"},"mode":"any","dueDays":2,"escalate":null}]'),
  ('transfer', null, null, '[{"name":"审批","approver":{"type":"lead"},"mode":"any","dueDays":1,"escalate":{"type":"role","role":"management"}},{"name":"核准","approver":{"type":"role","role":"finance"},"mode":"any","dueDays":1,"escalate":null}]'),
  ('reserve', null, null, '[{"name":"审批","approver":{"type":"lead"},"mode":"any","dueDays":1,"escalate":{"type":"role","role":"management"}},{"name":"核准","approver":{"type":"role","role":"management"},"mode":"any","dueDays":1,"escalate":null}]'),
  ('material', null, null, '[{"name":"审批","approver":{"type":"lead"},"mode":"any","dueDays":1,"escalate":{"type":"role","role":"management"}}]'),
  ('adjustment', null, null, '[{"name":"核准","approver":{"type":"role","role":"management"},"mode":"any","dueDays":1,"escalate":null}]')
) as seed (kind, from_cents, to_cents, steps);
