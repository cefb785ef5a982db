import { useMemo } from 'react';
import { listTeam } from '#features/team/team.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { scheduleWebMessages } from '../schedule.web.messages.ts';

/** The members by name, and the words that T2 uses for owners whose name is left out. */
export function useOwners(campaignId: string): readonly Choice[] {
  const words = useMessages(scheduleWebMessages);
  const members = useOperation(listTeam, { params: { campaignId } }).data?.members;
  return useMemo(() => {
    const roles = Object.values(words.owners).map((label): Choice => ({ value: label, label, hint: words.roleHint }));
    const people = new Map((members ?? []).map((member): [string, Choice] => [member.userId, { value: member.userId, label: member.name, hint: member.title }]));
    return [...people.values(), ...roles];
  }, [words, members]);
}
