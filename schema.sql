-- Made by `npm run schema` from the migrated database, to be read. The migrations are the source.

CREATE OR REPLACE FUNCTION public.guard_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if (new.allocated_cents, new.reserved_cents, new.committed_cents, new.spent_cents) <> (0, 0, 0, 0) then raise exception 'a balance begins empty'; end if;
    return new;
  end if;
  if tg_op in ('DELETE', 'TRUNCATE') then raise exception 'a balance is kept'; end if;
  if new.line_id <> old.line_id or new.campaign_id <> old.campaign_id then raise exception 'a balance stays with its line'; end if;
  -- 2: this trigger, called from the one that posts entries.
  if pg_trigger_depth() < 2 and (new.allocated_cents, new.reserved_cents, new.committed_cents, new.spent_cents, new.spendings)
      <> (old.allocated_cents, old.reserved_cents, old.committed_cents, old.spent_cents, old.spendings) then
    raise exception 'a balance changes by an entry only';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.is_budget_entry(kind text, amount bigint, allocated bigint, reserved bigint, committed bigint, spent bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
begin
  return case kind
    when 'reserve' then (allocated, reserved, committed, spent) = (0, amount, 0, 0)
    when 'commit' then (allocated, reserved, committed, spent) = (0, -amount, amount, 0)
    when 'release' then allocated = 0 and spent = 0 and reserved + committed = -amount and (reserved = 0 or committed = 0)
    when 'spend' then allocated = 0 and reserved = 0 and spent = amount and committed in (0, -amount)
    when 'refund' then allocated = 0 and reserved = 0 and spent = -amount and committed in (0, amount)
    else abs(allocated) = amount and (reserved, committed, spent) = (0, 0, 0)
  end;
end $function$;

CREATE OR REPLACE FUNCTION public.new_id()
 RETURNS uuid
 LANGUAGE sql
AS $function$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$function$;

CREATE OR REPLACE FUNCTION public.note_task_done()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.state <> 'done' then new.done_at := null;
  elsif tg_op = 'INSERT' or old.state <> 'done' then new.done_at := now();
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.post_budget_entries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  one budget_entries;
  posted bigint;
  balances bigint;
  moved numeric;
begin
  select count(*) into balances from added;
  if balances = 1 then
    -- Most postings are one entry: half the time of the sums below.
    select * into one from added;
    moved := case when one.kind = 'transfer' then one.allocated_delta else 0 end;
    update budget_balances b set
      allocated_cents = b.allocated_cents + one.allocated_delta, reserved_cents = b.reserved_cents + one.reserved_delta,
      committed_cents = b.committed_cents + one.committed_delta, spent_cents = b.spent_cents + one.spent_delta, spendings = b.spendings + (one.spent_delta <> 0)::int
    where b.line_id = one.line_id and b.campaign_id = one.campaign_id;
    get diagnostics posted = row_count;
  else
    update budget_balances b set
      allocated_cents = b.allocated_cents + d.allocated, reserved_cents = b.reserved_cents + d.reserved,
      committed_cents = b.committed_cents + d.committed, spent_cents = b.spent_cents + d.spent, spendings = b.spendings + d.spendings
    from (
      select line_id, campaign_id, sum(allocated_delta) as allocated, sum(reserved_delta) as reserved, sum(committed_delta) as committed, sum(spent_delta) as spent,
        count(*) filter (where spent_delta <> 0) as spendings
      from added group by line_id, campaign_id
    ) d where b.line_id = d.line_id and b.campaign_id = d.campaign_id;
    get diagnostics posted = row_count;
    select count(distinct (line_id, campaign_id)), coalesce(sum(allocated_delta) filter (where kind = 'transfer'), 0) into balances, moved from added;
  end if;
  if posted <> balances then
    raise exception 'an entry belongs to the balance of a line of its campaign';
  end if;
  if moved <> 0 then
    raise exception 'a transfer takes from one line what it gives to another';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_act_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and not exists (select 1 from approvals where id = old.approval_id) then return old; end if;
  raise exception 'what happened to an approval is append-only';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_event_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the event log is append-only';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_ledger_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the ledger is append-only';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_own_act()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.kind in ('approved', 'returned') and exists (select 1 from approvals where id = new.approval_id and requested_by in (new.by_id, new.for_id)) then
    raise exception 'a request is not decided by the person who made it';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_own_approval()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.decision <> 'withdrawn' and exists (select 1 from approvals where id = new.approval_id and requested_by = new.decided_by) then
    raise exception 'a request is not decided by the person who made it';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_person_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a person is disabled, never deleted';
end $function$;

CREATE OR REPLACE FUNCTION public.search_grams(value text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(array_agg(distinct substr(t, i, 2)), '{}')
  from (select lower(value) as t) s, generate_series(1, greatest(length(t) - 1, 1)) as i
$function$;

CREATE OR REPLACE FUNCTION public.standing_in_for(person uuid, today date)
 RETURNS TABLE(user_id uuid, via uuid[])
 LANGUAGE sql
 STABLE
AS $function$
  with recursive chain (user_id, via) as (
    select d.from_id, array[d.from_id] from approval_delegations d where d.to_id = person and d.ended_at is null and today between d.from_on and d.to_on
    union
    select d.from_id, chain.via || d.from_id from approval_delegations d join chain on chain.user_id = d.to_id
    where d.ended_at is null and today between d.from_on and d.to_on and d.from_id <> person and not d.from_id = any (chain.via)
  )
  select user_id, via from chain
$function$;

create table absences (
  id uuid not null,
  user_id uuid not null,
  from_on date not null,
  to_on date not null,
  reason text not null default ''::text,
  stand_in_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  constraint absences_check CHECK ((to_on >= from_on)),
  constraint absences_check1 CHECK ((stand_in_id <> user_id)),
  constraint absences_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  constraint absences_pkey PRIMARY KEY (id),
  constraint absences_reason_check CHECK ((length(reason) <= 200)),
  constraint absences_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint absences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

CREATE INDEX absences_user ON public.absences USING btree (user_id, from_on);

create table approval_acts (
  id bigint not null,
  approval_id uuid not null,
  step_id uuid,
  kind text not null,
  by_id uuid,
  for_id uuid,
  to_id uuid,
  words text not null default ''::text,
  at timestamp with time zone not null default now(),
  constraint approval_acts_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint approval_acts_by_id_fkey FOREIGN KEY (by_id) REFERENCES users(id),
  constraint approval_acts_check CHECK (((kind <> 'returned'::text) OR (length(words) > 0))),
  constraint approval_acts_for_id_fkey FOREIGN KEY (for_id) REFERENCES users(id),
  constraint approval_acts_kind_check CHECK ((kind = ANY (ARRAY['approved'::text, 'returned'::text, 'withdrawn'::text, 'transferred'::text, 'step_added'::text, 'commented'::text, 'reminded'::text, 'escalated'::text]))),
  constraint approval_acts_pkey PRIMARY KEY (id),
  constraint approval_acts_step_id_fkey FOREIGN KEY (step_id) REFERENCES approval_steps(id),
  constraint approval_acts_to_id_fkey FOREIGN KEY (to_id) REFERENCES users(id),
  constraint approval_acts_words_check CHECK ((length(words) <= 1000))
);

CREATE INDEX approval_acts_approval ON public.approval_acts USING btree (approval_id, id);

CREATE TRIGGER approval_acts_append_only BEFORE DELETE OR UPDATE ON public.approval_acts FOR EACH ROW EXECUTE FUNCTION refuse_act_change();

CREATE TRIGGER approval_acts_not_own BEFORE INSERT ON public.approval_acts FOR EACH ROW EXECUTE FUNCTION refuse_own_act();

create table approval_assignees (
  step_id uuid not null,
  user_id uuid,
  org_role text,
  source text not null default 'route'::text,
  decided_at timestamp with time zone,
  removed_at timestamp with time zone,
  constraint approval_assignees_check CHECK (((user_id IS NULL) <> (org_role IS NULL))),
  constraint approval_assignees_org_role_check CHECK ((org_role = ANY (ARRAY['admin'::text, 'management'::text, 'finance'::text, 'member'::text]))),
  constraint approval_assignees_source_check CHECK ((source = ANY (ARRAY['route'::text, 'instead'::text, 'transferred'::text, 'escalated'::text]))),
  constraint approval_assignees_step_id_fkey FOREIGN KEY (step_id) REFERENCES approval_steps(id) ON DELETE CASCADE,
  constraint approval_assignees_step_id_user_id_org_role_key UNIQUE NULLS NOT DISTINCT (step_id, user_id, org_role),
  constraint approval_assignees_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);

CREATE INDEX approval_assignees_role ON public.approval_assignees USING btree (org_role) WHERE ((decided_at IS NULL) AND (removed_at IS NULL) AND (org_role IS NOT NULL));

CREATE INDEX approval_assignees_user ON public.approval_assignees USING btree (user_id) WHERE ((decided_at IS NULL) AND (removed_at IS NULL));

create table approval_decisions (
  approval_id uuid not null,
  decision text not null,
  reason text not null default ''::text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null default now(),
  constraint approval_decisions_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id) ON DELETE CASCADE,
  constraint approval_decisions_check CHECK (((decision <> 'returned'::text) OR (length(reason) > 0))),
  constraint approval_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES users(id),
  constraint approval_decisions_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'returned'::text, 'withdrawn'::text]))),
  constraint approval_decisions_pkey PRIMARY KEY (approval_id)
);

