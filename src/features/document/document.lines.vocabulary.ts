/** Marks by which plain text draws tables and lists. */
export const PIPES = /[|│┃｜]/;
export const PIPE_SPLIT = /(?<!\\)[|│┃｜]/;
export const RULE_LINE = /^[\s|│┃｜+:\-=─━┄┅┈┉┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═╭╮╯╰┏┳┓┣╋┫┗┻┛–—]+$/;
export const BOX_LINE = /^\s*(?:[-*+]\s+|\d{1,3}[.、)]\s*)?(\[\s*[xX√✓vV]?\s*\]|[□☐☑☒✅✔☒▢❏](?!\s*[^\s]{0,6}\s*[/／]?\s*[□☐☑☒]))\s*(.+)$/;
/** What a check list says after the task: `(张经理,10月5日前)`, `- 10月5日`. */
export const LIST_TAIL = /\s*(?:[(]([^()]{1,60})[)]|[-:]\s*((?:\d|t-|d-|\*)[^-]{1,40}))\s*$/i;
export const LIST_OWNER = /(?:负责人|责任人|负责|执行|由)[:]\s*([^,;()]{1,20})/;
export const LIST_WHEN = /^\s*((?:\d{4}年|\d{4}[-./])?\d{1,2}[月./-]\d{1,2}日?(?:\s*(?:-|~|至|到)\s*(?:\d{1,2}[月./-])?\d{1,2}日?)?|[TD][+-]\d{1,3})[:,\s]*/i;
export const LIST_HEADERS = { state: '完成情况', task: '任务内容', when: '时间节点', owner: '负责人' };
