import { defineMessages } from '#platform/shared/messages.ts';

/** Words of 分工表 and 责任分工矩阵. */
export const teamWriteMessages = defineMessages(
  {
    sheet: '分工表', titled: '(一)活动专项小组分工表',
    headings: ['组别', '职责', '姓名', '角色/岗位', '负责工作', '代理人', '备注'],
    areasSheet: '责任分工', areasTitled: '(二)责任分工矩阵（RACI）',
    areaHeadings: ['序号', '工作事项', '负责 R', '批准 A', '咨询 C', '知会 I', '备注'],
    /** Stands before 协作方式 in the cell of the duties; the import looks for it. */
    worksWith: '协作方式：',
    work: (responsible: string, accountable: string) => [responsible === '' ? '' : `负责：${responsible}`, accountable === '' ? '' : `批准：${accountable}`].filter((part) => part !== '').join('；'),
    standIn: (name: string, days: string) => `${name}（${days}）`, join: '、',
    notes: ['负责 R：动手完成 · 批准 A：对结果负责，只有一位 · 咨询 C：动手前征求意见 · 知会 I：完成后告知。'],
  },
  {
    sheet: 'Duties', titled: '(1) Duties of the campaign team',
    headings: ['Group', 'Duties', 'Members', 'Role', 'Answers for', 'Stand-in', 'Remarks'],
    areasSheet: 'Responsibilities', areasTitled: '(2) Responsibilities (RACI)',
    areaHeadings: ['No.', 'Area of work', 'Responsible (R)', 'Accountable (A)', 'Consulted (C)', 'Informed (I)', 'Remarks'],
    worksWith: 'Works with the others: ',
    work: (responsible, accountable) => [responsible === '' ? '' : `R: ${responsible}`, accountable === '' ? '' : `A: ${accountable}`].filter((part) => part !== '').join('; '),
    standIn: (name, days) => `${name} (${days})`, join: ', ',
    notes: ['R: does the work · A: answers for it, exactly one · C: asked before · I: told afterwards.'],
  },
);
