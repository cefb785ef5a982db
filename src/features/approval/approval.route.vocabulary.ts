/** The names that steps carry in a company's own matrices; they are data, stored as written. */
export const STEP_NAMES = { review: '审核', approve: '审批', ratify: '核准', countersign: '会签', added: '加签' } as const;