CREATE TRIGGER approval_decisions_append_only BEFORE DELETE OR UPDATE ON public.approval_decisions FOR EACH ROW EXECUTE FUNCTION refuse_act_change();

CREATE TRIGGER approval_decisions_not_own BEFORE INSERT ON public.approval_decisions FOR EACH ROW EXECUTE FUNCTION refuse_own_approval();

create table approval_delegations (
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  from_on date not null,
  to_on date not null,
  reason text not null default ''::text,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint approval_delegations_check CHECK ((from_id <> to_id)),
  constraint approval_delegations_check1 CHECK ((to_on >= from_on)),
  constraint approval_delegations_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint approval_delegations_from_id_fkey FOREIGN KEY (from_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint approval_delegations_pkey PRIMARY KEY (id),
  constraint approval_delegations_to_id_fkey FOREIGN KEY (to_id) REFERENCES users(id) ON DELETE CASCADE
);

CREATE INDEX approval_delegations_from ON public.approval_delegations USING btree (from_id, to_on) WHERE (ended_at IS NULL);

CREATE INDEX approval_delegations_to ON public.approval_delegations USING btree (to_id, to_on) WHERE (ended_at IS NULL);

create table approval_routes (
  id uuid not null,
  kind text not null,
  category text not null default ''::text,
  department_id uuid,
  from_cents bigint,
  to_cents bigint,
  steps jsonb not null,
  position integer not null,
  revision integer not null default 1,
  updated_by uuid,
  updated_at timestamp with time zone not null default now(),
  constraint approval_routes_category_check CHECK ((length(category) <= 60)),
  constraint approval_routes_check CHECK ((to_cents >= from_cents)),
  constraint approval_routes_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id) ON DELETE CASCADE,
  constraint approval_routes_from_cents_check CHECK ((from_cents >= 0)),
  constraint approval_routes_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'budget'::text, 'spending'::text, 'transfer'::text, 'reserve'::text, 'material'::text, 'adjustment'::text, 'evaluation'::text]))),
  constraint approval_routes_pkey PRIMARY KEY (id),
  constraint approval_routes_steps_check CHECK (((jsonb_array_length(steps) >= 1) AND (jsonb_array_length(steps) <= 12))),
  constraint approval_routes_to_cents_check CHECK ((to_cents >= 0)),
  constraint approval_routes_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(id)
);

CREATE INDEX approval_routes_kind ON public.approval_routes USING btree (kind, "position");

create table approval_steps (
  id uuid not null,
  approval_id uuid not null,
  position integer not null,
  name text not null,
  mode text not null,
  approver jsonb not null,
  due_days integer,
  escalate jsonb,
  state text not null default 'pending'::text,
  opened_at timestamp with time zone,
  due_on date,
  closed_at timestamp with time zone,
  reminded_on date,
  escalated_at timestamp with time zone,
  constraint approval_steps_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id) ON DELETE CASCADE,
  constraint approval_steps_check CHECK (((state = 'pending'::text) = (opened_at IS NULL))),
  constraint approval_steps_due_days_check CHECK (((due_days >= 1) AND (due_days <= 60))),
  constraint approval_steps_mode_check CHECK ((mode = ANY (ARRAY['any'::text, 'all'::text]))),
  constraint approval_steps_name_check CHECK (((length(name) >= 1) AND (length(name) <= 30))),
  constraint approval_steps_pkey PRIMARY KEY (id),
  constraint approval_steps_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'open'::text, 'passed'::text, 'returned'::text, 'dropped'::text])))
);

CREATE INDEX approval_steps_approval ON public.approval_steps USING btree (approval_id, "position");

CREATE INDEX approval_steps_due ON public.approval_steps USING btree (due_on) WHERE (state = 'open'::text);

CREATE UNIQUE INDEX approval_steps_one_open ON public.approval_steps USING btree (approval_id) WHERE (state = 'open'::text);

create table approvals (
  id uuid not null,
  campaign_id uuid not null,
  version_id uuid not null,
  kind text not null,
  title text not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null default now(),
  subject_id uuid not null,
  amount_cents bigint,
  category text not null default ''::text,
  constraint approvals_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'budget'::text, 'spending'::text, 'transfer'::text, 'reserve'::text, 'material'::text, 'adjustment'::text, 'evaluation'::text]))),
  constraint approvals_pkey PRIMARY KEY (id),
  constraint approvals_version_id_fkey FOREIGN KEY (version_id) REFERENCES versions(id) ON DELETE CASCADE,
  constraint approvals_version_id_key UNIQUE (version_id)
);

CREATE INDEX approvals_campaign ON public.approvals USING btree (campaign_id, kind, requested_at DESC);

CREATE INDEX approvals_requested_by ON public.approvals USING btree (requested_by, requested_at DESC);

CREATE INDEX approvals_subject ON public.approvals USING btree (subject_id, kind);

create table archives (
  id uuid not null,
  campaign_id uuid not null,
  sha256 text not null,
  size bigint not null,
  content bytea not null,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  constraint archives_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint archives_campaign_id_key UNIQUE (campaign_id),
  constraint archives_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint archives_pkey PRIMARY KEY (id),
  constraint archives_sha256_check CHECK ((length(sha256) = 64))
);

create table attached_tables (
  id uuid not null,
  campaign_id uuid not null,
  import_id uuid,
  kind text not null,
  title text not null,
  content jsonb not null,
  position integer not null,
  created_at timestamp with time zone not null default now(),
  constraint attached_tables_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint attached_tables_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE SET NULL,
  constraint attached_tables_pkey PRIMARY KEY (id)
);

CREATE INDEX attached_tables_campaign ON public.attached_tables USING btree (campaign_id, "position");

create table briefing_answers (
  id uuid not null,
  briefing_id uuid not null,
  question_id uuid not null,
  user_id uuid not null,
  choice integer,
  words text not null default ''::text,
  is_right boolean not null,
  answered_at timestamp with time zone not null default now(),
  constraint briefing_answers_briefing_id_fkey FOREIGN KEY (briefing_id) REFERENCES briefings(id) ON DELETE CASCADE,
  constraint briefing_answers_pkey PRIMARY KEY (id),
  constraint briefing_answers_question_id_fkey FOREIGN KEY (question_id) REFERENCES briefing_questions(id) ON DELETE CASCADE,
  constraint briefing_answers_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint briefing_answers_words_check CHECK ((length(words) <= 1000))
);

CREATE INDEX briefing_answers_question ON public.briefing_answers USING btree (question_id);

CREATE INDEX briefing_answers_user ON public.briefing_answers USING btree (user_id, question_id);

