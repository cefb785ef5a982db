import { describe, expect, it } from 'vitest';
import { planSheet } from '../files/schedule.sheet.plan.rules.ts';
import { PLAIN_DAYS, readSheet } from '../files/schedule.sheet.rules.ts';

interface Published {
  readonly source: string;
  /** `A 2, B 4 A`: name, duration, predecessors. */
  readonly network: string;
  readonly duration: number;
  readonly critical: string;
  /** Total slack of what is not critical. */
  readonly slack: Readonly<Record<string, number>>;
}

const PUBLISHED: readonly Published[] = [
  {
    source: 'Reliable Construction Co., Hillier & Lieberman, Introduction to Operations Research, 7th ed., ch. 10 (Project Management with PERT/CPM), tables 10.1 and 10.3',
    network: 'A 2, B 4 A, C 10 B, D 6 C, E 4 C, F 5 E, G 7 D, H 9 E G, I 7 C, J 8 F I, K 4 J, L 5 J, M 2 H, N 6 K L',
    duration: 44, critical: 'A B C E F J L N', slack: { D: 4, G: 4, H: 4, I: 2, K: 1, M: 4 },
  },
  {
    source: 'General Foundry, Inc., Render, Stair & Hanna, Quantitative Analysis for Management, ch. Project Management',
    network: 'A 2, B 3, C 2 A, D 4 B, E 4 C, F 3 C, G 5 D E, H 2 F G', duration: 15, critical: 'A C E G H', slack: { B: 1, D: 1, F: 6 },
  },
  {
    source: 'Milwaukee Paper Manufacturing, Heizer & Render, Operations Management, ch. 3 (Project Management)',
    network: 'A 2, B 3, C 2 A, D 4 A B, E 4 C, F 3 C, G 5 D E, H 2 F G', duration: 15, critical: 'A C E G H', slack: { B: 1, D: 1, F: 6 },
  },
  {
    source: 'Western Hills Shopping Center, Anderson, Sweeney & Williams, An Introduction to Management Science, ch. Project Scheduling: PERT/CPM',
    network: 'A 5, B 6, C 4 A, D 3 A, E 1 A, F 4 E, G 14 D F, H 12 B C, I 2 G H', duration: 26, critical: 'A E F G I', slack: { B: 6, C: 3, D: 2, H: 3 },
  },
];

function plan(rows: readonly (readonly string[])[]) {
  const { tasks, problems } = readSheet([['ID', 'Duration', 'Predecessors'], ...rows].map((row) => row.map((text) => ({ text }))), PLAIN_DAYS);
  expect(problems).toEqual([]);
  const output = planSheet(tasks, { kind: 'none' });
  if ('problems' in output) throw new Error('a circle');
  return output;
}

describe('published networks', () => {
  it.each(PUBLISHED)('$source', ({ network, duration, critical, slack }) => {
    const output = plan(network.split(', ').map((task) => {
      const [id = '', length = '', ...before] = task.split(' ');
      return [id, length, before.join(',')];
    }));
    expect({ duration: output.duration, finish: output.finish, critical: output.critical.join(' ') }).toEqual({ duration, finish: duration, critical });
    expect(Object.fromEntries(output.tasks.filter((task) => !task.critical).map((task) => [task.id, task.totalSlack]))).toEqual(slack);
  });

  /** Instance J301_1 of PSPLIB (Kolisch & Sprecher, EJOR 96 (1997) 205–216): durations, successors, and its MPM-Time, the length by precedence alone. */
  it('J301_1 of PSPLIB is 38 long', () => {
    const durations = [0, 8, 4, 6, 3, 8, 5, 9, 2, 7, 9, 2, 6, 3, 9, 10, 6, 5, 3, 7, 2, 7, 2, 3, 3, 7, 8, 3, 7, 2, 2, 0];
    const successors = ['2 3 4', '6 11 15', '7 8 13', '5 9 10', '20', '30', '27', '12 19 27', '14', '16 25', '20 26', '14', '17 18', '17', '25', '21 22', '22', '20 22', '24 29', '23 25', '28', '23', '24', '30', '30', '31', '28', '31', '32', '32', '32', ''];
    const before = durations.map((_, job) => successors.flatMap((list, other) => (list.split(' ').includes(String(job + 1)) ? [other + 1] : [])).join(','));
    const output = plan(durations.map((duration, job) => [String(job + 1), String(duration), before[job] ?? '']));
    expect([output.duration, output.tasks.length, output.tasks.at(-1)?.earlyFinish]).toEqual([38, 32, 38]);
  });
});
