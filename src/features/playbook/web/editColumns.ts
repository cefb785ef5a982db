import { goalMessages } from '#features/goal/goal.messages.ts';
import { planListMessages } from '#features/plan/plan.lists.messages.ts';
import { scheduleMessages } from '#features/schedule/schedule.messages.ts';
import type { GridColumn, ParseResult } from '#platform/web/grid/grid.types.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useMemo } from 'react';
import { readTaskWhen } from '#features/schedule/times/schedule.when.rules.ts';
import { campaignDays, eventEnd } from '../playbook.dates.rules.ts';
import { readAfter, type EditList, type EditRow } from '../playbook.edit.rules.ts';
import { playbookEditMessages, type PlaybookEditWords } from '../playbook.edit.web.messages.ts';

type Column = GridColumn<EditRow>;
type Choices = Readonly<Record<string, string>>;

/** Any campaign: whether a text can be read does not depend on its days. */
const SAMPLE = campaignDays({ leadDays: 60, eventDays: 3, tailDays: 60 }, '2026-06-15', eventEnd({ leadDays: 60, eventDays: 3, tailDays: 60 }, '2026-06-15'));

const text = (field: string, title: string, maxLength: number, more: Partial<Column> = {}): Column => ({ field, title, kind: 'text', maxLength, blank: '', ...more });
const choice = (field: string, title: string, choices: Choices, width = 96): Column => ({ field, title, kind: 'choice', width, required: true, choices: Object.entries(choices).map(([value, label]) => ({ value, label })) });
const number = (field: string, title: string, more: Partial<Column> = {}): Column => ({ field, title, kind: 'number', width: 96, min: 0, ...more });

/** A time told from the event, marked when it cannot be read. */
const when = (field: string, title: string, words: PlaybookEditWords): Column => text(field, title, 60, {
  width: 200,
  question: (value) => {
    const { question } = readTaskWhen(String(value ?? ''), SAMPLE);
    return question === null || question === 'outside' ? undefined : words.wrongWhen;
  },
});

function parseAfter(words: PlaybookEditWords): (typed: string) => ParseResult {
  return (typed) => (readAfter(typed) ? { value: typed.trim() } : { error: words.wrongAfter });
}
function parseTime(words: PlaybookEditWords): (typed: string) => ParseResult {
  return (typed) => {
    const plain = typed.trim().replace(/：/, ':').padStart(5, '0');
    if (typed.trim() === '') return { value: null };
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(plain) ? { value: plain } : { error: words.wrongTime };
  };
}

interface Labels {
  readonly words: PlaybookEditWords;
  readonly lists: (typeof planListMessages)['zh-CN'];
  readonly phases: Choices;
  readonly levels: Choices;
}

function coreColumns({ words, phases, levels }: Labels): Pick<Record<EditList, readonly Column[]>, 'goals' | 'lines' | 'areas' | 'tasks'> {
  const { columns: c } = words;
  const note = text('note', c.note, 500, { width: 180 });
  return {
    goals: [
      choice('level', c.level, levels, 84), text('metric', c.metric, 60, { required: true, width: 150, card: 'title' }), choice('kind', c.kind, words.kinds, 80), number('target', c.target, { width: 112, max: 1e13 }), text('unit', c.unit, 12, { width: 64 }),
      choice('direction', c.direction, words.directions, 104), when('due', c.due, words), text('measure', c.measure, 300, { width: 220 }), text('reason', c.reason, 300, { width: 220 }), note,
    ],
    lines: [
      text('category', c.category, 60, { required: true, width: 150, card: 'title' }), text('detail', c.detail, 500), number('share', c.share, { unit: c.percent, width: 96, max: 100 }),
      text('owner', c.owner, 100, { width: 120 }), choice('reserve', c.reserve, words.truth, 84), note,
    ],
    areas: [
      text('area', c.area, 60, { required: true, card: 'title' }), ...(['responsible', 'accountable', 'consulted', 'informed'] as const).map((field) => text(field, c[field], 100, { width: 130 })), note,
    ],
    tasks: [
      choice('phase', c.phase, phases, 104), text('key', c.key, 20, { width: 100 }), when('when', c.when, words), text('title', c.title, 300, { required: true, width: 360, card: 'title' }), text('owner', c.owner, 100, { width: 120 }),
      text('after', c.after, 300, { width: 180, parse: parseAfter(words) }), note,
    ],
  };
}

