// Made by `npm run schema` from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface Tables {
  approval_acts: {
    id: Generated<number>;
    approval_id: string;
    step_id: string | null;
    kind: string;
    by_id: string | null;
    for_id: string | null;
    to_id: string | null;
    words: Generated<string>;
    at: Generated<string>;
  };
  approval_assignees: {
    step_id: string;
    user_id: string | null;
    org_role: string | null;
    source: Generated<string>;
    decided_at: string | null;
    removed_at: string | null;
  };
  approval_decisions: {
    approval_id: string;
    decision: string;
    reason: Generated<string>;
    decided_by: string;
    decided_at: Generated<string>;
  };
  approval_delegations: {
    id: string;
    from_id: string;
    to_id: string;
    from_on: string;
    to_on: string;
    reason: Generated<string>;
    created_by: string;
    created_at: Generated<string>;
    ended_at: string | null;
  };
  approval_routes: {
    id: string;
    kind: string;
    category: Generated<string>;
    department_id: string | null;
    from_cents: number | null;
    to_cents: number | null;
    steps: unknown;
    position: number;
    revision: Generated<number>;
    updated_by: string | null;
    updated_at: Generated<string>;
  };
  approval_steps: {
    id: string;
    approval_id: string;
    position: number;
    name: string;
    mode: string;
    approver: unknown;
    due_days: number | null;
    escalate: unknown;
    state: Generated<string>;
    opened_at: string | null;
    due_on: string | null;
    closed_at: string | null;
    reminded_on: string | null;
    escalated_at: string | null;
  };
  approvals: {
    id: string;
    campaign_id: string;
    version_id: string;
    kind: string;
    title: string;
    requested_by: string;
    requested_at: Generated<string>;
    subject_id: string;
    amount_cents: number | null;
    category: Generated<string>;
  };
  archives: {
    id: string;
    campaign_id: string;
    sha256: string;
    size: number;
    content: Buffer;
    created_by: string;
    created_at: Generated<string>;
  };
  attached_tables: {
    id: string;
    campaign_id: string;
    import_id: string | null;
    kind: string;
    title: string;
    content: unknown;
    position: number;
    created_at: Generated<string>;
  };
  budget_balances: {
    line_id: string;
    campaign_id: string;
    allocated_cents: Generated<number>;
    reserved_cents: Generated<number>;
    committed_cents: Generated<number>;
    spent_cents: Generated<number>;
    free_cents: Generated<number>;
    spendings: Generated<number>;
    warned_percent: Generated<number>;
  };
  budget_entries: {
    id: Generated<number>;
    campaign_id: string;
    line_id: string;
    kind: string;
    amount_cents: number;
    allocated_delta: Generated<number>;
    reserved_delta: Generated<number>;
    committed_delta: Generated<number>;
    spent_delta: Generated<number>;
    request_id: string | null;
    invoice_id: string | null;
    other_line_id: string | null;
    cause_kind: string | null;
    note: Generated<string>;
    file_id: string | null;
    by_id: string | null;
    at: Generated<string>;
  };
  budget_invoices: {
    id: string;
    request_id: string;
    campaign_id: string;
    line_id: string;
    kind: string;
    number: Generated<string>;
    number_key: Generated<string>;
    issued_on: string;
    amount_cents: number;
    file_id: string | null;
    note: Generated<string>;
    explanation: Generated<string>;
    state: string;
    reason: Generated<string>;
    recorded_by: string;
    recorded_at: Generated<string>;
    checked_by: string | null;
    checked_at: string | null;
  };
  budget_lines: {
    id: string;
    campaign_id: string;
    category: Generated<string>;
    detail: Generated<string>;
    amount_cents: Generated<number>;
    actual_cents: number | null;
    owner_text: Generated<string>;
    owner_id: string | null;
    note: Generated<string>;
    position: number;
    created_at: Generated<string>;
    after_plan: Generated<boolean>;
  };
  budget_payments: {
    invoice_id: string;
    paid_on: string;
    reference: Generated<string>;
    paid_by: string;
    paid_at: Generated<string>;
  };
  budget_request_files: {
    request_id: string;
    file_id: string;
  };
  budget_requests: {
    id: string;
    number: Generated<number>;
    campaign_id: string;
    kind: string;
    line_id: string;
    to_line_id: string | null;
    amount_cents: number;
    payee: Generated<string>;
    purpose: string;
    effect: Generated<string>;
    cause_kind: string | null;
    cause: Generated<string>;
    explanation: Generated<string>;
    needed_on: string | null;
    state: string;
    approval_id: string | null;
    requested_by: string;
    created_at: Generated<string>;
    submitted_at: string | null;
    decided_at: string | null;
    closed_at: string | null;
  };
  budget_settings: {
    id: Generated<boolean>;
    reserve_from_percent: Generated<number>;
    reserve_to_percent: Generated<number>;
    warn_percents: Generated<number[]>;
    updated_by: string | null;
    updated_at: Generated<string>;
  };
  budget_versions: {
    id: string;
    campaign_id: string;
    number: number;
    kind: string;
    request_id: string | null;
    approval_id: string | null;
    lines: unknown;
    total_cents: number;
    made_by: string | null;
    made_at: Generated<string>;
  };
  campaign_members: {
    campaign_id: string;
    user_id: string;
    team_group: string;
    created_at: Generated<string>;
  };
  campaigns: {
    id: string;
    name: string;
    scenario: string;
    theme: Generated<string>;
    audience: Generated<string>;
    stage: Generated<string>;
    lead_id: string | null;
    department_id: string | null;
    starts_on: string;
    ends_on: string;
    event_from: string | null;
    event_to: string | null;
    time_zone: Generated<string>;
    created_by: string;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    search: Generated<string[]>;
  };
  company: {
    id: Generated<boolean>;
    name: string;
    time_zone: Generated<string>;
    created_at: Generated<string>;
  };
  credentials: {
    id: string;
    user_id: string;
    account_id: string;
    provider_id: string;
    password: string | null;
    access_token: string | null;
    refresh_token: string | null;
    id_token: string | null;
    access_token_expires_at: string | null;
    refresh_token_expires_at: string | null;
    scope: string | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };
  departments: {
    id: string;
    name: string;
    created_at: Generated<string>;
    head_id: string | null;
  };
  evaluations: {
    campaign_id: string;
    highlights: Generated<string>;
    shortcomings: Generated<string>;
    next_steps: Generated<string>;
    updated_by: string | null;
    updated_at: Generated<string>;
  };
  events: {
    seq: Generated<number>;
    at: Generated<string>;
    actor_id: string | null;
    operation: string;
    kind: string;
    campaign_id: string | null;
    subject_type: string;
    subject_id: string | null;
    before: unknown;
    after: unknown;
  };
  files: {
    id: string;
    campaign_id: string | null;
    name: string;
    media_type: string;
    size: number;
    sha256: string;
    content: Buffer;
    uploaded_by: string;
    uploaded_at: Generated<string>;
  };
  goals: {
    id: string;
    campaign_id: string;
    metric: string;
    kind: Generated<string>;
    unit: Generated<string>;
    direction: Generated<string>;
    target: number;
    actual: number | null;
    note: Generated<string>;
    position: number;
    created_at: Generated<string>;
  };
  idempotency_keys: {
    actor_id: string;
    key: string;
    operation: string;
    input_hash: Buffer;
    answer: unknown;
    created_at: Generated<string>;
  };
  imports: {
    id: string;
    campaign_id: string;
    file_id: string | null;
    source_name: string;
    understanding: unknown;
    created_by: string;
    created_at: Generated<string>;
    applied_at: string | null;
  };
  notice_preferences: {
    user_id: string;
    locale: Generated<string>;
    mail: Generated<unknown>;
    quiet_from: string | null;
    quiet_to: string | null;
    digest_at: Generated<string>;
    updated_at: Generated<string>;
  };
  notices: {
    id: Generated<string>;
    user_id: string;
    code: string;
    topic: string;
    data: Generated<unknown>;
    link: string;
    campaign_id: string | null;
    subject_id: string | null;
    created_at: Generated<string>;
    read_at: string | null;
    settled_at: string | null;
    mail_state: Generated<string>;
    mail_due_at: string | null;
    mail_tries: Generated<number>;
    mail_sent_at: string | null;
    mail_error: string | null;
  };
  rate_limits: {
    key: string;
    points: Generated<number>;
    expire: number | null;
  };
  scenarios: {
    key: string;
    name_zh: string;
    name_en: string;
    position: number;
    built_in: Generated<boolean>;
  };
  schema_migrations: {
    name: string;
    checksum: string;
    applied_at: Generated<string>;
  };
  sessions: {
    id: string;
    user_id: string;
    token: string;
    expires_at: string;
    ip_address: string | null;
    user_agent: string | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };
  stage_moves: {
    id: string;
    campaign_id: string;
    from_stage: string;
    to_stage: string;
    reason: Generated<string>;
    moved_by: string;
    moved_at: Generated<string>;
  };
  tasks: {
    id: string;
    campaign_id: string;
    phase: string;
    when_text: Generated<string>;
    start_on: string | null;
    end_on: string | null;
    due_time: string | null;
    title: Generated<string>;
    owner_text: Generated<string>;
    owner_id: string | null;
    state: Generated<string>;
    note: Generated<string>;
    position: number;
    created_at: Generated<string>;
  };
  users: {
    id: string;
    name: string;
    email: string;
    email_verified: Generated<boolean>;
    image: string | null;
    title: Generated<string>;
    org_role: Generated<string>;
    department_id: string | null;
    activated_at: string | null;
    disabled_at: string | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };
  verifications: {
    id: string;
    identifier: string;
    value: string;
    expires_at: string;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };
  versions: {
    id: string;
    campaign_id: string;
    kind: string;
    number: number;
    content: unknown;
    sha256: string;
    submitted_by: string;
    submitted_at: Generated<string>;
    note: Generated<string>;
    subject_id: string;
  };
}
