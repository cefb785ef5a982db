import { useLocale } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { listScenarios } from '../campaign.contract.ts';

export interface Scenarios {
  readonly choices: readonly Choice[];
  readonly nameOf: (key: string) => string;
}

/** The scenarios in the language of the page (S1). */
export function useScenarios(): Scenarios {
  const locale = useLocale();
  const scenarios = useOperation(listScenarios, {}).data?.scenarios ?? [];
  const choices = scenarios.map(({ key, nameZh, nameEn }) => ({ value: key, label: locale === 'en' ? nameEn : nameZh }));
  return { choices, nameOf: (key) => choices.find(({ value }) => value === key)?.label ?? '' };
}
