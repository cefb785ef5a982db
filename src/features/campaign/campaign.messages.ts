import { defineMessages } from '#platform/shared/messages.ts';

const zhStages = { draft: '草稿', submitted: '审批中', approved: '已核准', preparing: '筹备中', live: '执行中', reviewing: '复盘中', archived: '已归档', cancelled: '已取消' } as const;
const enStages = { draft: 'Draft', submitted: 'In approval', approved: 'Approved', preparing: 'Preparing', live: 'Live', reviewing: 'In review', archived: 'Archived', cancelled: 'Cancelled' };
type StageName = keyof typeof zhStages;

/** What a move needs, said when it is refused. */
const zhNeeds: Record<StageName, string> = {
  draft: '', submitted: '只有草稿可以提交审批。', approved: '只有提交审批中的方案可以核准。', preparing: '方案核准后才能开始筹备。',
  live: '须先开始筹备，才能开始执行。', reviewing: '须先开始执行，才能转入复盘。', archived: '须在复盘中、评估报告核准后才能归档。', cancelled: '已进入复盘或已结束的活动不能取消。',
};
const enNeeds: Record<StageName, string> = {
  draft: '', submitted: 'Only a draft can be submitted.', approved: 'Only a submitted plan can be approved.', preparing: 'Preparing starts after the plan is approved.',
  live: 'Preparing comes before going live.', reviewing: 'Going live comes before the review.', archived: 'A campaign is archived from its review, after its evaluation report is approved.', cancelled: 'A campaign in review or ended cannot be cancelled.',
};

export const campaignMessages = defineMessages(
  {
    stages: zhStages,
    revised: '修订中',
    parts: { preparation: '筹备', execution: '执行', retrospective: '复盘' },
    problems: {
      'campaign.stage_refused': (data: Record<string, unknown>) =>
        `活动现在是“${zhStages[data['from'] as StageName] ?? ''}”，不能转为“${zhStages[data['to'] as StageName] ?? ''}”。${zhNeeds[data['to'] as StageName] ?? ''}`,
      'campaign.reason_needed': () => '请写明取消的原因。',
      'campaign.scenario_unknown': () => '没有这个活动场景，请重新选择。',
      'campaign.scenario_taken': () => '已有同名的活动场景。',
      'campaign.person_unknown': () => '没有找到这位总负责人，请重新选择。',
      'campaign.event_outside': () => '日期不合理：现场日期要在活动周期之内，结束不能早于开始。',
    },
  },
  {
    stages: enStages,
    revised: 'In revision',
    parts: { preparation: 'Preparation', execution: 'Execution', retrospective: 'Retrospective' },
    problems: {
      'campaign.stage_refused': (data) =>
        `The campaign is “${enStages[data['from'] as StageName] ?? ''}” and cannot become “${enStages[data['to'] as StageName] ?? ''}”. ${enNeeds[data['to'] as StageName] ?? ''}`,
      'campaign.reason_needed': () => 'Please give the reason for cancelling.',
      'campaign.scenario_unknown': () => 'There is no such scenario. Please choose again.',
      'campaign.scenario_taken': () => 'There is a scenario of that name.',
      'campaign.person_unknown': () => 'That lead was not found. Please choose again.',
      'campaign.event_outside': () => 'The dates do not fit: days on site lie within the campaign, and an end is not before its start.',
    },
  },
);