create table briefing_attendance (
  briefing_id uuid not null,
  user_id uuid not null,
  state text not null,
  noted_by uuid,
  noted_at timestamp with time zone not null default now(),
  constraint briefing_attendance_briefing_id_fkey FOREIGN KEY (briefing_id) REFERENCES briefings(id) ON DELETE CASCADE,
  constraint briefing_attendance_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES users(id),
  constraint briefing_attendance_pkey PRIMARY KEY (briefing_id, user_id),
  constraint briefing_attendance_state_check CHECK ((state = ANY (ARRAY['present'::text, 'late'::text, 'absent'::text]))),
  constraint briefing_attendance_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table briefing_confirmations (
  briefing_id uuid not null,
  user_id uuid not null,
  groups text[] not null,
  confirmed_at timestamp with time zone not null default now(),
  constraint briefing_confirmations_briefing_id_fkey FOREIGN KEY (briefing_id) REFERENCES briefings(id) ON DELETE CASCADE,
  constraint briefing_confirmations_pkey PRIMARY KEY (briefing_id, user_id),
  constraint briefing_confirmations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table briefing_notes (
  briefing_id uuid not null,
  team_group text not null,
  note text not null,
  updated_by uuid,
  updated_at timestamp with time zone not null default now(),
  constraint briefing_notes_briefing_id_fkey FOREIGN KEY (briefing_id) REFERENCES briefings(id) ON DELETE CASCADE,
  constraint briefing_notes_note_check CHECK ((length(note) <= 1000)),
  constraint briefing_notes_pkey PRIMARY KEY (briefing_id, team_group),
  constraint briefing_notes_team_group_check CHECK ((team_group = ANY (ARRAY['lead'::text, 'planning'::text, 'execution'::text, 'monitoring'::text, 'logistics'::text]))),
  constraint briefing_notes_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(id)
);

create table briefing_questions (
  id uuid not null,
  campaign_id uuid not null,
  position integer not null,
  team_group text,
  question text not null,
  choices text[] not null default '{}'::text[],
  answer integer,
  reason text not null default ''::text,
  retired_at timestamp with time zone,
  constraint briefing_questions_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint briefing_questions_check CHECK (((cardinality(choices) = 0) = (answer IS NULL))),
  constraint briefing_questions_check1 CHECK (((answer >= 0) AND (answer <= (cardinality(choices) - 1)))),
  constraint briefing_questions_pkey PRIMARY KEY (id),
  constraint briefing_questions_question_check CHECK (((length(question) >= 1) AND (length(question) <= 300))),
  constraint briefing_questions_reason_check CHECK ((length(reason) <= 500)),
  constraint briefing_questions_team_group_check CHECK ((team_group = ANY (ARRAY['lead'::text, 'planning'::text, 'execution'::text, 'monitoring'::text, 'logistics'::text])))
);

CREATE INDEX briefing_questions_campaign ON public.briefing_questions USING btree (campaign_id, "position");

create table briefing_reminders (
  briefing_id uuid not null,
  user_id uuid not null,
  reminded_at timestamp with time zone not null,
  constraint briefing_reminders_briefing_id_fkey FOREIGN KEY (briefing_id) REFERENCES briefings(id) ON DELETE CASCADE,
  constraint briefing_reminders_pkey PRIMARY KEY (briefing_id, user_id),
  constraint briefing_reminders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table briefings (
  id uuid not null,
  campaign_id uuid not null,
  approval_id uuid not null,
  number integer not null,
  opened_at timestamp with time zone not null default now(),
  meet_on date,
  meet_from time without time zone,
  meet_minutes integer,
  meet_place text not null default ''::text,
  meet_link text not null default ''::text,
  agenda text not null default ''::text,
  minutes text not null default ''::text,
  revision integer not null default 0,
  asked_again_on date,
  meeting_told_on date,
  constraint briefings_agenda_check CHECK ((length(agenda) <= 2000)),
  constraint briefings_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint briefings_approval_id_key UNIQUE (approval_id),
  constraint briefings_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint briefings_campaign_id_number_key UNIQUE (campaign_id, number),
  constraint briefings_check CHECK ((((meet_on IS NULL) = (meet_from IS NULL)) AND ((meet_on IS NULL) = (meet_minutes IS NULL)))),
  constraint briefings_meet_link_check CHECK ((length(meet_link) <= 500)),
  constraint briefings_meet_minutes_check CHECK (((meet_minutes >= 5) AND (meet_minutes <= 720))),
  constraint briefings_meet_place_check CHECK ((length(meet_place) <= 200)),
  constraint briefings_minutes_check CHECK ((length(minutes) <= 10000)),
  constraint briefings_pkey PRIMARY KEY (id)
);

create table budget_balances (
  line_id uuid not null,
  campaign_id uuid not null,
  allocated_cents bigint not null default 0,
  reserved_cents bigint not null default 0,
  committed_cents bigint not null default 0,
  spent_cents bigint not null default 0,
  free_cents bigint not null generated always as (((allocated_cents - reserved_cents) - committed_cents) - spent_cents),
  spendings integer not null default 0,
  warned_percent integer not null default 0,
  constraint budget_balances_allocated_cents_check CHECK ((allocated_cents >= 0)),
  constraint budget_balances_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  constraint budget_balances_committed_cents_check CHECK ((committed_cents >= 0)),
  constraint budget_balances_free CHECK ((free_cents >= 0)),
  constraint budget_balances_line_id_fkey FOREIGN KEY (line_id) REFERENCES budget_lines(id),
  constraint budget_balances_pkey PRIMARY KEY (line_id),
  constraint budget_balances_reserved_cents_check CHECK ((reserved_cents >= 0)),
  constraint budget_balances_spent_cents_check CHECK ((spent_cents >= 0))
);

CREATE INDEX budget_balances_campaign ON public.budget_balances USING btree (campaign_id);

CREATE TRIGGER budget_balances_guard BEFORE INSERT OR DELETE OR UPDATE ON public.budget_balances FOR EACH ROW EXECUTE FUNCTION guard_balance();

CREATE TRIGGER budget_balances_no_truncate BEFORE TRUNCATE ON public.budget_balances FOR EACH STATEMENT EXECUTE FUNCTION guard_balance();

create table budget_entries (
  id bigint not null,
  campaign_id uuid not null,
  line_id uuid not null,
  kind text not null,
  amount_cents bigint not null,
  allocated_delta bigint not null default 0,
  reserved_delta bigint not null default 0,
  committed_delta bigint not null default 0,
  spent_delta bigint not null default 0,
  request_id uuid,
  invoice_id uuid,
  other_line_id uuid,
  cause_kind text,
  note text not null default ''::text,
  file_id uuid,
  by_id uuid,
  at timestamp with time zone not null default now(),
  constraint budget_entries_amount_cents_check CHECK ((amount_cents > 0)),
  constraint budget_entries_check CHECK (((kind = 'transfer'::text) = (other_line_id IS NOT NULL))),
  constraint budget_entries_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint budget_entries_form CHECK (is_budget_entry(kind, amount_cents, allocated_delta, reserved_delta, committed_delta, spent_delta)),
  constraint budget_entries_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES budget_invoices(id),
  constraint budget_entries_kind_check CHECK ((kind = ANY (ARRAY['allocate'::text, 'transfer'::text, 'reserve'::text, 'commit'::text, 'release'::text, 'spend'::text, 'refund'::text, 'supplement'::text]))),
  constraint budget_entries_other_line_id_fkey FOREIGN KEY (other_line_id) REFERENCES budget_lines(id),
  constraint budget_entries_pkey PRIMARY KEY (id),
  constraint budget_entries_request_id_fkey FOREIGN KEY (request_id) REFERENCES budget_requests(id)
);

CREATE INDEX budget_entries_campaign ON public.budget_entries USING btree (campaign_id, id DESC);

CREATE INDEX budget_entries_line ON public.budget_entries USING btree (line_id, id DESC);

CREATE INDEX budget_entries_request ON public.budget_entries USING btree (request_id, id) WHERE (request_id IS NOT NULL);

CREATE TRIGGER budget_entries_append_only BEFORE DELETE OR UPDATE ON public.budget_entries FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();

CREATE TRIGGER budget_entries_no_truncate BEFORE TRUNCATE ON public.budget_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

CREATE TRIGGER budget_entries_post AFTER INSERT ON public.budget_entries REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION post_budget_entries();

create table budget_invoices (
  id uuid not null,
  request_id uuid not null,
  campaign_id uuid not null,
  line_id uuid not null,
  kind text not null,
  number text not null default ''::text,
  number_key text not null default ''::text,
  issued_on date not null,
  amount_cents bigint not null,
  file_id uuid,
  note text not null default ''::text,
  explanation text not null default ''::text,
  state text not null,
  reason text not null default ''::text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null default now(),
  checked_by uuid,
  checked_at timestamp with time zone,
  constraint budget_invoices_amount_cents_check CHECK (((amount_cents >= 1) AND (amount_cents <= '999999999999'::bigint))),
  constraint budget_invoices_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  constraint budget_invoices_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES users(id),
  constraint budget_invoices_explanation_check CHECK ((length(explanation) <= 500)),
  constraint budget_invoices_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint budget_invoices_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'receipt'::text]))),
  constraint budget_invoices_line_id_fkey FOREIGN KEY (line_id) REFERENCES budget_lines(id),
  constraint budget_invoices_note_check CHECK ((length(note) <= 500)),
  constraint budget_invoices_number_check CHECK ((length(number) <= 60)),
  constraint budget_invoices_pkey PRIMARY KEY (id),
  constraint budget_invoices_reason_check CHECK ((length(reason) <= 500)),
  constraint budget_invoices_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id),
  constraint budget_invoices_request_id_fkey FOREIGN KEY (request_id) REFERENCES budget_requests(id),
  constraint budget_invoices_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'accepted'::text, 'rejected'::text, 'voided'::text])))
);

