import { defineMessages } from '#platform/shared/messages.ts';

/** What `muster check` prints. */
export const checkCommandMessages = defineMessages(
  {
    usage: '用法：npm run -s muster -- check 活动 [--json] [--locale en]\n活动：编号或完整的名称。退出码：0 没有必须改的问题，1 有，2 用法或数据库有误。',
    noDatabase: (path: string) => `${path} 里没有点兵的数据库。请用 MUSTER_DATA 指定数据目录，或用 DATABASE_URL 指定数据库。`,
    outdated: '数据库还没有升级到这一版。请先用 npm start 启动一次，再运行检查。',
    unknown: (name: string) => `没有找到活动“${name}”。请写编号或完整的名称。`,
    ambiguous: (name: string, ids: readonly string[]) => `有 ${ids.length} 个活动叫“${name}”，请用编号：\n${ids.map((id) => `  ${id}`).join('\n')}`,
    summary: (name: string, error: number, warning: number, hint: number, passed: number, rules: number) => `${name}：${error} 项必须改，${warning} 项需说明，${hint} 项建议；${rules} 条规则通过 ${passed} 条。`,
  },
  {
    usage: 'Usage: npm run -s muster -- check CAMPAIGN [--json] [--locale zh-CN]\nCAMPAIGN: an id or a whole name. Exit code: 0 nothing must be mended, 1 something must, 2 a wrong call or database.',
    noDatabase: (path) => `There is no database of Muster in ${path}. Name the data directory with MUSTER_DATA, or a database with DATABASE_URL.`,
    outdated: 'The database is not of this version yet. Start it once with npm start, then run the check.',
    unknown: (name) => `There is no campaign “${name}”. Write its id or its whole name.`,
    ambiguous: (name, ids) => `${ids.length} campaigns are called “${name}”; use an id:\n${ids.map((id) => `  ${id}`).join('\n')}`,
    summary: (name, error, warning, hint, passed, rules) => `${name}: ${error} must be mended, ${warning} need a sentence, ${hint} pieces of advice; ${passed} of ${rules} rules hold.`,
  },
);
