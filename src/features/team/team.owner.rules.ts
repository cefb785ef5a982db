import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import { EVERYONE, GRADE_GROUPS, GROUP_HEAD, GROUP_KINDS, GROUP_WORDS, NAME_LEFT_OUT, NOBODY, OWNER_SEPARATOR, PART_WORDS } from './team.vocabulary.ts';

/** A person of the team, once, with all of their groups. */
export interface TeamPerson {
  readonly userId: string;
  readonly name: string;
  readonly groups: readonly TeamGroup[];
}

/** One of the owners that a text names. */
export type OwnerTerm =
  | { readonly kind: 'everyone'; readonly text: string }
  | { readonly kind: 'groups'; readonly text: string; readonly groups: readonly TeamGroup[] }
  | { readonly kind: 'name'; readonly text: string };

/** Who of a team an owner text means. */
export interface OwnersFound {
  /** Everyone it means, in the order of the team. */
  readonly userIds: readonly string[];
  /** Those whose own name stands there. */
  readonly named: readonly string[];
  /** Names that nobody of the team has. */
  readonly unknown: readonly string[];
  readonly terms: readonly OwnerTerm[];
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\([^()]*\)/g, '').trim();
const groupOfWord = new Map(Object.entries(GROUP_WORDS).flatMap(([group, words]) => words.map((word): [string, TeamGroup] => [word, group as TeamGroup])));

/** The group of P3.1 that a name stands for: `执行组`, `Execution group`, `执行组组长`; undefined for other names. */
export function groupNamed(text: string): TeamGroup | undefined {
  const word = plain(text).toLowerCase();
  return groupOfWord.get(word) ?? groupOfWord.get(word.replace(GROUP_HEAD, ''));
}

/** The group that a group of any name is nearest to (`签到组` is execution), for tables made elsewhere; undefined when its name says nothing. */
export function nearestGroup(text: string): TeamGroup | undefined {
  const word = plain(text);
  return groupNamed(word) ?? gradeGroups(word)?.[0] ?? GROUP_KINDS.find(([pattern]) => pattern.test(word))?.[1];
}

/** The groups that hold a grade: `*专员`, `专员`. */
function gradeGroups(text: string): readonly TeamGroup[] | undefined {
  const grade = text.replace(NAME_LEFT_OUT, '').trim();
  return Object.hasOwn(GRADE_GROUPS, grade) ? GRADE_GROUPS[grade] : undefined;
}

function termOf(text: string): OwnerTerm {
  if (EVERYONE.test(text.replace(NAME_LEFT_OUT, ''))) return { kind: 'everyone', text };
  const groups = gradeGroups(text);
  if (groups) return { kind: 'groups', text, groups };
  const group = groupNamed(text.replace(NAME_LEFT_OUT, ''));
  return group ? { kind: 'groups', text, groups: [group] } : { kind: 'name', text: text.replace(PART_WORDS, '').trim() || text };
}

/** What was read before: a plan says `执行组` a hundred times, and each is asked of each member. */
const known = new Map<string, readonly OwnerTerm[]>();
const MOST_KNOWN = 2_000;

/** The owners that a text names, in its order: `执行组、张三` is a group and a name; `-` is nobody. */
export function readOwners(text: string): readonly OwnerTerm[] {
  let terms = known.get(text);
  if (!terms) {
    const parts = plain(text).split(OWNER_SEPARATOR).map((part) => part.trim()).filter((part) => !NOBODY.test(part));
    const seen = new Set<string>();
    terms = parts.map(termOf).filter((term) => !seen.has(term.text) && seen.add(term.text));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, terms);
  }
  return terms;
}

/** Whether a term means a person: by name, as one of 全员, or by a group or grade of theirs. */
export function isMeant(term: OwnerTerm, person: Pick<TeamPerson, 'groups'> & { readonly name?: string | undefined }): boolean {
  if (term.kind === 'everyone') return person.groups.length > 0;
  if (term.kind === 'groups') return term.groups.some((group) => person.groups.includes(group));
  return term.text === person.name;
}

/** Who of the team an owner text means. `ownerId`, when it is known, is the whole answer. */
export function ownersIn(text: string, team: readonly TeamPerson[], ownerId: string | null = null): OwnersFound {
  const terms = readOwners(text);
  if (ownerId !== null) {
    const own = team.filter((person) => person.userId === ownerId).map((person) => person.userId);
    return { userIds: own, named: own, unknown: [], terms };
  }
  const names = terms.filter((term) => term.kind === 'name');
  return {
    userIds: team.filter((person) => terms.some((term) => isMeant(term, person))).map((person) => person.userId),
    named: team.filter((person) => names.some((term) => isMeant(term, person))).map((person) => person.userId),
    unknown: names.filter((term) => !team.some((person) => isMeant(term, person))).map((term) => term.text),
    terms,
  };
}

/** The people of a team, each once however many groups they are in, in the order of the members. */
export function peopleOf(members: readonly { readonly userId: string; readonly name: string; readonly group: TeamGroup }[]): readonly TeamPerson[] {
  const people = new Map<string, { userId: string; name: string; groups: TeamGroup[] }>();
  for (const { userId, name, group } of members) {
    const known = people.get(userId);
    if (known) known.groups.push(group);
    else people.set(userId, { userId, name, groups: [group] });
  }
  return [...people.values()];
}