CREATE INDEX budget_invoices_accepted ON public.budget_invoices USING btree (campaign_id) INCLUDE (id, amount_cents) WHERE (state = 'accepted'::text);

CREATE INDEX budget_invoices_request ON public.budget_invoices USING btree (request_id, recorded_at);

CREATE INDEX budget_invoices_waiting ON public.budget_invoices USING btree (recorded_at) WHERE (state = 'submitted'::text);

CREATE UNIQUE INDEX budget_invoices_number ON public.budget_invoices USING btree (number_key) WHERE ((number_key <> ''::text) AND (state = ANY (ARRAY['submitted'::text, 'accepted'::text])));

create table budget_lines (
  id uuid not null,
  campaign_id uuid not null,
  category text not null default ''::text,
  detail text not null default ''::text,
  amount_cents bigint not null default 0,
  actual_cents bigint,
  owner_text text not null default ''::text,
  owner_id uuid,
  note text not null default ''::text,
  position integer not null,
  created_at timestamp with time zone not null default now(),
  after_plan boolean not null default false,
  constraint budget_lines_actual_cents_check CHECK (((actual_cents >= '-999999999999'::bigint) AND (actual_cents <= '999999999999'::bigint))),
  constraint budget_lines_amount_cents_check CHECK (((amount_cents >= 0) AND (amount_cents <= '999999999999'::bigint))),
  constraint budget_lines_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint budget_lines_category_check CHECK ((length(category) <= 60)),
  constraint budget_lines_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint budget_lines_pkey PRIMARY KEY (id)
);

CREATE INDEX budget_lines_campaign ON public.budget_lines USING btree (campaign_id, "position");

create table budget_payments (
  invoice_id uuid not null,
  paid_on date not null,
  reference text not null default ''::text,
  paid_by uuid not null,
  paid_at timestamp with time zone not null default now(),
  constraint budget_payments_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES budget_invoices(id),
  constraint budget_payments_paid_by_fkey FOREIGN KEY (paid_by) REFERENCES users(id),
  constraint budget_payments_pkey PRIMARY KEY (invoice_id),
  constraint budget_payments_reference_check CHECK ((length(reference) <= 100))
);

CREATE TRIGGER budget_payments_append_only BEFORE DELETE OR UPDATE ON public.budget_payments FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();

create table budget_request_files (
  request_id uuid not null,
  file_id uuid not null,
  constraint budget_request_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint budget_request_files_pkey PRIMARY KEY (request_id, file_id),
  constraint budget_request_files_request_id_fkey FOREIGN KEY (request_id) REFERENCES budget_requests(id) ON DELETE CASCADE
);

create table budget_requests (
  id uuid not null,
  number bigint not null default nextval('budget_request_number'::regclass),
  campaign_id uuid not null,
  kind text not null,
  line_id uuid not null,
  to_line_id uuid,
  amount_cents bigint not null,
  payee text not null default ''::text,
  purpose text not null,
  effect text not null default ''::text,
  cause_kind text,
  cause text not null default ''::text,
  explanation text not null default ''::text,
  needed_on date,
  state text not null,
  approval_id uuid,
  requested_by uuid not null,
  created_at timestamp with time zone not null default now(),
  submitted_at timestamp with time zone,
  decided_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint budget_requests_amount_cents_check CHECK (((amount_cents >= 1) AND (amount_cents <= '999999999999'::bigint))),
  constraint budget_requests_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint budget_requests_cause_check CHECK ((length(cause) <= 500)),
  constraint budget_requests_cause_kind_check CHECK ((cause_kind = ANY (ARRAY['incident'::text, 'adjustment'::text, 'price'::text, 'shortage'::text, 'other'::text]))),
  constraint budget_requests_check CHECK (((kind <> 'transfer'::text) OR (to_line_id IS NOT NULL))),
  constraint budget_requests_check1 CHECK ((to_line_id <> line_id)),
  constraint budget_requests_check2 CHECK (((kind <> 'reserve'::text) OR ((cause_kind IS NOT NULL) AND (length(cause) > 0)))),
  constraint budget_requests_effect_check CHECK ((length(effect) <= 500)),
  constraint budget_requests_explanation_check CHECK ((length(explanation) <= 500)),
  constraint budget_requests_kind_check CHECK ((kind = ANY (ARRAY['spending'::text, 'transfer'::text, 'reserve'::text, 'supplement'::text, 'cut'::text]))),
  constraint budget_requests_line_id_fkey FOREIGN KEY (line_id) REFERENCES budget_lines(id),
  constraint budget_requests_number_key UNIQUE (number),
  constraint budget_requests_payee_check CHECK ((length(payee) <= 100)),
  constraint budget_requests_pkey PRIMARY KEY (id),
  constraint budget_requests_purpose_check CHECK ((length(purpose) <= 500)),
  constraint budget_requests_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text, 'closed'::text]))),
  constraint budget_requests_to_line_id_fkey FOREIGN KEY (to_line_id) REFERENCES budget_lines(id)
);

CREATE INDEX budget_requests_approval ON public.budget_requests USING btree (approval_id) WHERE (approval_id IS NOT NULL);

CREATE INDEX budget_requests_campaign ON public.budget_requests USING btree (campaign_id, number DESC);

CREATE INDEX budget_requests_line ON public.budget_requests USING btree (line_id, number DESC);

CREATE INDEX budget_requests_payee ON public.budget_requests USING btree (lower(payee), number DESC) WHERE (payee <> ''::text);

CREATE INDEX budget_requests_similar ON public.budget_requests USING btree (line_id, lower(payee), amount_cents) WHERE (payee <> ''::text);

CREATE INDEX budget_requests_to_line ON public.budget_requests USING btree (to_line_id, number DESC) WHERE (to_line_id IS NOT NULL);

CREATE INDEX budget_requests_waiting ON public.budget_requests USING btree (campaign_id) INCLUDE (amount_cents) WHERE (state = 'submitted'::text);

create table budget_settings (
  id boolean not null default true,
  reserve_from_percent integer not null default 10,
  reserve_to_percent integer not null default 15,
  warn_percents integer[] not null default '{80,95}'::integer[],
  updated_by uuid,
  updated_at timestamp with time zone not null default now(),
  constraint budget_settings_check CHECK ((reserve_to_percent >= reserve_from_percent)),
  constraint budget_settings_id_check CHECK (id),
  constraint budget_settings_pkey PRIMARY KEY (id),
  constraint budget_settings_reserve_from_percent_check CHECK (((reserve_from_percent >= 0) AND (reserve_from_percent <= 100))),
  constraint budget_settings_reserve_to_percent_check CHECK (((reserve_to_percent >= 0) AND (reserve_to_percent <= 100))),
  constraint budget_settings_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(id)
);

create table budget_versions (
  id uuid not null,
  campaign_id uuid not null,
  number integer not null,
  kind text not null,
  request_id uuid,
  approval_id uuid,
  lines jsonb not null,
  total_cents bigint not null,
  made_by uuid,
  made_at timestamp with time zone not null default now(),
  constraint budget_versions_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint budget_versions_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id),
  constraint budget_versions_campaign_id_number_key UNIQUE (campaign_id, number),
  constraint budget_versions_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'transfer'::text, 'reserve'::text, 'supplement'::text, 'cut'::text]))),
  constraint budget_versions_made_by_fkey FOREIGN KEY (made_by) REFERENCES users(id),
  constraint budget_versions_number_check CHECK ((number > 0)),
  constraint budget_versions_pkey PRIMARY KEY (id),
  constraint budget_versions_request_id_fkey FOREIGN KEY (request_id) REFERENCES budget_requests(id)
);

