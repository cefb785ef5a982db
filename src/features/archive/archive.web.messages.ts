import { defineMessages } from '#platform/shared/messages.ts';

export const archiveWebMessages = defineMessages(
  {
    title: '归档', part: '复盘',
    verdict: {
      early: (stage: string) => `活动现在是“${stage}”；复盘完成、评估报告核准后才能归档。`,
      waiting: '评估报告核准后才能归档。',
      outdated: '评估报告核准后数据又有改动，重新核准后才能归档。',
      ready: '评估报告已核准，可以归档。归档后活动只读。',
      open: (waiting: number, orders: number) => `评估报告已核准；${[...(waiting > 0 ? [`还有 ${waiting} 项申请等待审批`] : []), ...(orders > 0 ? [`还有 ${orders} 项用款没有结清`] : [])].join('，')}，办结后才能归档。`,
      done: (at: string, name: string, files: number, size: string) => `${name} ${at} 归档，共 ${files} 个文件，${size}，只读。`,
      cancelled: '活动已取消，不再归档。',
    },
    archived: '已归档', toReport: '查看评估报告', toRequests: '查看申请',
    act: { label: '归档', title: '归档这个活动？', text: '全部文件收进一份带校验清单的档案，活动变为只读，不能再修改，也不能撤销归档。', done: '活动已归档', notYours: '由总负责人归档。' },
    content: {
      title: '档案里会有什么', text: '一份 zip，脱离系统也能打开：先看 index.html。',
      items: {
        overview: ['活动总览', '一页看懂：目标、预算、进度，PDF'], plan: ['活动执行方案', '全文：章节、表格、印章，PDF 与 Word'], evaluation: ['活动效果评估报告', '核准的报告，PDF 与 Word'], tables: ['活动预算表、活动执行进度表', '原表格式，Excel 与 Word，含实际花费和完成情况'],
        money: ['预算台账与用款', '每一笔分录、每一项申请的审批、发票与付款、预算的各个版本'],
        versions: ['方案、报告与申请的各个版本', '提交时冻结的内容、校验值、审批结果'], originals: ['导入的文件、发票与附件', '原样保存'], records: ['执行记录', '每一次变更：谁、何时、改前、改后'], manifest: ['目录与校验清单', '每个文件的大小和 SHA-256'],
      },
    },
    files: { title: '文件', name: '文件', size: '大小', hash: 'SHA-256', count: (files: number) => `${files} 个文件` },
    download: '下载档案', whole: '档案校验值',
    verify: { title: '如何校验', text: '把档案放到装有点兵的任意电脑上，运行下面的命令。它不需要服务器，也不需要数据库；缺失、改动、多出的文件都会逐个列出。', command: (file: string) => `npm run -s muster -- verify ${file}`, copy: '复制命令', copied: '已复制', file: '档案.zip' },
  },
  {
    title: 'Archive', part: 'Retrospective',
    verdict: {
      early: (stage) => `The campaign is “${stage}”; it can be archived after its review, once the evaluation report is approved.`,
      waiting: 'It can be archived once the evaluation report is approved.',
      outdated: 'Figures changed after the report was approved; archive after the new approval.',
      ready: 'The evaluation report is approved, so the campaign can be archived. It becomes read-only.',
      open: (waiting, orders) => `The report is approved; ${[...(waiting > 0 ? [waiting === 1 ? '1 request waits for approval' : `${waiting} requests wait for approval`] : []), ...(orders > 0 ? [orders === 1 ? '1 order is not closed' : `${orders} orders are not closed`] : [])].join(', ')}: archive when all are settled.`,
      done: (at, name, files, size) => `Archived by ${name}, ${at}: ${files} files, ${size}, read-only.`,
      cancelled: 'The campaign is cancelled and is not archived.',
    },
    archived: 'Archived', toReport: 'See the report', toRequests: 'See the requests',
    act: { label: 'Archive', title: 'Archive this campaign?', text: 'All files go into one archive with a list of hashes. The campaign becomes read-only; archiving cannot be undone.', done: 'The campaign is archived', notYours: 'The campaign lead archives it.' },
    content: {
      title: 'What will be in it', text: 'One zip that opens without the system: start with index.html.',
      items: {
        overview: ['Overview', 'Goals, budget and schedule on a page, PDF'], plan: ['Plan', 'Its sections, tables and seal, PDF and Word'], evaluation: ['Evaluation report', 'As approved, PDF and Word'], tables: ['Budget and schedule', 'In their own form, Excel and Word, with actual cost and states'],
        money: ['Ledger and requests', 'Every entry; every request with its approval, invoices and payments; the versions of the budget'],
        versions: ['Versions of plan, report and requests', 'What was frozen, its hash, the decision'], originals: ['Imported files, invoices, papers', 'As they came'], records: ['Records', 'Every change: who, when, before, after'], manifest: ['Index and manifest', 'Size and SHA-256 of every file'],
      },
    },
    files: { title: 'Files', name: 'File', size: 'Size', hash: 'SHA-256', count: (files) => `${files} files` },
    download: 'Download the archive', whole: 'Hash of the archive',
    verify: { title: 'How to verify it', text: 'Run this command on any computer that has Muster. It needs no server and no database, and lists every file that is missing, changed or extra.', command: (file) => `npm run -s muster -- verify ${file}`, copy: 'Copy the command', copied: 'Copied', file: 'ARCHIVE.zip' },
  },
);
