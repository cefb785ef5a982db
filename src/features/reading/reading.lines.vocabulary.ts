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
/** `场地费：12,000元（含税）`: an expense and its amount on one line of prose. */
export const AMOUNT_LINE = /^(?<name>[^:\d]{2,16}?(?:费用?|成本|备用金|预备金|租赁|制作|采购|合计|总计|支出|开支|投放|推广|搭建|礼品|物料|奖品|补贴|工资|劳务))\s*[:]?\s*(?:约|共|共计)?(?<amount>[¥]?\d[\d,.]*\s*(?:万元|元|万)(?:-[\d,.]+(?:万元|元|万))?)\s*(?:[(](?<note>[^()]{1,60})[)])?[;.,。]?$/;
export const AMOUNT_HEADERS = ['费用项目', '预算金额', '备注'];
