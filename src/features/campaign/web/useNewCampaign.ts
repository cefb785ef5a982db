import type { getMe } from '#features/account/account.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { useAction } from '#platform/web/query.ts';
import type { Period } from '#platform/web/ui/DayField.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { createCampaign } from '../campaign.contract.ts';
import { campaignWebMessages } from '../campaign.web.messages.ts';

export type NewCampaignStart = 'blank' | 'document';

const NONE: Period = { startOn: null, endOn: null };

interface Values {
  readonly start: NewCampaignStart;
  readonly name: string;
  readonly scenario: string;
  readonly endsOn: Period;
  readonly event: Period;
  readonly leadId: string;
  readonly departmentId: string;
  readonly theme: string;
  readonly audience: string;
}

function periodError(period: Period, words: { readonly periodMissing: string; readonly reversed: string }): string | undefined {
  if (!period.startOn || !period.endOn) return words.periodMissing;
  return period.endOn < period.startOn ? words.reversed : undefined;
}

/** Days on site may be one day: an open end is the same day. They lie within the period. */
function eventError(event: Period, period: Period, words: { readonly eventOutside: string; readonly reversed: string }): string | undefined {
  const from = event.startOn ?? event.endOn;
  const to = event.endOn ?? event.startOn;
  if (!from || !to) return undefined;
  if (to < from) return words.reversed;
  return (period.startOn && from < period.startOn) || (period.endOn && to > period.endOn) ? words.eventOutside : undefined;
}

/** The form of a new campaign; ends in its overview, or in the import of a document. `endsOn` holds the period: the server's issue about it carries that name. */
export function useNewCampaign(me: OutputOf<typeof getMe>, start: NewCampaignStart) {
  const words = useMessages(campaignWebMessages).form;
  const create = useAction(createCampaign);
  const navigate = useNavigate();
  return useForm<Values>({
    initial: { start, name: '', scenario: '', endsOn: NONE, event: NONE, leadId: me.id, departmentId: me.departmentId ?? '', theme: '', audience: '' },
    check: ({ name, scenario, endsOn, event, leadId }) => ({
      name: name.trim() ? undefined : words.nameMissing,
      scenario: scenario ? undefined : words.scenarioMissing,
      endsOn: periodError(endsOn, words),
      event: eventError(event, endsOn, words),
      leadId: leadId ? undefined : words.leadUnknown,
    }),
    problemFields: { 'campaign.scenario_unknown': 'scenario', 'campaign.person_unknown': 'leadId', 'campaign.event_outside': 'event' },
    submit: async ({ start, name, scenario, endsOn, event, leadId, departmentId, theme, audience }) => {
      const { id } = await create.mutateAsync({
        body: {
          name, scenario, theme, audience, leadId, departmentId: departmentId || null,
          startsOn: endsOn.startOn ?? '', endsOn: endsOn.endOn ?? '',
          eventFrom: event.startOn ?? event.endOn, eventTo: event.endOn ?? event.startOn, timeZone: me.timeZone,
        },
      });
      navigate(start === 'document' ? `/campaigns/${id}/import` : `/campaigns/${id}`);
    },
  });
}