create table calendar_days (
  day date not null,
  works boolean not null,
  name text not null default ''::text,
  set_by uuid,
  set_at timestamp with time zone not null default now(),
  constraint calendar_days_name_check CHECK ((length(name) <= 60)),
  constraint calendar_days_pkey PRIMARY KEY (day),
  constraint calendar_days_set_by_fkey FOREIGN KEY (set_by) REFERENCES users(id)
);

create table calendar_feeds (
  id uuid not null,
  user_id uuid not null,
  campaign_id uuid,
  token_hash text not null,
  created_at timestamp with time zone not null default now(),
  read_at timestamp with time zone,
  revoked_at timestamp with time zone,
  locale text not null default 'zh-CN'::text,
  constraint calendar_feeds_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint calendar_feeds_locale_check CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  constraint calendar_feeds_pkey PRIMARY KEY (id),
  constraint calendar_feeds_token_hash_key UNIQUE (token_hash),
  constraint calendar_feeds_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

CREATE INDEX calendar_feeds_user ON public.calendar_feeds USING btree (user_id) WHERE (revoked_at IS NULL);

CREATE UNIQUE INDEX calendar_feeds_one ON public.calendar_feeds USING btree (user_id, campaign_id) NULLS NOT DISTINCT WHERE (revoked_at IS NULL);

create table campaign_members (
  campaign_id uuid not null,
  user_id uuid not null,
  team_group text not null,
  created_at timestamp with time zone not null default now(),
  constraint campaign_members_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint campaign_members_pkey PRIMARY KEY (campaign_id, user_id, team_group),
  constraint campaign_members_team_group_check CHECK ((team_group = ANY (ARRAY['lead'::text, 'planning'::text, 'execution'::text, 'monitoring'::text, 'logistics'::text]))),
  constraint campaign_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

CREATE INDEX campaign_members_user ON public.campaign_members USING btree (user_id);

CREATE UNIQUE INDEX campaign_one_lead ON public.campaign_members USING btree (campaign_id) WHERE (team_group = 'lead'::text);

create table campaigns (
  id uuid not null,
  name text not null,
  scenario text not null,
  theme text not null default ''::text,
  audience text not null default ''::text,
  stage text not null default 'draft'::text,
  lead_id uuid,
  department_id uuid,
  starts_on date not null,
  ends_on date not null,
  event_from date,
  event_to date,
  time_zone text not null default 'Asia/Shanghai'::text,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  search text[] not null generated always as search_grams(((((name || ' '::text) || theme) || ' '::text) || audience)),
  constraint campaigns_check CHECK ((ends_on >= starts_on)),
  constraint campaigns_check1 CHECK (((event_from IS NULL) = (event_to IS NULL))),
  constraint campaigns_check2 CHECK (((event_to >= event_from) AND (event_from >= starts_on) AND (event_to <= ends_on))),
  constraint campaigns_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint campaigns_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id) ON DELETE SET NULL,
  constraint campaigns_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES users(id),
  constraint campaigns_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint campaigns_pkey PRIMARY KEY (id),
  constraint campaigns_scenario_fkey FOREIGN KEY (scenario) REFERENCES scenarios(key),
  constraint campaigns_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'preparing'::text, 'live'::text, 'reviewing'::text, 'archived'::text, 'cancelled'::text])))
);

CREATE INDEX campaigns_created_by ON public.campaigns USING btree (created_by, starts_on DESC, id DESC);

CREATE INDEX campaigns_department ON public.campaigns USING btree (department_id, starts_on DESC, id DESC);

CREATE INDEX campaigns_finished ON public.campaigns USING btree (scenario, ends_on DESC) WHERE (stage = ANY (ARRAY['reviewing'::text, 'archived'::text]));

CREATE INDEX campaigns_lead ON public.campaigns USING btree (lead_id);

CREATE INDEX campaigns_list ON public.campaigns USING btree (starts_on DESC, id);

CREATE INDEX campaigns_search ON public.campaigns USING gin (search);

CREATE INDEX campaigns_stage ON public.campaigns USING btree (stage);

create table check_settings (
  rule text not null,
  is_off boolean not null default false,
  severity text,
  bounds jsonb not null default '{}'::jsonb,
  updated_by uuid,
  updated_at timestamp with time zone not null default now(),
  constraint check_settings_pkey PRIMARY KEY (rule),
  constraint check_settings_rule_check CHECK ((rule ~ '^[A-Z][0-9]{2}$'::text)),
  constraint check_settings_severity_check CHECK ((severity = ANY (ARRAY['error'::text, 'warning'::text, 'hint'::text]))),
  constraint check_settings_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(id)
);

create table company (
  id boolean not null default true,
  name text not null,
  time_zone text not null default 'Asia/Shanghai'::text,
  created_at timestamp with time zone not null default now(),
  constraint company_id_check CHECK (id),
  constraint company_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint company_pkey PRIMARY KEY (id)
);

create table credentials (
  id uuid not null,
  user_id uuid not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint credentials_pkey PRIMARY KEY (id),
  constraint credentials_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint credentials_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

CREATE INDEX credentials_user ON public.credentials USING btree (user_id);

create table departments (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  head_id uuid,
  constraint departments_head_id_fkey FOREIGN KEY (head_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint departments_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint departments_name_key UNIQUE (name),
  constraint departments_pkey PRIMARY KEY (id)
);

create table evaluations (
  campaign_id uuid not null,
  highlights text not null default ''::text,
  shortcomings text not null default ''::text,
  next_steps text not null default ''::text,
  updated_by uuid,
  updated_at timestamp with time zone not null default now(),
  constraint evaluations_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint evaluations_pkey PRIMARY KEY (campaign_id),
  constraint evaluations_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(id)
);

create table events (
  seq bigint not null,
  at timestamp with time zone not null default clock_timestamp(),
  actor_id uuid,
  operation text not null,
  kind text not null,
  campaign_id uuid,
  subject_type text not null,
  subject_id uuid,
  before jsonb,
  after jsonb,
  constraint events_pkey PRIMARY KEY (seq)
);

CREATE INDEX events_campaign ON public.events USING btree (campaign_id, seq DESC) WHERE (campaign_id IS NOT NULL);

CREATE INDEX events_subject ON public.events USING btree (subject_id, seq DESC) WHERE (subject_id IS NOT NULL);

CREATE TRIGGER events_append_only BEFORE DELETE OR UPDATE ON public.events FOR EACH ROW EXECUTE FUNCTION refuse_event_change();

CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();

create table files (
  id uuid not null,
  campaign_id uuid,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  content bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null default now(),
  constraint files_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint files_pkey PRIMARY KEY (id),
  constraint files_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES users(id)
);

CREATE INDEX files_campaign ON public.files USING btree (campaign_id);

create table goal_targets (
  id uuid not null,
  goal_id uuid not null,
  split text not null,
  name text not null,
  from_on date,
  to_on date,
  target numeric(18,4) not null,
  position integer not null,
  constraint goal_targets_check CHECK ((to_on >= from_on)),
  constraint goal_targets_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goals(id) ON DELETE CASCADE,
  constraint goal_targets_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint goal_targets_pkey PRIMARY KEY (id),
  constraint goal_targets_split_check CHECK ((split = ANY (ARRAY['phase'::text, 'channel'::text, 'week'::text, 'day'::text, 'own'::text]))),
  constraint goal_targets_target_check CHECK ((target >= (0)::numeric))
);

CREATE UNIQUE INDEX goal_targets_goal ON public.goal_targets USING btree (goal_id, "position");

create table goals (
  id uuid not null,
  campaign_id uuid not null,
  metric text not null,
  kind text not null default 'count'::text,
  unit text not null default ''::text,
  direction text not null default 'up'::text,
  target numeric(18,4) not null,
  actual numeric(18,4),
  note text not null default ''::text,
  position integer not null,
  created_at timestamp with time zone not null default now(),
  metric_key text,
  level text not null default 'key'::text,
  baseline numeric(18,4),
  baseline_source text not null default ''::text,
  due_on date,
  owner_text text not null default ''::text,
  owner_id uuid,
  measure text not null default ''::text,
  reason text not null default ''::text,
  actual_numerator numeric(18,4),
  actual_denominator numeric(18,4),
  constraint goals_baseline_check CHECK ((baseline >= (0)::numeric)),
  constraint goals_baseline_source_check CHECK ((length(baseline_source) <= 200)),
  constraint goals_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint goals_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text]))),
  constraint goals_kind_check CHECK ((kind = ANY (ARRAY['count'::text, 'money'::text, 'rate'::text, 'growth'::text]))),
  constraint goals_level_check CHECK ((level = ANY (ARRAY['key'::text, 'supporting'::text]))),
  constraint goals_measure_check CHECK ((length(measure) <= 300)),
  constraint goals_metric_check CHECK (((length(metric) >= 1) AND (length(metric) <= 60))),
  constraint goals_metric_key_fkey FOREIGN KEY (metric_key) REFERENCES metrics(key) ON DELETE SET NULL,
  constraint goals_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint goals_owner_text_check CHECK ((length(owner_text) <= 100)),
  constraint goals_pkey PRIMARY KEY (id),
  constraint goals_reason_check CHECK ((length(reason) <= 300)),
  constraint goals_target_check CHECK ((target >= (0)::numeric))
);

