/** What stands before 协作方式 in a cell that holds the duties too. */
export const WORKS_WITH = /(?:^|\n)\s*(?:协作方式|协作|协同|Works with the others)\s*[:：]\s*/i;

/** A role and what it does, as one line of its group's duties. */
export const ofRole = (role: string, duties: string): string => `${role}：${duties}`;

/** What stands in a cell of a matrix of responsibilities: letters, alone or several (`R/A`), or a word. */
export const ROLE_LETTERS = /^[RACI](?:[\s/、,，&+]*[RACI]){0,3}$/i;
export const ROLE_WORDS: readonly (readonly [RegExp, 'R' | 'A' | 'C' | 'I'])[] = [
  [/^(?:负责|主责|主办|牵头|执行|承办|主导)$/, 'R'],
  [/^(?:批准|审批|核准|当责|问责|审定)$/, 'A'],
  [/^(?:咨询|配合|协助|支持|协办|会签|参与)$/, 'C'],
  [/^(?:知会|告知|通知|知晓|抄送)$/, 'I'],
];
/** Between two owners of one area. */
export const JOIN = '、';
