import { defineMessages } from '#platform/shared/messages.ts';

export const importMessages = defineMessages(
  {
    problems: {
      'document.unreadable': (data: Record<string, unknown>) => String(data['message'] ?? '文件无法读取，请另存为 docx 或 xlsx 后再试。'),
      'document.import_gone': () => '没有找到这次导入，请重新读取文档。',
      'document.import_applied': () => '这次导入的内容已经写入，不会重复写入。',
      'document.nothing_adopted': () => '没有选择任何内容，请至少勾选一项。',
      'document.demo_exists': () => '演示活动已经载入过了，请在活动列表中打开。',
      'document.no_ledger': () => '方案核准后才有预算台账。请先提交方案并等待核准。',
    },
    pasted: '粘贴的内容',
    stageNames: { draft: '草稿', submitted: '审批中', approved: '已核准', preparing: '筹备中', live: '执行中', reviewing: '复盘中', archived: '已归档', cancelled: '已取消' },
    exportNames: { gantt: '甘特图', schedulePlan: '计划表', project: '进度', budget: '活动预算表', schedule: '活动执行进度表', tables: '预算表与进度表', team: '分工表', overview: '活动总览', ledger: '预算台账' },
    overview: {
      goals: (reached: number, total: number) => `${total} 个目标已达成 ${reached} 个`,
      noGoals: '还没有设定目标',
      goalsSet: (total: number) => `设定 ${total} 个目标`,
      budget: (amount: string) => `预算 ${amount}`,
      spent: (amount: string, share: string) => `已花费 ${amount}（${share}）`,
      schedule: (done: number, total: number) => `${total} 项任务完成 ${done} 项`,
      late: (count: number) => `${count} 项延期`,
      join: '，',
      end: '。',
    },
    none: '—',
  },
  {
    problems: {
      'document.unreadable': (data) => String(data['message'] ?? 'The file cannot be read. Save it as docx or xlsx and try again.'),
      'document.import_gone': () => 'This import was not found. Please read the document again.',
      'document.import_applied': () => 'This import has been written already and is not written twice.',
      'document.nothing_adopted': () => 'Nothing is selected. Tick at least one item.',
      'document.demo_exists': () => 'The demo campaign has been loaded already; open it from the list.',
      'document.no_ledger': () => 'The ledger opens with the approved plan. Submit the plan and wait for its approval.',
    },
    pasted: 'Pasted content',
    stageNames: { draft: 'Draft', submitted: 'In approval', approved: 'Approved', preparing: 'Preparing', live: 'Live', reviewing: 'In review', archived: 'Archived', cancelled: 'Cancelled' },
    exportNames: { gantt: 'gantt', schedulePlan: 'plan-with-links', project: 'schedule', budget: 'budget', schedule: 'schedule', tables: 'budget-and-schedule', team: 'duties', overview: 'overview', ledger: 'ledger' },
    overview: {
      goals: (reached, total) => `${reached} of ${total} goals reached`,
      noGoals: 'no goals yet',
      goalsSet: (total) => `${total} goals set`,
      budget: (amount) => `budget ${amount}`,
      spent: (amount, share) => `${amount} spent (${share})`,
      schedule: (done, total) => `${done} of ${total} tasks done`,
      late: (count) => `${count} late`,
      join: ', ',
      end: '.',
    },
    none: '—',
  },
);
