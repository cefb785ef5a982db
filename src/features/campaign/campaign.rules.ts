/** The life of a campaign (S2): 前期筹备 → 中期执行 → 后期复盘. */
export const STAGES = ['draft', 'submitted', 'approved', 'preparing', 'live', 'reviewing', 'archived', 'cancelled'] as const;
export type Stage = (typeof STAGES)[number];

export const PARTS = ['preparation', 'execution', 'retrospective'] as const;
export type Part = (typeof PARTS)[number];

/** Which of the source's three parts a stage belongs to. */
export const partOf: Record<Stage, Part> = {
  draft: 'preparation', submitted: 'preparation', approved: 'preparation', preparing: 'preparation',
  live: 'execution', reviewing: 'retrospective', archived: 'retrospective', cancelled: 'preparation',
};

/**
 * The moves that exist. Who may make them and what they need is the policy's and the owning feature's:
 * `submitted`, `approved`, `draft` (return, revision) and `preparing` need the plan; `archived` needs an approved evaluation report.
 */
const moves: Record<Stage, readonly Stage[]> = {
  draft: ['submitted', 'cancelled'],
  submitted: ['approved', 'draft', 'cancelled'],
  approved: ['preparing', 'draft', 'cancelled'],
  preparing: ['live', 'draft', 'cancelled'],
  live: ['reviewing', 'cancelled'],
  reviewing: ['archived'],
  archived: [],
  cancelled: [],
};

export function mayMove(from: Stage, to: Stage): boolean {
  return moves[from].includes(to);
}

/** Stages in which the plan's content (goals, budget, schedule) is still being written. Later it is frozen by the version that was approved. */
export const isDraft = (stage: Stage): boolean => stage === 'draft';
/** Stages in which the plan is revised: written again, or waiting for its decision again. */
export const isBeforeApproval = (stage: Stage): boolean => stage === 'draft' || stage === 'submitted';
/** Stages in which work goes on and its results are recorded. */
export const isRunning = (stage: Stage): boolean => stage === 'preparing' || stage === 'live' || stage === 'reviewing';
export const isClosed = (stage: Stage): boolean => stage === 'archived' || stage === 'cancelled';

/** What the history is filtered by, and the subjects of the event log that each topic covers. */
export const HISTORY_TOPICS = {
  campaign: ['campaign'],
  goal: ['goal'],
  budget: ['budget_line', 'budget', 'budget_request', 'budget_invoice'],
  schedule: ['task'],
  team: ['member', 'work_area', 'group_duties'],
  plan: ['plan_section', 'persona', 'channel_slot', 'material_item', 'run_step', 'zone', 'risk', 'survey_question', 'personal_data', 'briefing'],
  document: ['import', 'attached_table'],
  approval: ['approval'],
  evaluation: ['evaluation', 'archive'],
} as const;
export type HistoryTopic = keyof typeof HISTORY_TOPICS;
