import { NAMING_FIELD, PLAN_LIST_NAMES } from '#features/plan/plan.lists.rules.ts';
import type { PlaybookFile } from './playbook.file.contract.ts';
import { readTaskWhen } from '#features/schedule/times/schedule.when.rules.ts';
import { campaignDays, eventEnd } from './playbook.dates.rules.ts';

/** Where in a playbook: the part, the place in it from 0, the field. */
export type FaultPath = readonly (string | number)[];

export interface FileFault {
  readonly code: 'shares' | 'keyTwice' | 'keyUnknown' | 'cycle' | 'whenUnread' | 'nameNeeded';
  readonly path: FaultPath;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Shares are percents with six decimals: what is off by less than this is rounding. */
const SHARE_TOLERANCE = 0.01;
/** Any day: whether a text can be read does not depend on it. */
const SAMPLE_DAY = '2026-06-15';

function shareFaults({ budget }: PlaybookFile): FileFault[] {
  const sum = budget.lines.reduce((all, { share }) => all + share, 0);
  return budget.lines.length > 0 && Math.abs(sum - 100) > SHARE_TOLERANCE ? [{ code: 'shares', path: ['budget', 'lines'], data: { sum: Math.round(sum * 100) / 100 } }] : [];
}

function keyFaults({ tasks }: PlaybookFile): FileFault[] {
  const keys = tasks.map(({ key }) => key);
  return tasks.flatMap(({ key, after }, index): FileFault[] => [
    ...(keys.indexOf(key) === index ? [] : [{ code: 'keyTwice', path: ['tasks', index, 'key'], data: { key } } as const]),
    ...after.flatMap((before): FileFault[] => (keys.includes(before.key) ? [] : [{ code: 'keyUnknown', path: ['tasks', index, 'after'], data: { key: before.key } }])),
  ]);
}

/** The keys of tasks that wait for each other in a circle: what is left when every task whose predecessors are done is taken away. */
function cycleFaults({ tasks }: PlaybookFile): FileFault[] {
  const left = new Map(tasks.map((task) => [task.key, task]));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const task of left.values()) if (task.after.every(({ key }) => !left.has(key))) left.delete(task.key);
  }
  const [first] = left.values();
  return first ? [{ code: 'cycle', path: ['tasks', tasks.indexOf(first), 'after'], data: { keys: [...left.keys()].join(', ') } }] : [];
}

function whenFaults(file: PlaybookFile): FileFault[] {
  const days = campaignDays(file.period, SAMPLE_DAY, eventEnd(file.period, SAMPLE_DAY));
  const texts: [FaultPath, string][] = [
    ...file.tasks.map(({ when }, index): [FaultPath, string] => [['tasks', index, 'when'], when]),
    ...file.goals.map(({ due }, index): [FaultPath, string] => [['goals', index, 'due'], due]),
    ...file.channels.map(({ when }, index): [FaultPath, string] => [['channels', index, 'when'], when]),
    ...file.materials.map(({ due }, index): [FaultPath, string] => [['materials', index, 'due'], due]),
    ...file.data.map(({ keepUntil }, index): [FaultPath, string] => [['data', index, 'keepUntil'], keepUntil]),
  ];
  return texts.flatMap(([path, text]): FileFault[] => {
    const { question } = readTaskWhen(text, days);
    return question === null || question === 'outside' ? [] : [{ code: 'whenUnread', path, data: { text } }];
  });
}

function nameFaults(file: PlaybookFile): FileFault[] {
  return PLAN_LIST_NAMES.flatMap((list) => file[list].flatMap((row, index): FileFault[] => {
    const field = NAMING_FIELD[list];
    return (row as Readonly<Record<string, unknown>>)[field] === '' ? [{ code: 'nameNeeded', path: [list, index, field], data: {} }] : [];
  }));
}

/** What the form of a playbook does not say by itself: shares that add up, keys that exist, no circle, days that can be read, rows with a name. */
export function fileFaults(file: PlaybookFile): readonly FileFault[] {
  const keys = keyFaults(file);
  return [...shareFaults(file), ...keys, ...(keys.length > 0 ? [] : cycleFaults(file)), ...whenFaults(file), ...nameFaults(file)];
}
