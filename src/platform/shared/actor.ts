import type { Locale } from './messages.ts';

/** Roles in the organisation. Campaign roles are kept per campaign (team). */
export const ORG_ROLES = ['admin', 'management', 'finance', 'member'] as const;
export type OrgRole = (typeof ORG_ROLES)[number];

/** The signed-in person on whose behalf an operation runs. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly orgRole: OrgRole;
  readonly departmentId: string | null;
}

/** How a request reached us: language, address, time. */
export interface Caller {
  readonly actor: Actor | undefined;
  readonly locale: Locale;
  /** The address that rate limits count by. */
  readonly address: string;
}
