import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { newId } from '#platform/server/identity.ts';
import type { Work } from '#platform/server/operation.ts';
import type { SectionKey } from '../plan.section.contract.ts';
import { blocksOf } from '../plan.section.rules.ts';
import { addSection, writeBlocksIn } from './plan.section.service.ts';
import { planSections, standardSectionId } from './plan.section.views.ts';

export interface AdoptedSection {
  readonly key: SectionKey;
  /** Of an own section; what the standard ones are called is known. */
  readonly title: string;
  /** An empty line parts paragraphs; `- ` points, `1. ` numbers, `## ` headings. */
  readonly text: string;
}

/**
 * Writes texts into the sections of the plan, in the order given. An own section is found by its title, or added at the end.
 * With `replace` a given section's old text goes; otherwise the new text stands behind it. The caller has seen to the permission.
 */
export async function adoptSections(work: Work<CampaignFacts>, sections: readonly AdoptedSection[], { replace }: { readonly replace: boolean }): Promise<void> {
  for (const { key, title, text } of sections) {
    const blocks = blocksOf(text);
    if (blocks.length === 0 && key !== 'own') continue;
    const id = key === 'own' ? await ownSection(work, title.trim().slice(0, 60)) : standardSectionId(work.thing.id, key);
    if (id && blocks.length > 0) await writeBlocksIn(work, id, blocks, { replace });
  }
}

async function ownSection(work: Work<CampaignFacts>, title: string): Promise<string | undefined> {
  if (title === '') return undefined;
  const all = await planSections(work.db, work.thing.id);
  const found = all.find((section) => section.key === 'own' && section.title === title);
  if (found) return found.id;
  const id = newId();
  await addSection(work, { params: { campaignId: work.thing.id }, body: { id, title, afterId: all.at(-1)?.id ?? null } });
  return id;
}
