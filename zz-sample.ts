import { writeTablesXlsx, writeBudgetXlsx } from '#features/document/server/write/xlsx.ts';
import { writeFileSync } from 'node:fs';
export const lines = [
 ['物料制作费','海报500张、宣传册2000本',800000,null,'*专员','含设计费'],['线上推广费','朋友圈广告投放',1500000,null,'*主管','7天投放周期'],['场地租赁费','商圈展位租赁(3天)',1200000,null,'*专员','含基础设备'],['人员成本','兼职人员10名(3天)',600000,null,'*经理','200元/人/天'],['应急备用金','预算外突发情况处理',500000,null,'*经理','按实报销'],
].map(([category,detail,amountCents,actualCents,ownerText,note])=>({category,detail,amountCents,actualCents,ownerText,note})) as any[];
export const tasks = [['preparation','10月1日-5日','活动方案审批与团队分工','*经理','done','-'],['preparation','10月6日-10日','物料设计与制作','*主管','done','需10月15日到货'],['execution','10月15日','场地布置与设备调试','*专员','delayed','18:00前完成'],['execution','10月16日-18日','活动现场执行','全员','doing','每日21:00复盘'],['retrospective','10月19日-21日','数据整理与报告输出','*专员','open','10月22日提交']].map(([phase,whenText,title,ownerText,state,note])=>({phase,whenText,title,ownerText,state,note})) as any[];
if (import.meta.main) {
const title='秋季新品上市', subtitle='2025年10月1日 – 10月22日 · 总负责人 陈婧 · 华东市场部';
writeFileSync('/tmp/o/tables.xlsx', await writeTablesXlsx({title,subtitle,lines,tasks,locale:'zh-CN'}));
const l2=lines.map((l,i)=>({...l,actualCents:i<3?l.amountCents-12345*i:null})); l2.push({category:'=cmd|calc',detail:'很长的明细说明'.repeat(12),amountCents:-100050,actualCents:0,ownerText:'@x',note:'第一行\n第二行\n+3 _x0041_'});
writeFileSync('/tmp/o/budget-en.xlsx', await writeBudgetXlsx({title:'Autumn launch & more',lines:l2,locale:'en'}));
}
import { writeTablesDocx } from '#features/document/server/write/docx.ts';
if (import.meta.main) writeFileSync('/tmp/o/tables-w.docx', await writeTablesDocx({title:'秋季新品上市',subtitle:'2025年10月1日 – 10月22日 · 总负责人 陈婧 · 华东市场部',lines,tasks,locale:'zh-CN'}));
