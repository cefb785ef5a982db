import { defineMessages } from '#platform/shared/messages.ts';

interface Told {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

const zhSentences = {
  work_area_created: ({ name }: Told) => `新增了分工事项“${name}”`,
  work_area_changed: ({ name }: Told) => `修改了分工事项“${name}”`,
  work_area_deleted: ({ name }: Told) => `删除了分工事项“${name}”`,
  work_area_moved: ({ name }: Told) => `调整了分工事项“${name}”的顺序`,
  'team.duties_changed': ({ after }: Told) => `修改了${after['group'] ?? ''}的职责`,
  'team.absence_entered': ({ after }: Told) => `登记了${after['name'] ?? ''}的休假`,
  'team.absence_changed': ({ after }: Told) => `修改了${after['name'] ?? ''}的休假`,
  'team.absence_deleted': ({ before }: Told) => `取消了${before['name'] ?? ''}的休假`,
};
const enSentences: Record<keyof typeof zhSentences, (told: Told) => string> = {
  work_area_created: ({ name }) => `added the area of work “${name}”`,
  work_area_changed: ({ name }) => `changed the area of work “${name}”`,
  work_area_deleted: ({ name }) => `deleted the area of work “${name}”`,
  work_area_moved: ({ name }) => `moved the area of work “${name}”`,
  'team.duties_changed': ({ after }) => `changed the duties of: ${after['group'] ?? ''}`,
  'team.absence_entered': ({ after }) => `entered an absence of ${after['name'] ?? ''}`,
  'team.absence_changed': ({ after }) => `changed an absence of ${after['name'] ?? ''}`,
  'team.absence_deleted': ({ before }) => `took back an absence of ${before['name'] ?? ''}`,
};
const zhMany = {
  work_area_created: (count: number) => `新增了 ${count} 项分工事项`, work_area_changed: (count: number) => `修改了 ${count} 处分工事项`,
  work_area_deleted: (count: number) => `删除了 ${count} 项分工事项`, work_area_moved: (count: number) => `调整了 ${count} 次分工事项的顺序`,
};
const enMany: Record<keyof typeof zhMany, (count: number) => string> = {
  work_area_created: (count) => `added ${count} areas of work`, work_area_changed: (count) => `made ${count} changes to areas of work`,
  work_area_deleted: (count) => `deleted ${count} areas of work`, work_area_moved: (count) => `moved areas of work ${count} times`,
};
const zhFields = { duties: '职责', worksWith: '协作方式', area: '工作事项', responsible: '负责 R', accountable: '批准 A', consulted: '咨询 C', informed: '知会 I' };
const enFields: Record<keyof typeof zhFields, string> = { duties: 'Duties', worksWith: 'Works with', area: 'Area of work', responsible: 'Responsible (R)', accountable: 'Accountable (A)', consulted: 'Consulted (C)', informed: 'Informed (I)' };

/** What the history says of the division of work: duties of the groups, areas with R, A, C and I, absences. */
export const teamHistory = defineMessages(
  { sentences: zhSentences, many: zhMany, fields: zhFields },
  { sentences: enSentences, many: enMany, fields: enFields },
);
