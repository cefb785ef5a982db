import exceljs from 'exceljs';

type Cells = readonly (string | number | null)[];

/** An authority matrix as a company keeps it: rows of cells, and what is merged. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly Cells[];
  readonly merges: readonly string[];
}

/** Roles as columns, circled numbers in the cells, an item merged over its bands. */
export const numbered: Sheet = {
  name: '授权审批矩阵',
  rows: [
    ['星河食品有限公司市场费用授权审批矩阵'],
    ['序号', '审批事项', '金额（元）', '经办人', '部门负责人', '活动负责人', '财务经理', '市场总监', '总经理', '备注'],
    [1, '活动方案', '不限', '①', '②', null, null, '③', '④', '附预算表'],
    [2, '线上推广费', '<5,000', '①', '②', '③', null, null, null, null],
    [null, null, '5,000–1万', '①', '②', '③', '④', null, null, null],
    [null, null, '>1万', '①', '②', '③', '④', '⑤', '⑥', '须附比价单'],
    [3, '备用金动用', null, '①', null, '②', '③', null, '④', null],
    [4, '办公用品领用', '-', '①', '②', null, null, null, null, null],
    ['注：1. 经办人不得审批本人的申请；2. 遇出差请提前委托。'],
  ],
  merges: ['A1:J1', 'A4:A6', 'B4:B6', 'A9:J9'],
};

/** Bands as columns, the roles named in the cells. */
export const chained: Sheet = {
  name: '权限表',
  rows: [
    ['类别', '事项', '审批权限', null, null],
    [null, null, '5000元以下', '5000-20000元', '2万元以上'],
    ['市场费用', '费用报销', '部门经理审批', '部门经理审核→财务经理审批', '部门经理审核→财务总监审核→总经理核准'],
    [null, '场地租赁费', '项目负责人', '项目负责人、财务经理', '项目负责人、财务经理、分管副总'],
    ['活动管理', '活动评估报告', '市场总监审批', '市场总监审批', '市场总监审核后报总经理审批'],
    ['预算', '预算调整', '财务经理', '财务经理、总经理', '按公司章程办理（详见2025年第3号文）'],
  ],
  merges: ['A1:A2', 'B1:B2', 'C1:E1', 'A3:A4'],
};

/** Headings of two rows, words and ticks in the cells, the bands as rows of their own. */
export const worded: Sheet = {
  name: '费用审批',
  rows: [
    ['费用项目', '市场部', null, '财务部', null, '公司领导', null],
    [null, '经办', '部门经理', '会计', '财务经理', '分管副总', '总经理'],
    ['一、单笔5,000元以下'],
    ['物料制作费', '申请', '审批', '备案', null, null, null],
    ['合同付款', '申请', '审核', '复核', '审批', null, null],
    ['二、单笔5,000元以上'],
    ['物料制作费', '申请', '审核', '备案', '审核', '审批', null],
    ['合同付款', '√', '√', null, '√', null, '√'],
  ],
  merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:G1', 'A3:G3', 'A6:G6'],
};

/** Signs with a legend, amounts in 万元, steps that hold above an amount only. */
export const signed: Sheet = {
  name: 'Sheet1',
  rows: [
    ['业务审批权限一览表', null, null, null, null, '单位：万元'],
    ['业务事项', '金额区间', '部门经理', '财务总监', '总经理（>5）', '董事长'],
    ['促销费', '0-10', '△', '▲', '▲', null],
    ['促销费', '10以上', '△', '△', null, '▲'],
    ['年度预算', null, '△', '△', null, '②审批'],
    ['宣传物料设计稿', null, '▲', '○', null, null],
    ['招聘费用', null, '△', null, null, '▲'],
    ['说明：△审核，▲审批，○备案'],
  ],
  merges: ['A3:A4'],
};

/** What nobody can read for certain: limits in the cells, strange words, two with one number. */
export const doubtful: Sheet = {
  name: '权限',
  rows: [
    ['事项', '金额', '部门经理', '财务', '总经理'],
    ['费用报销', '视情况', '①', '②', '③'],
    ['采购付款', null, '5000元以下', '2万元以下', '2万元以上'],
    ['线下推广费', '1万元以上', '1', '2', '2'],
    ['KOL投放', '10000', '①', '看着办', null],
    ['场地费', null, null, null, null],
    ['礼品采购', null, '①审核', '②审核（>2万）', '③核准（>5万）'],
  ],
  merges: [],
};

export async function workbookOf(...sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const { name, rows, merges } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    for (const merge of merges) sheet.mergeCells(merge);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
