import { defineMessages } from '#platform/shared/messages.ts';

interface Written {
  readonly budget: number;
  readonly schedule: number;
  readonly goals: number;
  readonly duties: number;
  readonly members: number;
  readonly areas: number;
  readonly sections: number;
  readonly risks: number;
  readonly materials: number;
  readonly channels: number;
  readonly steps: number;
  readonly zones: number;
  readonly attached: number;
}

export const importWebMessages = defineMessages(
  {
    title: '从文档导入',
    source: {
      verdict: '把手里的方案、预算表、进度表拖进来。先读出来给您核对，确认后才写入活动。',
      drop: '选择或拖入文档',
      dropHint: 'Word（.docx）、Excel（.xlsx）、CSV、文本、Markdown、MS Project（.xml），20 MB 以内',
      paste: '或粘贴文字、表格',
      pasteLabel: '粘贴的内容',
      pasteHint: '从 Word、Excel、WPS、网页复制后直接粘贴，合并的单元格也能读懂。',
      read: '读取',
      reading: (name: string) => `正在读取 ${name}…`,
      pastedName: '粘贴的内容',
      cancel: '取消读取',
      frozen: '方案已提交或已核准，不能再导入。审批中的方案请先撤回，已核准的请总负责人先“修订方案”。',
      finds: ['方案正文：主题、渠道、流程、预案各归各节', '活动预算表：逐行读出科目、金额、负责人', '分工表：读出各组职责、成员和责任分工', '活动执行进度表：认得“10月6日-10日”“18:00前完成”', '目标：从“新品订单量2000单”这样的句子里提取'],
    },
    review: {
      verdict: (sections: number, tables: number, goals: number, questions: number) => `读出 ${sections > 0 ? `${sections} 节正文、` : ''}${tables} 张表、${goals} 个目标${questions > 0 ? `，有 ${questions} 处需要您确认` : '，没有疑问'}。下面是将要写入的内容，可以直接改。`,
      nothing: '没有读出表格或目标',
      nothingHint: '可以换一份文件，或把表格单独复制后粘贴。读到的其他内容列在下面。',
      again: '重新选择',
      take: (kind: string) => `写入${kind}`,
      keep: '作为附表保存',
      rows: (count: number) => `${count} 行`,
      goals: '目标',
      budget: '活动预算表',
      schedule: '活动执行进度表',
      attachedHint: '对应的功能还在建设中，先原样保存在“附表”里。',
      total: (stated: string, computed: string) => `原表合计 ${stated}，各行之和 ${computed}`,
      agrees: '一致',
      differs: '不一致，请核对',
      noTotal: (computed: string) => `各行之和 ${computed}，原表没有合计`,
      original: (text: string) => `原文：${text}`,
      questions: '需要确认',
      question: (row: number, column: string, text: string) => `第 ${row} 行 · ${column}${text === '' ? '' : ` · 原文“${text}”`}`,
      noQuestions: '没有疑问',
      aside: (count: number) => `未导入的内容（${count}）`,
      existing: '活动里已有内容',
      append: '接在后面',
      replace: '替换原有内容',
      write: (count: number) => `写入 ${count} 项`,
      writeNone: '没有勾选内容',
      duties: '各组职责', members: '小组成员', areas: '责任分工', risks: '风险与应对', materials: '物料清单', channels: '渠道排期', steps: '现场流程', zones: '现场分区',
      membersHint: '按姓名在公司人员里对应。没有对应上的，请选择一位，或保持“不加入”。总负责人不会因导入而更换。',
      budgetFrozen: '方案修订期间，预算金额仍按已核准的版本，不能随导入改动；金额要变，请在预算页申请调剂、追加或核减。',
      leaveOut: '不写入', notJoin: '不加入',
      done: ({ budget, schedule, goals, duties, members, areas, sections, risks, materials, channels, steps, zones, attached }: Written) =>
        `已写入：${[sections > 0 ? `正文 ${sections} 节` : '', budget > 0 ? `预算 ${budget} 行` : '', schedule > 0 ? `任务 ${schedule} 项` : '', goals > 0 ? `目标 ${goals} 个` : '', duties > 0 ? `${duties} 个组的职责` : '', members > 0 ? `成员 ${members} 人` : '', areas > 0 ? `分工 ${areas} 项` : '', risks > 0 ? `风险 ${risks} 项` : '', materials > 0 ? `物料 ${materials} 项` : '', channels > 0 ? `渠道 ${channels} 行` : '', steps > 0 ? `现场流程 ${steps} 行` : '', zones > 0 ? `分区 ${zones} 个` : '', attached > 0 ? `附表 ${attached} 张` : ''].filter((part) => part !== '').join('、')}`,
      days: '读出的日期',
    },
    sections: {
      title: '方案正文', hint: '文档的每一节会写进方案的对应章节；对应得不对就改选，找不到合适的可以单独成节。', target: (heading: string) => `“${heading}”写入`, own: '单独成节', ownTitle: '章节名称', titleNeeded: '请填写章节名称', leaveOut: '不写入', lines: (lines: number, characters: number) => `${lines} 段，${characters} 字`,
    },
    columns: {
      category: '预算科目', detail: '明细说明', amount: '预算金额', actual: '实际花费', owner: '负责人', note: '备注', yuan: '元', number: '序号',
      phase: '阶段', when: '时间节点', task: '任务内容', state: '完成情况', metric: '指标', kind: '类型', target: '目标值', unit: '单位', total: '合计', direction: '方向', baseline: '基线', due: '截止', measure: '统计方式',
    },
    fields: { category: '预算科目', detail: '明细说明', amountCents: '预算金额', actualCents: '实际花费', ownerText: '负责人', note: '备注', phase: '阶段', whenText: '时间节点', title: '任务内容', state: '完成情况', metric: '指标' },
    team: { named: '文档中的组别', group: '写入小组', duties: '职责', worksWith: '协作方式', name: '文档中的姓名', person: '公司人员' },
    goalKinds: { count: '数量', money: '金额', rate: '比率', growth: '增长' },
    goalDirections: { up: '越高越好', down: '越低越好' },
    attached: {
      title: '附表', verdict: (count: number) => `随活动保存了 ${count} 张附表。`, empty: '还没有附表', emptyHint: '导入文档时，没有对应功能的表格会保存在这里。', import: '从文档导入', remove: '删除', removeTitle: '删除这张附表？', removeText: '删除后可以从原文档重新导入。', removed: '已删除附表', part: '筹备',
    },
    part: '筹备',
  },
  {
    title: 'Import from a document',
    source: {
      verdict: 'Drop the plan, the budget, the schedule you have. It is read and shown to you first, and written only when you say so.',
      drop: 'Choose or drop a document',
      dropHint: 'Word (.docx), Excel (.xlsx), CSV, text, Markdown, MS Project (.xml), up to 20 MB',
      paste: 'Or paste text and tables',
      pasteLabel: 'Pasted content',
      pasteHint: 'Copy from Word, Excel, WPS or a web page and paste; merged cells are understood.',
      read: 'Read',
      reading: (name) => `Reading ${name}…`,
      pastedName: 'pasted content',
      cancel: 'Stop reading',
      frozen: 'The plan is submitted or approved; nothing can be imported. Withdraw a submitted plan first; an approved one is revised by the lead.',
      finds: ['The text of a plan: theme, channels, process, contingency, each to its section', 'Budget tables: category, amount and owner, line by line', 'Duties: of the groups, their members and responsibilities', 'Schedules: knows “10月6日-10日” and “18:00前完成”', 'Goals: found in sentences such as “新品订单量2000单”'],
    },
    review: {
      verdict: (sections, tables, goals, questions) => `Found ${sections > 0 ? `${sections} sections, ` : ''}${tables} tables and ${goals} goals${questions > 0 ? `, with ${questions} questions for you` : ', with no questions'}. This is what will be written; you can edit it here.`,
      nothing: 'No tables or goals found',
      nothingHint: 'Try another file, or copy just the table and paste it. What was read besides is listed below.',
      again: 'Choose another',
      take: (kind) => `Write to ${kind}`,
      keep: 'Keep as an attached table',
      rows: (count) => `${count} rows`,
      goals: 'Goals',
      budget: 'Budget',
      schedule: 'Schedule',
      attachedHint: 'Its page is still being built; until then it is kept as it stands under “Attached tables”.',
      total: (stated, computed) => `Total stated ${stated}, sum of the lines ${computed}`,
      agrees: 'they agree',
      differs: 'they differ: please check',
      noTotal: (computed) => `Sum of the lines ${computed}; no total stated`,
      original: (text) => `Original: ${text}`,
      questions: 'To confirm',
      question: (row, column, text) => `Row ${row} · ${column}${text === '' ? '' : ` · original “${text}”`}`,
      noQuestions: 'No questions',
      aside: (count) => `Not imported (${count})`,
      existing: 'The campaign has content already',
      append: 'Add below it',
      replace: 'Replace it',
      write: (count) => `Write ${count} items`,
      writeNone: 'Nothing is ticked',
      duties: 'Duties of the groups', members: 'Members', areas: 'Responsibilities', risks: 'Risks and responses', materials: 'List of materials', channels: 'Channels by phase', steps: 'Run sheet', zones: 'Zones',
      membersHint: 'Names are matched with the company’s people. Choose someone for those that are not, or leave them out. An import never changes the lead.',
      budgetFrozen: 'While the plan is revised, amounts stay as approved and no import changes them; ask for a transfer, a supplement or a cut on the budget page.',
      leaveOut: 'Leave out', notJoin: 'Leave out',
      done: ({ budget, schedule, goals, duties, members, areas, sections, risks, materials, channels, steps, zones, attached }) =>
        `Written: ${[sections > 0 ? `${sections} sections` : '', budget > 0 ? `${budget} budget lines` : '', schedule > 0 ? `${schedule} tasks` : '', goals > 0 ? `${goals} goals` : '', duties > 0 ? `duties of ${duties} groups` : '', members > 0 ? `${members} members` : '', areas > 0 ? `${areas} responsibilities` : '', risks > 0 ? `${risks} risks` : '', materials > 0 ? `${materials} materials` : '', channels > 0 ? `${channels} channel rows` : '', steps > 0 ? `${steps} steps of the run sheet` : '', zones > 0 ? `${zones} zones` : '', attached > 0 ? `${attached} attached tables` : ''].filter((part) => part !== '').join(', ')}`,
      days: 'Days understood',
    },
    sections: {
      title: 'Text of the plan', hint: 'Each section of the document goes into the section of the plan that is named; change it where it is wrong, or make it a section of its own.', target: (heading) => `“${heading}” goes to`, own: 'A section of its own', ownTitle: 'Name of the section', titleNeeded: 'Enter a name', leaveOut: 'Leave out', lines: (lines, characters) => `${lines} ${lines === 1 ? 'paragraph' : 'paragraphs'}, ${characters} characters`,
    },
    columns: {
      category: 'Category', detail: 'Detail', amount: 'Budget', actual: 'Actual', owner: 'Owner', note: 'Note', yuan: 'CNY', number: 'No.',
      phase: 'Phase', when: 'When', task: 'Task', state: 'State', metric: 'Metric', kind: 'Kind', target: 'Target', unit: 'Unit', total: 'Total', direction: 'Direction', baseline: 'Baseline', due: 'Due', measure: 'Measured by',
    },
    fields: { category: 'Category', detail: 'Detail', amountCents: 'Budget', actualCents: 'Actual', ownerText: 'Owner', note: 'Note', phase: 'Phase', whenText: 'When', title: 'Task', state: 'State', metric: 'Metric' },
    team: { named: 'Group in the document', group: 'Written to', duties: 'Duties', worksWith: 'Works with the others', name: 'Name in the document', person: 'Who that is' },
    goalKinds: { count: 'Count', money: 'Money', rate: 'Rate', growth: 'Growth' },
    goalDirections: { up: 'Higher is better', down: 'Lower is better' },
    attached: {
      title: 'Attached tables', verdict: (count) => `${count} tables are kept with the campaign.`, empty: 'No attached tables yet', emptyHint: 'When a document is imported, tables that no page is made for are kept here.', import: 'Import from a document', remove: 'Delete', removeTitle: 'Delete this table?', removeText: 'It can be imported from its document again.', removed: 'Table deleted', part: 'Preparation',
    },
    part: 'Preparation',
  },
);
export type ImportWords = (typeof importWebMessages)['zh-CN'];
