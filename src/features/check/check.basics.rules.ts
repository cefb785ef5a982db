import { addWorkingDays, isCoveredYear } from '#platform/shared/calendar.ts';
import type { CheckRule, Hit } from './check.rule.value.ts';
import { textsOf } from './check.texts.rules.ts';
import type { CheckedPlan } from './check.value.ts';
import { PLACEHOLDER } from './check.vocabulary.ts';

/** R1.1: the report is due that many working days after the last day on site, or after the campaign where there is none. */
export const REPORT_DAYS = { value: 3, from: 1, to: 30 } as const;
export const lastDay = ({ campaign }: CheckedPlan): string => campaign.eventTo ?? campaign.endsOn;

const when = (fails: boolean, hit: Hit): readonly Hit[] => (fails ? [hit] : []);

/** What P4.1 asks the planning group to write; period, goals, budget and schedule are tables of their own. */
const REQUIRED_PARTS = ['theme', 'audience', 'channels', 'process', 'risks'] as const;

/** A plan without any text needs a reason; one that is written in part is told what is open. */
function unwritten({ sections }: CheckedPlan): readonly Hit[] {
  const parts = REQUIRED_PARTS.filter((key) => !sections.some((section) => section.key === key && section.words.trim() !== ''));
  return when(parts.length > 0, { where: { page: 'plan', part: parts[0] ?? 'theme' }, data: { parts }, ...(parts.length < REQUIRED_PARTS.length ? { severity: 'hint' } : {}) });
}

function placeholders(plan: CheckedPlan): readonly Hit[] {
  return textsOf(plan).flatMap(({ text, where }, index) => {
    const match = PLACEHOLDER.exec(text);
    return match ? [{ where, data: { words: match[0], around: text.slice(Math.max(0, match.index - 10), match.index + match[0].length + 10) }, key: `${where.field ?? where.part ?? ''}:${where.id === undefined ? index : ''}` }] : [];
  });
}

export const BASICS_RULES: readonly CheckRule[] = [
  { id: 'P01', clause: 'P3.1', severity: 'error', essential: true, run: ({ campaign }) => when(campaign.leadId === null, { where: { page: 'team' } }) },
  { id: 'P02', clause: 'P4.1', severity: 'warning', run: ({ campaign }) => when(campaign.theme.trim() === '', { where: { page: 'overview', field: 'theme' } }) },
  { id: 'P03', clause: 'P4.1', severity: 'warning', run: ({ campaign }) => when(campaign.audience.trim() === '', { where: { page: 'overview', field: 'audience' } }) },
  {
    id: 'P04', clause: 'E3.1', severity: 'warning',
    run: ({ campaign, steps, zones }) => when(campaign.eventFrom === null && steps.length + zones.length > 0, { where: { page: 'overview', field: 'event' }, data: { steps: steps.length, zones: zones.length } }),
  },
  {
    id: 'P05', clause: 'R1.1', severity: 'hint',
    run: ({ campaign }) => when(!isCoveredYear(campaign.endsOn), { where: { page: 'overview', field: 'period' }, data: { year: Number(campaign.endsOn.slice(0, 4)) } }),
  },
  {
    id: 'P06', clause: 'R1.1', severity: 'warning', fixable: true, bounds: { workingDays: REPORT_DAYS },
    run: ({ campaign: { eventTo, endsOn }, ownDays }, { workingDays = REPORT_DAYS.value }) => {
      const dueOn = eventTo === null ? null : addWorkingDays(eventTo, workingDays, ownDays);
      return dueOn === null || endsOn >= dueOn ? [] : [{ where: { page: 'overview', field: 'period' }, data: { eventTo, endsOn, dueOn, workingDays }, fix: { kind: 'extend_campaign', endsOn: dueOn } }];
    },
  },
  { id: 'P07', clause: 'P4.1', severity: 'warning', run: placeholders },
  {
    id: 'P08', clause: 'E2.1', severity: 'hint',
    run: ({ personas, channels }) => when(personas.length === 0 && channels.length > 0, { where: { page: 'plan', part: 'personas' }, data: { channels: channels.length } }),
  },
  { id: 'P09', clause: 'P4.1', severity: 'warning', run: unwritten },
  {
    id: 'P10', clause: 'P4.1', severity: 'hint',
    run: ({ campaign, today }) => when(campaign.startsOn < today, { where: { page: 'overview', field: 'period' }, data: { startsOn: campaign.startsOn } }),
  },
];
