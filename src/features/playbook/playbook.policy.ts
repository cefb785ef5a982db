import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { isDraft } from '#features/campaign/campaign.rules.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { Access } from '#platform/shared/contract.ts';

/** What permissions on a playbook are decided on. `id` is null for a built-in one that the company has not edited. */
export interface PlaybookFacts {
  readonly key: string;
  readonly id: string | null;
  readonly builtInKey: string | null;
  readonly createdBy: string | null;
  readonly revision: number;
}

/** The company's playbooks are kept by management and administrators. */
export const keepsPlaybooks = (actor: Actor): boolean => actor.orgRole === 'admin' || actor.orgRole === 'management';

/** Beside them, whoever saved a playbook from their own campaign goes on editing it. */
export const editsPlaybook = (actor: Actor, playbook: PlaybookFacts): boolean =>
  keepsPlaybooks(actor) || (playbook.builtInKey === null && playbook.createdBy === actor.userId);

/** Only the company's own can be retired; of an edited built-in one, the built-in version comes back instead. */
export const retiresPlaybook = (actor: Actor, playbook: PlaybookFacts): boolean => playbook.id !== null && playbook.builtInKey === null && editsPlaybook(actor, playbook);
export const restoresPlaybook = (actor: Actor, playbook: PlaybookFacts): boolean => playbook.id !== null && playbook.builtInKey !== null && keepsPlaybooks(actor);

/**
 * A campaign is saved for the next one by its lead, or by those who keep the playbooks, once it is more than a draft.
 * For who sees the campaign; the page asks the same.
 */
export const maySaveAsPlaybook = (orgRole: Actor['orgRole'], campaign: Pick<CampaignFacts, 'stage' | 'groups'>): boolean =>
  !isDraft(campaign.stage) && campaign.stage !== 'cancelled' && (campaign.groups.includes('lead') || orgRole === 'admin' || orgRole === 'management');
export const savesAsPlaybook = (actor: Actor, campaign: CampaignFacts): boolean => maySaveAsPlaybook(actor.orgRole, campaign);

/** Access to an operation on one playbook: everyone reads. */
export const onPlaybook = (allow: (actor: Actor, playbook: PlaybookFacts) => boolean): Access<PlaybookFacts> => ({ scope: 'playbook', see: () => true, allow });
