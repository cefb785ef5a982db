import type { TeamGroup } from '#features/campaign/campaign.policy.ts';

/** A person of the team as the briefing counts them. */
export interface Reader {
  readonly userId: string;
  readonly groups: readonly TeamGroup[];
  /** The groups whose pages they confirmed for this version; null while they have not confirmed. */
  readonly confirmedGroups: readonly TeamGroup[] | null;
}

/** Has read all that concerns them: who joins another group later has that group's page to read. */
export const hasConfirmed = ({ groups, confirmedGroups }: Reader): boolean => confirmedGroups !== null && groups.every((group) => confirmedGroups.includes(group));

/** Everyone of the team counts, whoever left it does not: n of m, in all and by group. */
export function progressOf(readers: readonly Reader[], groups: readonly TeamGroup[]): { confirmed: number; total: number; groups: { group: TeamGroup; confirmed: number; total: number }[] } {
  const count = (of: readonly Reader[]) => ({ confirmed: of.filter(hasConfirmed).length, total: of.length });
  return { ...count(readers), groups: groups.map((group) => ({ group, ...count(readers.filter((reader) => reader.groups.includes(group))) })) };
}

/** Nobody is asked twice within this time. */
export const REMIND_AGAIN_MINUTES = 60;

interface Asked {
  readonly answer: number | null;
  readonly choices: readonly string[];
}

/** In words everything is right that says something: the lead reads it. */
export function isRightAnswer({ answer, choices }: Asked, given: { readonly choice: number | null; readonly words: string }): boolean {
  return choices.length === 0 ? given.words.trim() !== '' : given.choice === answer;
}

/** True when an answer answers its question at all: a choice among those there are, or words. */
export function isAnswer({ choices }: Asked, given: { readonly choice: number | null; readonly words: string }): boolean {
  return choices.length === 0 ? given.words.trim() !== '' : given.choice !== null && given.choice < choices.length;
}
