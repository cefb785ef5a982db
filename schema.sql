-- Made by `npm run schema` from the migrated database, to be read. The migrations are the source.

CREATE OR REPLACE FUNCTION public.refuse_event_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the event log is append-only';
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

CREATE OR REPLACE FUNCTION public.search_grams(value text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(array_agg(distinct substr(t, i, 2)), '{}')
  from (select lower(value) as t) s, generate_series(1, greatest(length(t) - 1, 1)) as i
$function$;

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

CREATE TRIGGER approval_decisions_not_own BEFORE INSERT ON public.approval_decisions FOR EACH ROW EXECUTE FUNCTION refuse_own_approval();

create table approvals (
  id uuid not null,
  campaign_id uuid not null,
  version_id uuid not null,
  kind text not null,
  title text not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null default now(),
  constraint approvals_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint approvals_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'evaluation'::text]))),
  constraint approvals_pkey PRIMARY KEY (id),
  constraint approvals_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES users(id),
  constraint approvals_version_id_fkey FOREIGN KEY (version_id) REFERENCES versions(id) ON DELETE CASCADE,
  constraint approvals_version_id_key UNIQUE (version_id)
);

CREATE UNIQUE INDEX approvals_campaign ON public.approvals USING btree (campaign_id, kind, version_id);

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
  constraint budget_lines_actual_cents_check CHECK (((actual_cents >= '-999999999999'::bigint) AND (actual_cents <= '999999999999'::bigint))),
  constraint budget_lines_amount_cents_check CHECK (((amount_cents >= 0) AND (amount_cents <= '999999999999'::bigint))),
  constraint budget_lines_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint budget_lines_category_check CHECK ((length(category) <= 60)),
  constraint budget_lines_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint budget_lines_pkey PRIMARY KEY (id)
);

CREATE INDEX budget_lines_campaign ON public.budget_lines USING btree (campaign_id, "position");

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

CREATE INDEX campaigns_lead ON public.campaigns USING btree (lead_id);

CREATE INDEX campaigns_list ON public.campaigns USING btree (starts_on DESC, id);

CREATE INDEX campaigns_search ON public.campaigns USING gin (search);

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
  constraint events_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id),
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
  constraint goals_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint goals_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text]))),
  constraint goals_kind_check CHECK ((kind = ANY (ARRAY['count'::text, 'money'::text, 'rate'::text, 'growth'::text]))),
  constraint goals_metric_check CHECK (((length(metric) >= 1) AND (length(metric) <= 60))),
  constraint goals_pkey PRIMARY KEY (id),
  constraint goals_target_check CHECK ((target >= (0)::numeric))
);

CREATE INDEX goals_campaign ON public.goals USING btree (campaign_id, "position");

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
  constraint tasks_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint tasks_check CHECK ((end_on >= start_on)),
  constraint tasks_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint tasks_phase_check CHECK ((phase = ANY (ARRAY['preparation'::text, 'execution'::text, 'retrospective'::text]))),
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'doing'::text, 'done'::text, 'delayed'::text, 'cancelled'::text]))),
  constraint tasks_title_check CHECK ((length(title) <= 300))
);

CREATE INDEX tasks_campaign ON public.tasks USING btree (campaign_id, "position");

CREATE INDEX tasks_owner ON public.tasks USING btree (owner_id) WHERE (owner_id IS NOT NULL);

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
  constraint versions_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns(id) ON DELETE CASCADE,
  constraint versions_campaign_id_kind_number_key UNIQUE (campaign_id, kind, number),
  constraint versions_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'evaluation'::text]))),
  constraint versions_number_check CHECK ((number > 0)),
  constraint versions_pkey PRIMARY KEY (id),
  constraint versions_sha256_check CHECK ((length(sha256) = 64)),
  constraint versions_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES users(id)
);
