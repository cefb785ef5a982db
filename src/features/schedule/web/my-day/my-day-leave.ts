import { forgetPerson, listActions } from './my-day-storage.ts';

/** How many actions of a person are on this device alone. A database that does not open holds nothing that could be sent. */
export async function countUnsent(personId: string): Promise<number> {
  return (await listActions(personId).catch(() => [])).length;
}

/** Leaves nothing of the person on the device. */
export async function forgetDay(personId: string): Promise<void> {
  await forgetPerson(personId).catch(() => undefined);
}
