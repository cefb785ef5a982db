import type { Stage } from './campaign.rules.ts';

/** How a stage is marked: the tones of the kit's state tags. */
export const stageTone: Record<Stage, 'plain' | 'doing' | 'done' | 'warn' | 'off'> = {
  draft: 'plain', submitted: 'warn', approved: 'done', preparing: 'doing', live: 'doing', reviewing: 'doing', archived: 'done', cancelled: 'off',
};
