import type { Person } from './account.contract.ts';

/** What the list is narrowed to; empty values narrow nothing. */
export interface PeopleFilter {
  readonly q?: string | undefined;
  readonly role?: string | undefined;
  readonly state?: string | undefined;
  readonly departmentId?: string | undefined;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** The people that hold every word of the query in name, address, department or title, and fit the choices. */
export function filterPeople(people: readonly Person[], { q = '', role, state, departmentId }: PeopleFilter): readonly Person[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const text = plain([person.name, person.email, person.departmentName ?? '', person.title].join(' '));
    return words.every((word) => text.includes(word)) && (!role || person.orgRole === role) && (!state || person.state === state) && (!departmentId || person.departmentId === departmentId);
  });
}

/** Indexes of rows whose address stands in an earlier row too. */
export function repeatedEmails(emails: readonly string[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  for (const [index, email] of emails.entries()) {
    const address = email.trim().toLowerCase();
    if (address && seen.has(address)) repeated.add(index);
    seen.add(address);
  }
  return repeated;
}
