import { defineMessages } from '#platform/shared/messages.ts';
import { formatMoney } from '#platform/shared/money.ts';
import { figure, money, number, percent, said, type Data } from './check.said.messages.ts';

const zhCosts: Readonly<Record<string, string>> = { materials: '物料制作', channels: '渠道推广', venue: '场地' };
const enCosts: Readonly<Record<string, string>> = { materials: 'materials', channels: 'promotion', venue: 'the venue' };
const over = (data: Data): string => formatMoney(Math.abs(figure(data, 'byCents')));

/** What the rules on the budget (B) say. */
export const moneyWords = defineMessages(
  {
    B01: { name: '预算有金额', what: () => '预算合计为 0。', mend: () => '把预算从目标分解到物料、渠道、人员、场地等科目，每项写明金额。' },
    B02: { name: '列有应急备用金', what: (d: Data) => `预算合计 ${money(d, 'totalCents')}，没有应急备用金。`, mend: (d: Data) => `增加一项应急备用金，建议占合计（含备用金）的 ${number(d, 'fromPercent')}%–${number(d, 'toPercent')}%，至少 ${money(d, 'amountCents')}。` },
    B03: { name: '备用金不低于下限', what: (d: Data) => `应急备用金 ${money(d, 'reserveCents')}，占合计 ${money(d, 'totalCents')} 的 ${percent(d, 'share')}，低于 ${number(d, 'fromPercent')}%。`, mend: (d: Data) => `其他科目不变时，备用金提高到 ${money(d, 'wantedCents')} 即达到 ${number(d, 'fromPercent')}%。` },
    B04: { name: '备用金不高于上限', what: (d: Data) => `应急备用金 ${money(d, 'reserveCents')}，占合计 ${money(d, 'totalCents')} 的 ${percent(d, 'share')}，高于 ${number(d, 'toPercent')}%。`, mend: (d: Data) => `其他科目不变时，${money(d, 'wantedCents')} 就到 ${number(d, 'toPercent')}%；多出的分给有明确用途的科目。` },
    B05: { name: '每项预算有负责人', what: (d: Data) => `“${said(d, 'name')}” ${money(d, 'amountCents')} 没有负责人。`, mend: () => '写上对这笔钱负责的人；谁申请、谁核销都从这里来。' },
    B06: { name: '每项预算有审批路线', what: (d: Data) => `“${said(d, 'name')}” ${money(d, 'amountCents')} 的用款申请没有人能审批。`, mend: () => '请管理员在“审批路线”里为这类用款指定审批人，或给公司配置管理层账号。' },
    B07: { name: '数量 × 单价等于金额', what: (d: Data) => `“${said(d, 'name')}”写的是 ${said(d, 'words')}，金额却是 ${money(d, 'amountCents')}，${figure(d, 'byCents') > 0 ? '多' : '少'}了 ${over(d)}。`, mend: (d: Data) => `核对数量、单价和金额；按写明的算，应为 ${money(d, 'productCents')}。` },
    B08: { name: '每项预算有金额', what: (d: Data) => `“${said(d, 'name')}”的金额是 0。`, mend: () => '填上金额；不花钱的，删掉这一行或在备注写明由谁提供。' },
    B09: { name: '渠道费用不超科目', what: (d: Data) => `渠道排期从“${said(d, 'category')}”要用 ${money(d, 'askedCents')}，科目只有 ${money(d, 'lineCents')}，超出 ${money(d, 'overCents')}。`, mend: () => '减少渠道费用，或在预算表里提高这一科目。' },
    B10: { name: '渠道费用有科目', what: (d: Data) => (said(d, 'category') === '' ? `渠道“${said(d, 'channel')}”要花 ${money(d, 'askedCents')}，没有写从哪个科目出。` : `渠道排期要用的科目“${said(d, 'category')}” ${money(d, 'askedCents')}，预算表里没有。`), mend: () => '写上预算表里已有的科目，或在预算表增加这一科目。' },
    B11: { name: '方案内容都有预算', what: (d: Data) => `方案里有${zhCosts[said(d, 'kind')] ?? ''}安排，预算表却没有对应的科目。`, mend: () => '补上这笔费用；由合作方承担或已有库存的，写进备注。' },
    B12: { name: '单项占比不过高', what: (d: Data) => `“${said(d, 'name')}” ${money(d, 'amountCents')}，占合计 ${money(d, 'totalCents')} 的 ${percent(d, 'share')}，超过 ${number(d, 'percent')}%。`, mend: () => '拆成几项，分清各花在哪里；确需集中的，准备好向审批人说明。' },
    B13: { name: '预算不重复', what: (d: Data) => `“${said(d, 'name')}”有两行一样的${said(d, 'detail') === '' ? '' : `（${said(d, 'detail')}）`}。`, mend: () => '合并成一行，或把明细写清楚。' },
    B14: { name: '预算有明细', what: (d: Data) => `“${said(d, 'name')}” ${money(d, 'amountCents')} 没有明细说明。`, mend: () => '写出数量和单价，例如“海报500张、宣传册2000本”，审批人才能判断是否合理。' },
  },
  {
    B01: { name: 'A budget with amounts', what: () => 'The budget comes to 0.', mend: () => 'Split it from the goals into materials, channels, staff, venue and so on, each with its amount.' },
    B02: { name: 'A contingency reserve', what: (d) => `The budget of ${money(d, 'totalCents')} has no contingency reserve.`, mend: (d) => `Add one: ${number(d, 'fromPercent')}–${number(d, 'toPercent')}% of the total with it is advised, at least ${money(d, 'amountCents')}.` },
    B03: { name: 'A reserve that is large enough', what: (d) => `The reserve of ${money(d, 'reserveCents')} is ${percent(d, 'share')} of ${money(d, 'totalCents')}, below ${number(d, 'fromPercent')}%.`, mend: (d) => `With the other lines as they are, ${money(d, 'wantedCents')} makes ${number(d, 'fromPercent')}%.` },
    B04: { name: 'A reserve that is not too large', what: (d) => `The reserve of ${money(d, 'reserveCents')} is ${percent(d, 'share')} of ${money(d, 'totalCents')}, above ${number(d, 'toPercent')}%.`, mend: (d) => `With the other lines as they are, ${money(d, 'wantedCents')} makes ${number(d, 'toPercent')}%; give the rest to lines with a purpose.` },
    B05: { name: 'An owner for every line', what: (d) => `“${said(d, 'name')}”, ${money(d, 'amountCents')}, has no owner.`, mend: () => 'Name whoever answers for this money.' },
    B06: { name: 'An approval route for every line', what: (d) => `Nobody could approve spending on “${said(d, 'name')}”, ${money(d, 'amountCents')}.`, mend: () => 'Ask an administrator to name an approver in the approval routes, or to give someone the role of management.' },
    B07: { name: 'Quantity × price', what: (d) => `“${said(d, 'name')}” says ${said(d, 'words')}, but its amount is ${money(d, 'amountCents')}: ${over(d)} too ${figure(d, 'byCents') > 0 ? 'much' : 'little'}.`, mend: (d) => `Check quantity, price and amount; as written it would be ${money(d, 'productCents')}.` },
    B08: { name: 'An amount for every line', what: (d) => `“${said(d, 'name')}” has an amount of 0.`, mend: () => 'Enter the amount; if it costs nothing, delete the line or note who provides it.' },
    B09: { name: 'Channels within their line', what: (d) => `The channels take ${money(d, 'askedCents')} from “${said(d, 'category')}”, which has ${money(d, 'lineCents')}: ${money(d, 'overCents')} too much.`, mend: () => 'Spend less on the channels, or raise this line.' },
    B10: { name: 'A line for channel money', what: (d) => (said(d, 'category') === '' ? `The channel “${said(d, 'channel')}” costs ${money(d, 'askedCents')} and names no line that pays.` : `The channels take ${money(d, 'askedCents')} from “${said(d, 'category')}”, which is not in the budget.`), mend: () => 'Name a line of the budget, or add this one.' },
    B11: { name: 'Money for what is planned', what: (d) => `The plan has ${enCosts[said(d, 'kind')] ?? ''}, but no line of the budget pays for it.`, mend: () => 'Add the cost; if a partner pays or it is in stock, say so in a note.' },
    B12: { name: 'No line too large', what: (d) => `“${said(d, 'name')}”, ${money(d, 'amountCents')}, is ${percent(d, 'share')} of ${money(d, 'totalCents')}, above ${number(d, 'percent')}%.`, mend: () => 'Split it so that one sees what it is for, or be ready to explain it.' },
    B13: { name: 'No line twice', what: (d) => `“${said(d, 'name')}” is there twice${said(d, 'detail') === '' ? '' : ` (${said(d, 'detail')})`}.`, mend: () => 'Make one line of them, or say what differs.' },
    B14: { name: 'Details of every line', what: (d) => `“${said(d, 'name')}”, ${money(d, 'amountCents')}, has no details.`, mend: () => 'Write quantity and price, such as “500 posters, 2,000 brochures”.' },
  },
);
