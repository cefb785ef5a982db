import { defineMessages } from '#platform/shared/messages.ts';

export const teamMessages = defineMessages(
  {
    problems: {
      'team.person_unknown': () => '没有找到这位人员，或该账号已停用。请从人员名单中选择。',
      'team.lead_needed': () => '总负责人不能移出。请指定新的总负责人来替换。',
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
