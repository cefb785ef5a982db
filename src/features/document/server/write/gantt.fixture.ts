import type { Task } from '#features/schedule/schedule.contract.ts';
import { PHASES, UNPLANNED } from '#features/schedule/schedule.rules.ts';
import { addDays, type Day } from '#platform/shared/calendar.ts';
import type { GanttData } from './gantt.types.ts';

const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const link = (number: number, more: Partial<Task['links'][number]> = {}): Task['links'][number] => ({ predecessorId: idOf(number), type: 'FS', lagDays: 0, lagUnit: 'day', ...more });

function task(number: number, title: string, startOn: Day | null, endOn: Day | null, more: Partial<Task> = {}): Task {
  return {
    id: idOf(number), ownerId: null, position: number, phase: 'preparation', whenText: '', startOn, endOn, dueTime: null, title, ownerText: '', state: 'open', effectiveState: 'open', note: '', ...UNPLANNED, links: [], doneAt: null,
    ...more, ...(more.state && !more.effectiveState ? { effectiveState: more.state } : {}),
  };
}

const head = { title: '秋季新品上市推广活动', company: '示例饮品有限公司', lead: '陈婧', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18', today: '2025-10-13', calendar: [{ day: '2025-10-20', works: false, name: '盘点日' }] };

/** The source's schedule with links, a parent, milestones, a late task and one that is called off. */
export const smallGantt: GanttData = {
  ...head,
  tasks: [
    task(1, '活动方案审批与团队分工', '2025-10-01', '2025-10-05', { ownerText: '*经理', state: 'done' }),
    task(2, '物料', '2025-10-06', '2025-10-14', { ownerText: '*主管' }),
    task(3, '物料设计与制作', '2025-10-06', '2025-10-10', { ownerText: '*主管', parentId: idOf(2), links: [link(1)], state: 'doing', effectiveState: 'delayed' }),
    task(4, '物料到货验收', '2025-10-14', '2025-10-14', { ownerText: '后勤组', parentId: idOf(2), links: [link(3, { lagDays: 3 })], dueTime: '17:00' }),
    task(5, '朋友圈广告预热投放', '2025-10-08', '2025-10-12', { ownerText: '张三、李四', links: [link(1), link(3, { type: 'SS', lagDays: 2 })], state: 'doing' }),
    task(6, '场地布置与设备调试', '2025-10-15', '2025-10-15', { phase: 'execution', ownerText: '*专员', dueTime: '18:00', links: [link(4)] }),
    task(7, '活动开幕', '2025-10-16', '2025-10-16', { phase: 'execution', milestone: true, fixed: true, ownerText: '全员', links: [link(6)] }),
    task(8, '活动现场执行', '2025-10-16', '2025-10-18', { phase: 'execution', ownerText: '全员', links: [link(7, { type: 'SS' })] }),
    task(9, '快闪路演', '2025-10-17', '2025-10-17', { phase: 'execution', state: 'cancelled' }),
    task(10, '直播切片剪辑', null, null, { phase: 'execution', ownerText: '监控组' }),
    task(11, '数据整理与报告输出', '2025-10-19', '2025-10-21', { phase: 'retrospective', ownerText: '*专员', links: [link(8)] }),
    task(12, '礼品盘点', '2025-10-19', '2025-10-19', { phase: 'retrospective', ownerText: '后勤组', links: [link(8)], durationUnit: 'workday' }),
    task(13, '评估报告提交', '2025-10-22', '2025-10-22', { phase: 'retrospective', milestone: true, links: [link(11)] }),
  ],
};

/** One task, and nothing else. */
export const tinyGantt: GanttData = { ...head, eventFrom: null, eventTo: null, tasks: [task(1, '活动方案审批与团队分工', '2025-10-01', '2025-10-05')] };

/** A year's programme of 300 tasks in chains, three parts to a parent. */
export const largeGantt: GanttData = {
  ...head, title: '全年新品路演计划', startsOn: '2025-03-01', endsOn: '2025-12-31', eventFrom: '2025-09-16', eventTo: '2025-09-21', today: '2025-07-15',
  tasks: Array.from({ length: 300 }, (_, index) => {
    const start = addDays('2025-03-01', Math.floor(index * 0.95));
    const isParent = index % 10 === 0;
    return task(index + 1, `第 ${index + 1} 站 ${['场地洽谈与签约', '物料设计、打样与批量制作', '媒体与达人沟通', '门店陈列与导购培训'][index % 4]}${index % 23 === 0 ? '（含华东、华南、西南三个大区的全部门店以及线上渠道的同步陈列）' : ''}`, start, addDays(start, isParent ? 14 : 3 + (index % 5)), {
      phase: PHASES[Math.min(2, Math.floor(index / 110))] ?? 'preparation', ownerText: ['策划组', '执行组、王芳', '后勤组', '*专员'][index % 4] ?? '', state: index < 90 ? 'done' : 'open', milestone: index % 37 === 5,
      ...(isParent ? {} : { parentId: idOf(Math.floor(index / 10) * 10 + 1) }), links: index % 10 > 1 ? [link(index)] : [],
    });
  }),
};
