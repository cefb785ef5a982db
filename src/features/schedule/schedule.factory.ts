import type { Task } from './schedule.contract.ts';
import { UNPLANNED } from './schedule.rules.ts';

/** A task for tests of rules: its id is its title unless said otherwise. */
export function plainTask(title: string, fields: Partial<Task> = {}): Task {
  return {
    id: title, title, phase: 'preparation', whenText: '', startOn: null, endOn: null, dueTime: null, ownerText: '', ownerId: null, state: 'open', note: '', position: 0,
    effectiveState: fields.state ?? 'open', links: [], doneAt: null, ...UNPLANNED, ...fields,
  };
}
