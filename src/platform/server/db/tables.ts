// Made by `npm run schema` from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface Tables {
  approval_decisions: {
    approval_id: string;
    decision: string;
    reason: Generated<string>;
    decided_by: string;
    decided_at: Generated<string>;
  };
  approvals: {
    id: string;
    campaign_id: string;
    version_id: string;
    kind: string;
    title: string;
    requested_by: string;
    requested_at: Generated<string>;
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
  };
}
