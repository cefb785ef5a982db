import { listScenarios } from '#features/campaign/campaign.contract.ts';
import { useLocale } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import type { Choice } from '#platform/web/ui/choice.rules.ts';

/** The scenarios in the language of the page (S1). */
export function useScenarioChoices(): readonly Choice[] {
  const locale = useLocale();
  const scenarios = useOperation(listScenarios, {}).data?.scenarios ?? [];
  return scenarios.map(({ key, nameZh, nameEn }) => ({ value: key, label: locale === 'en' ? nameEn : nameZh }));
}