CREATE INDEX goals_campaign ON public.goals USING btree (campaign_id, "position");

CREATE INDEX goals_metric ON public.goals USING btree (metric_key) WHERE (metric_key IS NOT NULL);

CREATE INDEX goals_owner ON public.goals USING btree (owner_id) WHERE (owner_id IS NOT NULL);

create table group_duties (
  campaign_id uuid not null,
  team_group text not null,
  duties text not null default ''::text,
  works_with text not null default ''::text,
  updated_by uuid,
  updated_at timestamp with time zone not null default now(),
  constraint group_duties_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint group_duties_duties_check CHECK ((length(duties) <= 1000)),
  constraint group_duties_pkey PRIMARY KEY (campaign_id, team_group),
  constraint group_duties_team_group_check CHECK ((team_group = ANY (ARRAY['lead'::text, 'planning'::text, 'execution'::text, 'monitoring'::text, 'logistics'::text]))),
  constraint group_duties_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(id),
  constraint group_duties_works_with_check CHECK ((length(works_with) <= 500))
);

create table idempotency_keys (
  actor_id uuid not null,
  key text not null,
  operation text not null,
  input_hash bytea not null,
  answer jsonb not null,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (actor_id, key)
);

create table imports (
  id uuid not null,
  campaign_id uuid not null,
  file_id uuid,
  source_name text not null,
  understanding jsonb not null,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  applied_at timestamp with time zone,
  constraint imports_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint imports_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint imports_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE SET NULL,
  constraint imports_pkey PRIMARY KEY (id)
);

CREATE INDEX imports_campaign ON public.imports USING btree (campaign_id, created_at);

create table metrics (
  key text not null,
  name_zh text not null,
  name_en text not null,
  kind text not null,
  direction text not null,
  words_zh jsonb not null,
  words_en jsonb not null,
  built_in boolean not null default false,
  revision integer not null default 1,
  retired_at timestamp with time zone,
  position integer not null,
  constraint metrics_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text]))),
  constraint metrics_key_check CHECK (((length(key) >= 1) AND (length(key) <= 40))),
  constraint metrics_kind_check CHECK ((kind = ANY (ARRAY['count'::text, 'money'::text, 'rate'::text, 'growth'::text]))),
  constraint metrics_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 60))),
  constraint metrics_name_zh_check CHECK (((length(name_zh) >= 1) AND (length(name_zh) <= 60))),
  constraint metrics_pkey PRIMARY KEY (key)
);

CREATE UNIQUE INDEX metrics_name_en ON public.metrics USING btree (lower(name_en));

CREATE UNIQUE INDEX metrics_name_zh ON public.metrics USING btree (lower(name_zh));

create table notice_preferences (
  user_id uuid not null,
  locale text not null default 'zh-CN'::text,
  mail jsonb not null default '{}'::jsonb,
  quiet_from time without time zone,
  quiet_to time without time zone,
  digest_at time without time zone not null default '09:00:00'::time without time zone,
  updated_at timestamp with time zone not null default now(),
  constraint notice_preferences_check CHECK (((quiet_from IS NULL) = (quiet_to IS NULL))),
  constraint notice_preferences_locale_check CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  constraint notice_preferences_pkey PRIMARY KEY (user_id),
  constraint notice_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table notices (
  id uuid not null default new_id(),
  user_id uuid not null,
  code text not null,
  topic text not null,
  data jsonb not null default '{}'::jsonb,
  link text not null,
  campaign_id uuid,
  subject_id uuid,
  created_at timestamp with time zone not null default clock_timestamp(),
  read_at timestamp with time zone,
  settled_at timestamp with time zone,
  mail_state text not null default 'none'::text,
  mail_due_at timestamp with time zone,
  mail_tries integer not null default 0,
  mail_sent_at timestamp with time zone,
  mail_error text,
  constraint notices_check CHECK (((mail_state = 'sent'::text) = (mail_sent_at IS NOT NULL))),
  constraint notices_code_check CHECK (((length(code) >= 3) AND (length(code) <= 100))),
  constraint notices_link_check CHECK (((link ~~ '/%'::text) AND (link !~~ '//%'::text))),
  constraint notices_mail_state_check CHECK ((mail_state = ANY (ARRAY['none'::text, 'due'::text, 'digest'::text, 'sent'::text, 'failed'::text]))),
  constraint notices_pkey PRIMARY KEY (id),
  constraint notices_topic_check CHECK ((topic = ANY (ARRAY['approval'::text, 'request'::text, 'money'::text, 'briefing'::text, 'task'::text])))
);

CREATE INDEX notices_mail ON public.notices USING btree (mail_due_at) WHERE (mail_state = ANY (ARRAY['due'::text, 'digest'::text]));

CREATE INDEX notices_subject ON public.notices USING btree (subject_id) WHERE (subject_id IS NOT NULL);

CREATE INDEX notices_unread ON public.notices USING btree (user_id, id DESC) WHERE ((read_at IS NULL) AND (settled_at IS NULL));

CREATE INDEX notices_user ON public.notices USING btree (user_id, id DESC);

create table plan_channels (
  id uuid not null,
  campaign_id uuid not null,
  position integer not null,
  channel text not null default ''::text,
  phase text not null default 'warmup'::text,
  start_on date,
  end_on date,
  content text not null default ''::text,
  persona text not null default ''::text,
  category text not null default ''::text,
  amount_cents bigint not null default 0,
  metric text not null default ''::text,
  target numeric(18,4),
  owner_text text not null default ''::text,
  note text not null default ''::text,
  constraint plan_channels_amount_cents_check CHECK (((amount_cents >= 0) AND (amount_cents <= '999999999999'::bigint))),
  constraint plan_channels_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint plan_channels_check CHECK ((end_on >= start_on)),
  constraint plan_channels_phase_check CHECK ((phase = ANY (ARRAY['warmup'::text, 'burst'::text, 'sustain'::text]))),
  constraint plan_channels_pkey PRIMARY KEY (id),
  constraint plan_channels_target_check CHECK ((target >= (0)::numeric))
);

CREATE INDEX plan_channels_campaign ON public.plan_channels USING btree (campaign_id, "position");

create table plan_data (
  id uuid not null,
  campaign_id uuid not null,
  position integer not null,
  item text not null default ''::text,
  purpose text not null default ''::text,
  source text not null default ''::text,
  consent text not null default ''::text,
  keep_until date,
  owner_text text not null default ''::text,
  note text not null default ''::text,
  constraint plan_data_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint plan_data_pkey PRIMARY KEY (id)
);

CREATE INDEX plan_data_campaign ON public.plan_data USING btree (campaign_id, "position");

create table plan_materials (
  id uuid not null,
  campaign_id uuid not null,
  position integer not null,
  name text not null default ''::text,
  spec text not null default ''::text,
  quantity numeric(18,4),
  unit text not null default ''::text,
  category text not null default ''::text,
  supplier text not null default ''::text,
  due_on date,
  owner_text text not null default ''::text,
  note text not null default ''::text,
  constraint plan_materials_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint plan_materials_pkey PRIMARY KEY (id),
  constraint plan_materials_quantity_check CHECK ((quantity >= (0)::numeric))
);

CREATE INDEX plan_materials_campaign ON public.plan_materials USING btree (campaign_id, "position");

create table plan_personas (
  id uuid not null,
  campaign_id uuid not null,
  position integer not null,
  name text not null default ''::text,
  traits text not null default ''::text,
  needs text not null default ''::text,
  reach text not null default ''::text,
  note text not null default ''::text,
  constraint plan_personas_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint plan_personas_pkey PRIMARY KEY (id)
);

CREATE INDEX plan_personas_campaign ON public.plan_personas USING btree (campaign_id, "position");

create table plan_questions (
  id uuid not null,
  campaign_id uuid not null,
  position integer not null,
  question text not null default ''::text,
  kind text not null default 'single'::text,
  choices text not null default ''::text,
  required boolean not null default true,
  note text not null default ''::text,
  constraint plan_questions_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint plan_questions_kind_check CHECK ((kind = ANY (ARRAY['single'::text, 'multiple'::text, 'rating'::text, 'nps'::text, 'text'::text]))),
  constraint plan_questions_pkey PRIMARY KEY (id)
);

CREATE INDEX plan_questions_campaign ON public.plan_questions USING btree (campaign_id, "position");

create table plan_risks (
  id uuid not null,
  campaign_id uuid not null,
  position integer not null,
  risk text not null default ''::text,
  kind text not null default 'other'::text,
  probability text not null default 'medium'::text,
  effect text not null default 'medium'::text,
  trigger text not null default ''::text,
  prevention text not null default ''::text,
  response text not null default ''::text,
  owner_text text not null default ''::text,
  note text not null default ''::text,
  constraint plan_risks_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint plan_risks_effect_check CHECK ((effect = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))),
  constraint plan_risks_kind_check CHECK ((kind = ANY (ARRAY['crowd'::text, 'equipment'::text, 'complaint'::text, 'weather'::text, 'supply'::text, 'people'::text, 'opinion'::text, 'compliance'::text, 'money'::text, 'other'::text]))),
  constraint plan_risks_pkey PRIMARY KEY (id),
  constraint plan_risks_probability_check CHECK ((probability = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])))
);

