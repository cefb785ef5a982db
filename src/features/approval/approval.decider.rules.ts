import type { OrgRole } from '#platform/shared/actor.ts';
import type { Approver } from './approval.route.rules.ts';

/** Someone who could decide. `active`: has joined and is not disabled. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly orgRole: OrgRole;
  readonly active: boolean;
}

/** What `lead` and `head` mean for one campaign, and who asks. */
export interface Surroundings {
  readonly people: readonly Candidate[];
  readonly leadId: string | null;
  readonly headId: string | null;
  /** Never decides: no one approves their own request. */
  readonly requesterId: string | null;
}

export interface Deciders<C extends Candidate = Candidate> {
  readonly people: readonly C[];
  /** Nobody is meant by the step's own approver, so management decides. */
  readonly instead: boolean;
}

function meant(approver: Approver, { leadId, headId }: Surroundings): (person: Candidate) => boolean {
  switch (approver.type) {
    case 'role': return (person) => person.orgRole === approver.role;
    case 'person': return (person) => person.id === approver.userId;
    case 'lead': return (person) => person.id === leadId;
    case 'head': return (person) => person.id === headId;
  }
}

/** Who decides a step today; management when the approver is nobody who may. Both empty: nobody at all. */
export function decidersOf(approver: Approver, around: Surroundings): Deciders {
  const may = around.people.filter((person) => person.active && person.id !== around.requesterId);
  const own = may.filter(meant(approver, around));
  return own.length > 0 ? { people: own, instead: false } : { people: may.filter((person) => person.orgRole === 'management'), instead: true };
}
