import {
  COMPOUND_SURNAME, DEPARTMENT, DEPARTMENT_WORDS, EVERYONE, GROUP, LETTER, NAMED_ROLE, NOBODY, PART, PART_FIRST, PHONE, ROLE, SEPARATOR, SURNAMES, TITLED,
} from './reading.people.vocabulary.ts';
import { isPending, LONGEST_VALUE, normalize, squeeze } from './reading.normal.rules.ts';
import type { JsonValue } from './reading.contract.ts';
import type { Reading } from './reading.value.ts';

export interface Person {
  kind: 'role' | 'person' | 'all' | 'department' | 'group' | 'none';
  role?: string;
  name?: string;
  /** What this one does among several: 负责, 协助. */
  part?: string;
  contact?: string;
}

const LATIN_NAME = /^[A-Za-z][A-Za-z .'-]{2,30}$/;
const NAME = /^[\p{Script=Han}·]{2,4}[a-zA-Z]?$|^[A-Za-z][A-Za-z .'-]{1,30}$/u;

function hasSurname(text: string): boolean {
  return COMPOUND_SURNAME.test(text) || SURNAMES.includes(text[0] ?? '?');
}

/** `张*`, `王**`: a person's name with a part masked; the asterisk before a role means that the whole name is left out. */
const MASKED = /^\p{Script=Han}{1,2}(?:\*{1,2}|[xX]{1,2})\p{Script=Han}?$/u;

function readOne(text: string): Person | undefined {
  const bare = text.replace(/^\*+|\*+$/g, '');
  if (NOBODY.test(text) || text === '') return { kind: 'none' };
  if (EVERYONE.test(bare)) return { kind: 'all' };
  if (ROLE.test(bare)) return { kind: 'role', role: bare };
  const titled = TITLED.exec(text);
  if (titled?.[1] && hasSurname(titled[1])) return { kind: 'person', name: text, role: titled[2] ?? '' };
  if (MASKED.test(text)) return { kind: 'person', name: text };
  if (GROUP.test(bare)) return { kind: 'group', name: bare };
  if (DEPARTMENT.test(bare) || DEPARTMENT_WORDS.test(bare)) return { kind: 'department', name: bare };
  if (titled) return { kind: 'role', role: text };
  if (NAME.test(bare) || LETTER.test(bare)) return { kind: 'person', name: bare };
  return undefined;
}

function readNamed(text: string): Person | undefined {
  const found = NAMED_ROLE.exec(text);
  if (!found?.[1] || !found[2]) return undefined;
  const [first, second] = [readOne(found[1]), readOne(found[2])];
  if (!first || !second) return undefined;
  const [person, role] = first.kind === 'person' ? [first, second] : [second, first];
  if (person.kind !== 'person') return undefined;
  return { ...person, ...(role.role ? { role: role.role } : role.name ? { role: role.name } : {}) };
}

function readPart(text: string): Person | undefined {
  const contact = PHONE.exec(text)?.[0];
  const plain = contact ? text.replace(contact, '').replace(/[():]+$/, '') : text;
  const first = PART_FIRST.exec(plain);
  const last = first ? undefined : PART.exec(plain);
  const whole = readOne(plain) ?? readNamed(plain);
  const worker = first?.[2] ? readOne(first[2]) : last?.[1] ? readOne(last[1]) : undefined;
  // A part comes before a name (张三负责 is no name), a role or a group before a part (策划执行组).
  const byPart = worker && (!whole || whole.kind === 'person');
  const person = byPart ? worker : whole;
  if (!person) return undefined;
  const part = byPart ? (first?.[1] ?? last?.[2]) : undefined;
  return { ...person, ...(part ? { part } : {}), ...(contact ? { contact } : {}) };
}

function plainPerson(person: Person): { [key: string]: JsonValue } {
  return { ...person };
}

/**
 * Reads who is responsible (formats.md, People): `*经理` a role whose name is left out, `张经理` a person, `全员`, `市场部`,
 * `A负责,B协助` several. Value: {@link Person}, or `{ kind: 'several', people: Person[] }`; null for an empty cell.
 */
export function readPeople(text: string): Reading {
  const plain = squeeze(text);
  if (plain === '') return { value: null };
  if (isPending(text)) return { value: null, doubt: { code: 'pending' } };
  if (plain.length > LONGEST_VALUE) return { value: null, doubt: { code: 'unreadable' } };
  const latin = normalize(text);
  if (LATIN_NAME.test(latin)) return { value: ROLE.test(latin) || EVERYONE.test(latin) ? plainPerson(readOne(latin) ?? { kind: 'none' }) : { kind: 'person', name: latin } };
  const one = NOBODY.test(plain) ? ({ kind: 'none' } as const) : readPart(plain);
  if (one) return { value: plainPerson(one) };
  const spaced = normalize(text).split(' ').length > 1 && !SEPARATOR.test(normalize(text)) ? normalize(text).split(' ') : normalize(text).split(SEPARATOR);
  const parts = spaced.map(squeeze).filter(Boolean);
  const people = parts.map(readPart);
  if (parts.length > 1 && people.every((person) => person !== undefined)) return { value: { kind: 'several', people: people.map(plainPerson) } };
  if (parts.length === 1 && people[0]) return { value: plainPerson(people[0]) };
  return { value: null, doubt: { code: 'unreadable' } };
}
