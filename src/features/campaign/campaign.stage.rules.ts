import type { Stage } from './campaign.rules.ts';

/** How a stage is marked: the tones of the kit's state tags. */
export const stageTone: Record<Stage, 'plain' | 'doing' | 'done' | 'warn' | 'off'> = {
  draft: 'plain', submitted: 'warn', approved: 'done', preparing: 'doing', live: 'doing', reviewing: 'doing', archived: 'done', cancelled: 'off',
};

interface StageWords {
  readonly stages: Readonly<Record<Stage, string>>;
  readonly revised: string;
}

/** The word for where a campaign stands; a draft whose plan was approved before is in revision. */
export const stageName = ({ stage, revised }: { readonly stage: Stage; readonly revised: boolean }, words: StageWords): string => (revised && stage === 'draft' ? words.revised : words.stages[stage]);