CREATE INDEX plan_risks_campaign ON public.plan_risks USING btree (campaign_id, "position");

create table plan_section_updates (
  section_id uuid not null,
  revision bigint not null,
  content bytea not null,
  written_by uuid not null,
  written_at timestamp with time zone not null default now(),
  constraint plan_section_updates_pkey PRIMARY KEY (section_id, revision),
  constraint plan_section_updates_section_id_fkey FOREIGN KEY (section_id) REFERENCES plan_sections(id) ON DELETE CASCADE,
  constraint plan_section_updates_written_by_fkey FOREIGN KEY (written_by) REFERENCES users(id)
);

create table plan_sections (
  id uuid not null,
  campaign_id uuid not null,
  key text not null,
  title text not null default ''::text,
  position integer not null,
  content jsonb not null default '{"type": "doc", "content": []}'::jsonb,
  words text not null default ''::text,
  state bytea,
  revision bigint not null default 0,
  updated_by uuid,
  updated_at timestamp with time zone not null default now(),
  constraint plan_sections_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint plan_sections_key_check CHECK ((key = ANY (ARRAY['theme'::text, 'period'::text, 'goals'::text, 'audience'::text, 'channels'::text, 'process'::text, 'materials'::text, 'budget'::text, 'team'::text, 'schedule'::text, 'risks'::text, 'compliance'::text, 'own'::text]))),
  constraint plan_sections_pkey PRIMARY KEY (id),
  constraint plan_sections_title_check CHECK ((length(title) <= 60)),
  constraint plan_sections_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(id)
);

CREATE INDEX plan_sections_campaign ON public.plan_sections USING btree (campaign_id, "position");

CREATE UNIQUE INDEX plan_sections_key ON public.plan_sections USING btree (campaign_id, key) WHERE (key <> 'own'::text);

create table plan_steps (
  id uuid not null,
  campaign_id uuid not null,
  position integer not null,
  day integer not null default 1,
  start_time time without time zone,
  minutes integer,
  title text not null default ''::text,
  place text not null default ''::text,
  owner_text text not null default ''::text,
  hard_start boolean not null default false,
  note text not null default ''::text,
  constraint plan_steps_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint plan_steps_day_check CHECK (((day >= '-7'::integer) AND (day <= 60))),
  constraint plan_steps_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1440))),
  constraint plan_steps_pkey PRIMARY KEY (id)
);

CREATE INDEX plan_steps_campaign ON public.plan_steps USING btree (campaign_id, "position");

create table plan_zones (
  id uuid not null,
  campaign_id uuid not null,
  position integer not null,
  name text not null default ''::text,
  duty text not null default ''::text,
  staff integer,
  capacity integer,
  owner_text text not null default ''::text,
  note text not null default ''::text,
  constraint plan_zones_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint plan_zones_capacity_check CHECK (((capacity >= 0) AND (capacity <= 1000000))),
  constraint plan_zones_pkey PRIMARY KEY (id),
  constraint plan_zones_staff_check CHECK (((staff >= 0) AND (staff <= 10000)))
);

CREATE INDEX plan_zones_campaign ON public.plan_zones USING btree (campaign_id, "position");

create table playbooks (
  id uuid not null,
  built_in_key text,
  scenario text not null,
  name text not null,
  content jsonb not null,
  from_campaign_id uuid,
  revision integer not null default 1,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  updated_by uuid not null,
  updated_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone,
  constraint playbooks_built_in_key_check CHECK (((length(built_in_key) >= 1) AND (length(built_in_key) <= 40))),
  constraint playbooks_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id),
  constraint playbooks_from_campaign_id_fkey FOREIGN KEY (from_campaign_id) REFERENCES campaigns(id) ON DELETE SET NULL,
  constraint playbooks_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint playbooks_pkey PRIMARY KEY (id),
  constraint playbooks_scenario_fkey FOREIGN KEY (scenario) REFERENCES scenarios(key),
  constraint playbooks_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES users(id)
);

CREATE INDEX playbooks_campaign ON public.playbooks USING btree (from_campaign_id);

CREATE INDEX playbooks_list ON public.playbooks USING btree (scenario, name) WHERE (retired_at IS NULL);

CREATE UNIQUE INDEX playbooks_built_in ON public.playbooks USING btree (built_in_key) WHERE ((built_in_key IS NOT NULL) AND (retired_at IS NULL));

create table rate_limits (
  key text not null,
  points integer not null default 0,
  expire bigint,
  constraint rate_limits_pkey PRIMARY KEY (key)
);

create table scenarios (
  key text not null,
  name_zh text not null,
  name_en text not null,
  position integer not null,
  built_in boolean not null default false,
  constraint scenarios_pkey PRIMARY KEY (key)
);

create table schedule_baselines (
  campaign_id uuid not null,
  version integer not null,
  starts_on date not null,
  ends_on date not null,
  event_from date,
  event_to date,
  approved_at timestamp with time zone not null default now(),
  constraint schedule_baselines_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint schedule_baselines_pkey PRIMARY KEY (campaign_id, version)
);

create table schema_migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

