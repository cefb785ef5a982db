import { defineMessages } from '#platform/shared/messages.ts';

export const teamMessages = defineMessages(
  {
    problems: {
      'team.person_unknown': () => '没有找到这位人员，或该账号已停用。请从人员名单中选择。',
      'team.lead_needed': () => '总负责人不能移出。请指定新的总负责人来替换。',
      'team.area_needed': () => '请填写工作事项的名称。',
      'team.absence_reversed': () => '结束日期早于开始日期，请检查日期。',
      'team.absence_overlaps': (data: Record<string, unknown>) => `与已登记的休假（${String(data['fromOn'] ?? '')} 至 ${String(data['toOn'] ?? '')}）重叠。请修改那一条，或换个日期。`,
      'team.stand_in_self': () => '代理人不能是本人。请选择另一位同事，或暂不指定。',
    },
    groups: { lead: '总负责人', planning: '策划组', execution: '执行组', monitoring: '监控组', logistics: '后勤组' },
    grades: { lead: '经理', planning: '主管', execution: '专员', monitoring: '专员', logistics: '专员' },
    duties: {
      lead: '统筹全局，协调突发情况',
      planning: '细化方案，编制预算与进度，提交审批',
      execution: '落地执行，现场到岗',
      monitoring: '追踪数据，预警风险，输出日报',
      logistics: '协调物料与场地，验收入库',
    },
  },
  {
    problems: {
      'team.person_unknown': () => 'No such person, or the account is disabled. Choose someone from the directory.',
      'team.lead_needed': () => 'The lead cannot be removed. Name a new lead instead.',
      'team.area_needed': () => 'Name the area of work.',
      'team.absence_reversed': () => 'The last day is before the first. Check the days.',
      'team.absence_overlaps': (data) => `An absence is entered already for ${String(data['fromOn'] ?? '')} to ${String(data['toOn'] ?? '')}. Change that one, or choose other days.`,
      'team.stand_in_self': () => 'Nobody stands in for themselves. Choose a colleague, or leave it open.',
    },
    groups: { lead: 'Campaign lead', planning: 'Planning group', execution: 'Execution group', monitoring: 'Monitoring group', logistics: 'Logistics group' },
    grades: { lead: 'Manager', planning: 'Supervisor', execution: 'Specialist', monitoring: 'Specialist', logistics: 'Specialist' },
    duties: {
      lead: 'Leads the whole, coordinates incidents',
      planning: 'Details the plan, budget and schedule, submits for approval',
      execution: 'Delivers the work, on site on the day',
      monitoring: 'Tracks data, warns of risk, writes the daily report',
      logistics: 'Materials and venue, acceptance and stock',
    },
  },
);