function planColumns({ words, lists, levels: _levels }: Labels): Omit<Record<EditList, readonly Column[]>, 'goals' | 'lines' | 'areas' | 'tasks'> {
  const { columns: c } = words;
  const note = text('note', c.note, 500, { width: 160 });
  const owner = text('ownerText', c.owner, 100, { width: 120 });
  const name = (field: string, title: string, maxLength: number, width?: number) => text(field, title, maxLength, { required: true, card: 'title', ...(width ? { width } : {}) });
  return {
    personas: [name('name', c.name, 60, 140), text('traits', c.traits, 500), text('needs', c.needs, 500), text('reach', c.reach, 300), note],
    channels: [
      choice('phase', c.promotion, lists.phases, 76), name('channel', c.channel, 60, 130), when('when', c.when, words), text('content', c.content, 500, { width: 260 }), text('persona', c.persona, 60, { width: 110 }),
      text('category', c.category, 60, { width: 120 }), number('share', c.share, { unit: c.percent, width: 84, max: 100 }), text('metric', c.metricShort, 60, { width: 110 }), number('target', c.targetShort, { width: 96, max: 1e13 }), owner, note,
    ],
    materials: [
      name('name', c.name, 100, 170), text('spec', c.spec, 300, { width: 220 }), number('quantity', c.quantity, { width: 84, max: 1e13 }), text('unit', c.unit, 12, { width: 60 }), text('category', c.category, 60, { width: 120 }), text('supplier', c.supplier, 100, { width: 120 }),
      when('due', c.due, words), owner, note,
    ],
    steps: [
      number('day', c.day, { width: 76, min: -7, max: 60 }), text('startTime', c.startTime, 5, { width: 80, blank: null, parse: parseTime(words) }), number('minutes', c.minutes, { width: 112, max: 1440 }), name('title', c.step, 200, 260),
      text('place', c.place, 100, { width: 120 }), owner, choice('hardStart', c.hardStart, words.truth, 72), note,
    ],
    zones: [name('name', c.name, 60, 140), text('duty', c.duty, 500), number('staff', c.staff, { width: 80, max: 10_000 }), number('capacity', c.capacity, { width: 80, max: 1_000_000 }), owner, note],
    risks: [
      name('risk', c.risk, 200, 180), choice('kind', c.riskKind, lists.riskKinds), choice('probability', c.probability, lists.levels, 76), choice('effect', c.effect, lists.levels, 76), text('trigger', c.trigger, 500, { width: 200 }),
      text('prevention', c.prevention, 500, { width: 220 }), text('response', c.response, 1_000, { width: 260 }), owner, note,
    ],
    questions: [name('question', c.question, 300), choice('kind', c.questionKind, lists.questionKinds, 112), text('choices', c.choices, 1_000, { width: 300 }), choice('required', c.required, words.truth, 72), note],
    data: [name('item', c.item, 100, 140), text('purpose', c.purpose, 300, { width: 220 }), text('source', c.source, 100, { width: 120 }), text('consent', c.consent, 300, { width: 200 }), when('keepUntil', c.keepUntil, words), owner, note],
  };
}

/** The columns of every table of a playbook. */
export function useEditColumns(): Readonly<Record<EditList, readonly Column[]>> {
  const words = useMessages(playbookEditMessages);
  const lists = useMessages(planListMessages);
  const { phases } = useMessages(scheduleMessages);
  const { levels } = useMessages(goalMessages);
  return useMemo(() => {
    const labels: Labels = { words, lists, phases, levels };
    return { ...coreColumns(labels), ...planColumns(labels) };
  }, [words, lists, phases, levels]);
}
