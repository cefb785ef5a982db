import { describe, expect, it } from 'vitest';
import { readHeadings } from './reading.heading.rules.ts';

/** Every line of headings in formats.md, its variants, and some that are no table of ours. */
const LINES: [string, string, string][] = [
  ['序号 / 预算科目 / 明细说明 / 预算金额(元) / 实际花费(元) / 负责人 / 备注', 'budget', 'number category detail amount actual owner note'],
  ['序号 / 预算科目 / 明细说明 / 预算金额（元） / 实际花费（元） / 负 责 人 / 备  注', 'budget', 'number category detail amount actual owner note'],
  ['名称 / 单价 / 数量 / 合计(元) / 备注', 'budget', 'detail unitPrice quantity amount note'],
  ['费用项目 / 预算金额(元) / 备注', 'budget', 'category amount note'],
  ['项目 / 明细 / 单价 / 数量 / 小计', 'budget', 'category detail unitPrice quantity amount'],
  ['项目 / 金额 / 说明', 'budget', 'category amount detail'],
  ['费用项 / 单价 / 数量 / 小计 / 用途 / 负责人 / 备注', 'budget', 'category unitPrice quantity amount detail owner note'],
  ['项 目 / 费 用（万元） / 备 注', 'budget', 'category amount note'],
  ['阶段 / 时间节点 / 任务内容 / 负责人 / 完成情况(□未完成/□已完成/□延期) / 备注', 'schedule', 'phase when task owner state note'],
  ['环节 / 时间 / 内容', 'schedule', 'task when detail'],
  ['时间 / 环节 / 负责人 / 备注', 'schedule', 'when task owner note'],
  ['序号 / 任务名称 / 负责人 / 开始时间 / 结束时间 / 工期(天) / 依赖关系 / 备注', 'schedule', 'number task owner start end duration dependsOn note'],
  ['日期 / 工作内容 / 责任人', 'schedule', 'when task owner'],
  ['任务 / 负责人 / 执行部门', 'schedule', 'task owner other:执行部门'],
  ['岗位 / 人数 / 职责', 'team', 'role headcount duty'],
  ['组别 / 成员', 'team', 'group people'],
  ['角色 / 职责说明', 'team', 'role duty'],
  ['组别 / 职责 / 姓名 / 角色/岗位 / 负责工作 / 代理人 / 备注', 'team', 'group duty people role other:负责工作 deputy note'],
  ['工作事项 / 负责 R / 批准 A / 咨询 C / 知会 I / 备注', 'areas', 'area responsible accountable consulted informed note'],
  ['任务 / 执行（R） / 问责（A） / 咨询（C） / 告知（I）', 'areas', 'area responsible accountable consulted informed'],
  ['序号 / 工作事项 / 总负责人 / 策划组 / 执行组 / 陈婧 / 备注', 'areas', 'number area other:总负责人 other:策划组 other:执行组 other:陈婧 note'],
  ['风险描述 / 影响程度 / 应对方案 / 负责人', 'risk', 'risk impact response owner'],
  ['风险 / 概率 / 影响 / 应对', 'risk', 'risk probability impact response'],
  ['渠道 / 推广形式 / 时间 / 预算', 'channels', 'channel form when budget'],
  ['分区日期 / 推广渠道 / 曝光量 / 流量 / 订单量 / 销量 / 销售额 / 花费 / 新客数', 'channels', 'when channel impressions traffic orders units sales spend newCustomers'],
  ['序号 / 用户(姓名、昵称或编号) / 联系方式 / 反馈渠道 / 反馈时间 / 反馈类型 / 反馈内容 / 满意度 / 改进建议 / 跟进人 / 处理状态 / 处理结果 / 备注', 'feedback', 'number user contact channel time type content satisfaction suggestion handler status result note'],
  ['反馈内容 / 用户 / 反馈时间', 'feedback', 'content user time'],
  ['姓名 / 电话 / 反馈意见', 'feedback', 'user contact content'],
  ['物料名称 / 规格 / 数量 / 单位 / 单价 / 金额 / 供应商', 'materials', 'item specification quantity unit unitPrice amount supplier'],
  ['指标 / 目标值 / 实际值 / 达成率', 'metrics', 'metric target actual attainment'],
  ['目标 / 衡量标准 / 完成时间 / 负责人', 'goals', 'goal metric deadline owner'],
  ['审批环节 / 审批人 / 审批意见 / 日期', 'approval', 'step approver comment when'],
  ['费用金额 / 审批人 / 时限', 'approval', 'amountBand approver when'],
];

describe('headings name the kind of a table and its columns', () => {
  it.each(LINES)('%s', (line, kind, fields) => {
    const reading = readHeadings(line.split(' / '));
    expect(reading?.kind).toBe(kind);
    expect(reading?.columns.map((column) => column.field).join(' ')).toBe(fields);
  });

  it.each(['策划组 / 执行组 / 监控组', '工作内容 / 张三 / 李四', '姓名 / 年龄', '张三 / 李四 / 王五', '8,000 / 15,000', '本次活动 / 圆满成功', '备注 / 说明'])('%s is none', (line) => {
    expect(readHeadings(line.split(' / '))).toBeUndefined();
  });

  it('keeps a column that no word knows under its own heading', () => {
    expect(readHeadings(['费用项目', '预算金额', '发票号码'])?.columns[2]).toEqual({ header: '发票号码', field: 'other:发票号码', type: 'text' });
  });
});
