import { defineMessages } from '#platform/shared/messages.ts';

type Data = Readonly<Record<string, unknown>>;
const figure = (value: unknown): string => new Intl.NumberFormat('en', { maximumFractionDigits: 4 }).format(Math.abs(Number(value)));

export const goalMessages = defineMessages(
  {
    levels: { key: '关键', supporting: '支撑' },
    splits: { phase: '阶段', channel: '渠道', week: '周', day: '天', own: '自定' },
    problems: {
      'goal.frozen': () => '方案已提交或已核准，目标不能再改。审批中的方案请先撤回，已核准的请总负责人先“修订方案”；执行中可以填写实际值。',
      'goal.metric_needed': () => '每个目标都要写明指标。',
      'goal.parts_sum': ({ target, difference }: Data) => `各部分要加起来等于目标值 ${figure(target)}：现在${Number(difference) > 0 ? '还差' : '多了'} ${figure(difference)}。`,
      'goal.parts_changed': ({ by }: Data) => `${String(by) || '其他人'}刚改过这项目标的分解。请看过最新的内容再保存。`,
      'goal.part_reversed': ({ name }: Data) => `“${String(name)}”的结束日早于开始日，请改正。`,
      'goal.metric_taken': ({ name }: Data) => `指标库里已有叫“${String(name)}”的指标，请换一个名称，或恢复已停用的那一个。`,
      'goal.metric_changed': ({ name }: Data) => `“${String(name)}”刚被其他人改过。请关闭后重新打开，看过最新的内容再改。`,
    },
  },
  {
    levels: { key: 'Key', supporting: 'Supporting' },
    splits: { phase: 'Phase', channel: 'Channel', week: 'Week', day: 'Day', own: 'Own' },
    problems: {
      'goal.frozen': () => 'The plan is submitted or approved, so goals no longer change. Withdraw a submitted plan first; an approved one is revised by the lead. Actual values can be filled in while it runs.',
      'goal.metric_needed': () => 'Every goal needs a metric.',
      'goal.parts_sum': ({ target, difference }) => `The parts must add up to the target of ${figure(target)}: ${figure(difference)} ${Number(difference) > 0 ? 'missing' : 'too much'}.`,
      'goal.parts_changed': ({ by }) => `${String(by) || 'Someone'} has just changed the parts of this goal. Look at the latest before you save.`,
      'goal.part_reversed': ({ name }) => `“${String(name)}” ends before it starts; correct its days.`,
      'goal.metric_taken': ({ name }) => `The catalogue has a metric named “${String(name)}”. Choose another name, or take the retired one back.`,
      'goal.metric_changed': ({ name }) => `“${String(name)}” was just changed by someone else. Close and open it again before you change it.`,
    },
  },
);
