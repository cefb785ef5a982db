import type { TeamGroup } from '#features/campaign/campaign.policy.ts';

/** The grade by which a document names an owner whose name is left out (`*专员`), and the groups that hold it (P3.1). */
export const GRADE_GROUPS: Readonly<Record<string, readonly TeamGroup[]>> = {
  经理: ['lead'],
  主管: ['planning'],
  专员: ['execution', 'monitoring', 'logistics'],
};
export const EVERYONE = '全员';
/** The mark of a name left out. */
export const NAME_LEFT_OUT = /^[*＊]/;
