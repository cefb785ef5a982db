import type { PlanListName, PlanRowFields } from './plan.lists.contract.ts';

export const PLAN_LIST_NAMES = ['personas', 'channels', 'materials', 'steps', 'zones', 'risks', 'questions', 'data'] as const satisfies readonly PlanListName[];

/** What a row of each list says while nothing is filled in. */
export const EMPTY_ROWS: { readonly [L in PlanListName]: PlanRowFields<L> } = {
  personas: { name: '', traits: '', needs: '', reach: '', note: '' },
  channels: { channel: '', phase: 'warmup', startOn: null, endOn: null, content: '', persona: '', category: '', amountCents: 0, metric: '', target: null, ownerText: '', note: '' },
  materials: { name: '', spec: '', quantity: null, unit: '', category: '', supplier: '', dueOn: null, ownerText: '', note: '' },
  steps: { day: 1, startTime: null, minutes: null, title: '', place: '', ownerText: '', hardStart: false, note: '' },
  zones: { name: '', duty: '', staff: null, capacity: null, ownerText: '', note: '' },
  risks: { risk: '', kind: 'other', probability: 'medium', effect: 'medium', trigger: '', prevention: '', response: '', ownerText: '', note: '' },
  questions: { question: '', kind: 'single', choices: '', required: true, note: '' },
  data: { item: '', purpose: '', source: '', consent: '', keepUntil: null, ownerText: '', note: '' },
};

/** The field that names a row: a row without it is refused. */
export const NAMING_FIELD = {
  personas: 'name', channels: 'channel', materials: 'name', steps: 'title', zones: 'name', risks: 'risk', questions: 'question', data: 'item',
} as const satisfies Record<PlanListName, string>;

/** What the event log calls a row of each list. */
export const LIST_SUBJECT = {
  personas: 'persona', channels: 'channel_slot', materials: 'material_item', steps: 'run_step', zones: 'zone', risks: 'risk', questions: 'survey_question', data: 'personal_data',
} as const satisfies Record<PlanListName, string>;
