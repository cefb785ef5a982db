import { accountMessages } from '#features/account/account.messages.ts';
import type { OrgRole } from '#platform/shared/actor.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { approvalDecisionMessages } from '../approval.decision.web.messages.ts';
import { namesOf } from '../approval.list.rules.ts';
import type { Step } from '../approval.step.rules.ts';

interface Someone {
  readonly name: string | null;
  readonly role: OrgRole | null;
}

/** Those of whom a step waits, in words: names, and roles by their own. */
export function useWho(): { readonly one: (someone: Someone) => string; readonly list: (who: readonly Someone[]) => string; readonly approver: (approver: Step['approver']) => string } {
  const { roles } = useMessages(accountMessages);
  const words = useMessages(approvalDecisionMessages).steps;
  const formats = useFormats();
  const one = ({ name, role }: Someone): string => name ?? (role ? roles[role] : '');
  return {
    one,
    list: (who) => formats.list(namesOf(who, roles)),
    approver: ({ type, role, name }) => {
      if (type === 'role') return roles[role as OrgRole] ?? '';
      if (type === 'person') return name ?? '';
      return name ? words.named(words[type], name) : words[type];
    },
  };
}
