/** Names under which a contingency reserve (P2.1) stands in a budget. */
export const RESERVE_WORDS = ['应急备用金', '备用金', '应急金', '不可预见费', '预备费', '机动费用', '机动经费', 'contingency', 'reserve'] as const;
