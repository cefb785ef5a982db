import type { OutputOf } from '#platform/shared/contract.ts';
import type { Briefing, getBriefing } from '../briefing.contract.ts';

export type BriefingCan = OutputOf<typeof getBriefing>['can'];

/** What the parts of the page are made from. */
export interface BriefingFacts {
  readonly campaignId: string;
  readonly briefing: Briefing;
  readonly can: BriefingCan;
}

/** The page of one group. */
export type ShownPage = Briefing['pages'][number];