create table sessions (
  id uuid not null,
  user_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_key UNIQUE (token),
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

CREATE INDEX sessions_user ON public.sessions USING btree (user_id);

create table stage_moves (
  id uuid not null,
  campaign_id uuid not null,
  from_stage text not null,
  to_stage text not null,
  reason text not null default ''::text,
  moved_by uuid not null,
  moved_at timestamp with time zone not null default now(),
  constraint stage_moves_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint stage_moves_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES users(id),
  constraint stage_moves_pkey PRIMARY KEY (id)
);

CREATE INDEX stage_moves_campaign ON public.stage_moves USING btree (campaign_id, moved_at);

create table task_baselines (
  campaign_id uuid not null,
  version integer not null,
  task_id uuid not null,
  title text not null,
  start_on date,
  end_on date,
  due_time time without time zone,
  made_at timestamp with time zone not null default now(),
  constraint task_baselines_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint task_baselines_campaign_id_version_fkey FOREIGN KEY (campaign_id, version) REFERENCES schedule_baselines(campaign_id, version) ON DELETE CASCADE,
  constraint task_baselines_pkey PRIMARY KEY (campaign_id, version, task_id)
);

create table task_delays (
  id uuid not null,
  campaign_id uuid not null,
  task_id uuid not null,
  kind text not null,
  cause text not null,
  reason text not null default ''::text,
  from_end_on date,
  to_end_on date,
  told_by uuid,
  told_at timestamp with time zone not null default now(),
  constraint task_delays_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint task_delays_cause_check CHECK ((cause = ANY (ARRAY['supplier'::text, 'approval'::text, 'design'::text, 'people'::text, 'venue'::text, 'weather'::text, 'change'::text, 'upstream'::text, 'other'::text]))),
  constraint task_delays_kind_check CHECK ((kind = ANY (ARRAY['foreseen'::text, 'postponed'::text, 'explained'::text]))),
  constraint task_delays_pkey PRIMARY KEY (id),
  constraint task_delays_reason_check CHECK ((length(reason) <= 500)),
  constraint task_delays_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE CASCADE,
  constraint task_delays_told_by_fkey FOREIGN KEY (told_by) REFERENCES users(id)
);

CREATE INDEX task_delays_campaign ON public.task_delays USING btree (campaign_id, told_at);

CREATE INDEX task_delays_task ON public.task_delays USING btree (task_id, told_at);

create table task_links (
  task_id uuid not null,
  predecessor_id uuid not null,
  type text not null default 'FS'::text,
  lag_days integer not null default 0,
  lag_unit text not null default 'day'::text,
  constraint task_links_check CHECK ((task_id <> predecessor_id)),
  constraint task_links_lag_days_check CHECK (((lag_days >= '-365'::integer) AND (lag_days <= 365))),
  constraint task_links_lag_unit_check CHECK ((lag_unit = ANY (ARRAY['day'::text, 'workday'::text]))),
  constraint task_links_pkey PRIMARY KEY (task_id, predecessor_id),
  constraint task_links_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES tasks(id) ON DELETE CASCADE,
  constraint task_links_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE CASCADE,
  constraint task_links_type_check CHECK ((type = ANY (ARRAY['FS'::text, 'SS'::text, 'FF'::text, 'SF'::text])))
);

CREATE INDEX task_links_predecessor ON public.task_links USING btree (predecessor_id);

create table task_reminders (
  task_id uuid not null,
  kind text not null,
  due_on date not null,
  sent_at timestamp with time zone not null default now(),
  constraint task_reminders_kind_check CHECK ((kind = ANY (ARRAY['soon'::text, 'today'::text, 'late'::text]))),
  constraint task_reminders_pkey PRIMARY KEY (task_id, kind, due_on),
  constraint task_reminders_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE CASCADE
);

create table task_reports (
  id uuid not null,
  campaign_id uuid not null,
  task_id uuid not null,
  text text not null default ''::text,
  file_id uuid,
  told_by uuid,
  told_at timestamp with time zone not null default now(),
  received_at timestamp with time zone not null default now(),
  constraint task_reports_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint task_reports_check CHECK (((text <> ''::text) OR (file_id IS NOT NULL))),
  constraint task_reports_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint task_reports_pkey PRIMARY KEY (id),
  constraint task_reports_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE CASCADE,
  constraint task_reports_text_check CHECK ((length(text) <= 1000)),
  constraint task_reports_told_by_fkey FOREIGN KEY (told_by) REFERENCES users(id)
);

CREATE INDEX task_reports_file ON public.task_reports USING btree (file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX task_reports_task ON public.task_reports USING btree (task_id, told_at);

create table tasks (
  id uuid not null,
  campaign_id uuid not null,
  phase text not null,
  when_text text not null default ''::text,
  start_on date,
  end_on date,
  due_time time without time zone,
  title text not null default ''::text,
  owner_text text not null default ''::text,
  owner_id uuid,
  state text not null default 'open'::text,
  note text not null default ''::text,
  position integer not null,
  created_at timestamp with time zone not null default now(),
  milestone boolean not null default false,
  fixed boolean not null default false,
  not_before_on date,
  due_on date,
  duration_unit text not null default 'day'::text,
  parent_id uuid,
  resource_text text not null default ''::text,
  deliverable text not null default ''::text,
  done_at timestamp with time zone,
  constraint tasks_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint tasks_campaign_id_id_key UNIQUE (campaign_id, id),
  constraint tasks_campaign_id_parent_id_fkey FOREIGN KEY (campaign_id, parent_id) REFERENCES tasks(campaign_id, id) ON DELETE SET NULL (parent_id),
  constraint tasks_check CHECK ((end_on >= start_on)),
  constraint tasks_check1 CHECK ((due_on >= not_before_on)),
  constraint tasks_check2 CHECK ((parent_id <> id)),
  constraint tasks_deliverable_check CHECK ((length(deliverable) <= 200)),
  constraint tasks_duration_unit_check CHECK ((duration_unit = ANY (ARRAY['day'::text, 'workday'::text]))),
  constraint tasks_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint tasks_phase_check CHECK ((phase = ANY (ARRAY['preparation'::text, 'execution'::text, 'retrospective'::text]))),
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_resource_text_check CHECK ((length(resource_text) <= 200)),
  constraint tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'doing'::text, 'done'::text, 'delayed'::text, 'cancelled'::text]))),
  constraint tasks_title_check CHECK ((length(title) <= 300))
);

CREATE INDEX tasks_campaign ON public.tasks USING btree (campaign_id, "position");

CREATE INDEX tasks_done ON public.tasks USING btree (done_at) WHERE (done_at IS NOT NULL);

CREATE INDEX tasks_due ON public.tasks USING btree (end_on) WHERE (state = ANY (ARRAY['open'::text, 'doing'::text, 'delayed'::text]));

CREATE INDEX tasks_owner ON public.tasks USING btree (owner_id) WHERE (owner_id IS NOT NULL);

CREATE INDEX tasks_parent ON public.tasks USING btree (parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX tasks_resource ON public.tasks USING gist (daterange(COALESCE(start_on, end_on), COALESCE(end_on, start_on), '[]'::text)) WHERE ((resource_text <> ''::text) AND (COALESCE(start_on, end_on) IS NOT NULL) AND (state <> ALL (ARRAY['done'::text, 'cancelled'::text])));

CREATE TRIGGER task_done BEFORE INSERT OR UPDATE OF state ON public.tasks FOR EACH ROW EXECUTE FUNCTION note_task_done();

create table users (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  title text not null default ''::text,
  org_role text not null default 'member'::text,
  department_id uuid,
  activated_at timestamp with time zone,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint users_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id) ON DELETE SET NULL,
  constraint users_email_check CHECK ((email = lower(email))),
  constraint users_email_key UNIQUE (email),
  constraint users_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint users_org_role_check CHECK ((org_role = ANY (ARRAY['admin'::text, 'management'::text, 'finance'::text, 'member'::text]))),
  constraint users_pkey PRIMARY KEY (id)
);

CREATE INDEX users_department ON public.users USING btree (department_id);

CREATE TRIGGER users_kept BEFORE DELETE ON public.users FOR EACH ROW EXECUTE FUNCTION refuse_person_delete();

CREATE TRIGGER users_no_truncate BEFORE TRUNCATE ON public.users FOR EACH STATEMENT EXECUTE FUNCTION refuse_person_delete();

create table verifications (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verifications_pkey PRIMARY KEY (id)
);

CREATE INDEX verifications_identifier ON public.verifications USING btree (identifier);

create table versions (
  id uuid not null,
  campaign_id uuid not null,
  kind text not null,
  number integer not null,
  content jsonb not null,
  sha256 text not null,
  submitted_by uuid not null,
  submitted_at timestamp with time zone not null default now(),
  note text not null default ''::text,
  subject_id uuid not null,
  constraint versions_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint versions_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'budget'::text, 'spending'::text, 'transfer'::text, 'reserve'::text, 'material'::text, 'adjustment'::text, 'evaluation'::text]))),
  constraint versions_number_check CHECK ((number > 0)),
  constraint versions_pkey PRIMARY KEY (id),
  constraint versions_sha256_check CHECK ((length(sha256) = 64)),
  constraint versions_subject_number UNIQUE (subject_id, kind, number)
);

CREATE INDEX versions_campaign ON public.versions USING btree (campaign_id, kind);

create table work_areas (
  id uuid not null,
  campaign_id uuid not null,
  position integer not null,
  area text not null default ''::text,
  responsible text not null default ''::text,
  accountable text not null default ''::text,
  consulted text not null default ''::text,
  informed text not null default ''::text,
  note text not null default ''::text,
  constraint work_areas_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint work_areas_pkey PRIMARY KEY (id)
);

CREATE INDEX work_areas_campaign ON public.work_areas USING btree (campaign_id, "position");
