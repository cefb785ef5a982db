import { TASK_STATES, type TaskState } from './schedule.rules.ts';
import { OPEN_BOX, STATE_WORDS, TICKED_BOX, withoutBox } from './schedule.vocabulary.ts';

/** Reads 完成情况 as documents write it: `□`, `☑`, `√`, `[x]`, a word, or a box and its word. Undefined for anything else. */
export function readState(text: string): TaskState | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain === '' || plain === '-' || OPEN_BOX.test(plain)) return 'open';
  if (TICKED_BOX.test(plain)) return 'done';
  const word = withoutBox(plain);
  return TASK_STATES.find((state) => STATE_WORDS[state].includes(word));
}
