import { defineMessages } from '#platform/shared/messages.ts';

interface Told {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

const zhSentences = {
  'playbook.used': ({ after }: Told) => `从活动模板“${after['playbook'] ?? ''}”建立：目标 ${after['goals'] ?? ''} 个，预算 ${after['budget'] ?? ''} 项，任务 ${after['schedule'] ?? ''} 项`,
  'playbook.saved': ({ after }: Told) => `把活动另存为活动模板“${after['playbook'] ?? ''}”`,
  'playbook.changed': ({ after }: Told) => `修改了活动模板“${after['playbook'] ?? ''}”`,
  'playbook.imported': ({ after }: Told) => `导入了活动模板“${after['playbook'] ?? ''}”`,
  'playbook.retired': ({ before }: Told) => `停用了活动模板“${before['playbook'] ?? ''}”`,
  'playbook.restored': ({ after }: Told) => `把活动模板“${after['playbook'] ?? ''}”恢复为内置版本`,
};
const enSentences: Record<keyof typeof zhSentences, (told: Told) => string> = {
  'playbook.used': ({ after }) => `made it from the playbook “${after['playbook'] ?? ''}”: ${after['goals'] ?? ''} goals, ${after['budget'] ?? ''} budget lines, ${after['schedule'] ?? ''} tasks`,
  'playbook.saved': ({ after }) => `saved the campaign as the playbook “${after['playbook'] ?? ''}”`,
  'playbook.changed': ({ after }) => `changed the playbook “${after['playbook'] ?? ''}”`,
  'playbook.imported': ({ after }) => `imported the playbook “${after['playbook'] ?? ''}”`,
  'playbook.retired': ({ before }) => `retired the playbook “${before['playbook'] ?? ''}”`,
  'playbook.restored': ({ after }) => `took the playbook “${after['playbook'] ?? ''}” back to the built-in one`,
};

/** What the history says of playbooks. */
export const playbookHistory = defineMessages({ sentences: zhSentences }, { sentences: enSentences });
