import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { useAction } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Icon, type IconName } from '#platform/web/ui/Icon.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { Section } from '#platform/web/ui/Page.tsx';
import { commentApproval, type ApprovalDetail } from '../approval.contract.ts';
import { approvalDecisionMessages } from '../approval.decision.web.messages.ts';
import type { Act } from '../approval.step.rules.ts';
import css from './steps.module.css';
import { useAfterwards } from './useAfterwards.ts';

/** The menu of the decision bar leads here. */
export const COMMENT_ID = 'approval-comment';

const icons: { readonly [K in Act['kind']]: IconName } = {
  approved: 'check', returned: 'left', withdrawn: 'close', transferred: 'swap', step_added: 'add', commented: 'comment', reminded: 'bell', escalated: 'warn',
};

/** Everything that has happened, oldest first, and a place to say something. */
export function ApprovalRecord({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalDecisionMessages).acts;
  const formats = useFormats();
  return (
    <Section title={words.title}>
      <ol className={css['acts']}>
        <li><Icon name="upload" size={12} /><div><span>{words.submitted(approval.requestedBy)}</span> <time dateTime={approval.requestedAt}>{formats.dateTime(approval.requestedAt)}</time></div></li>
        {approval.acts.map((act, index) => <ActLine key={`${act.at} ${String(index)}`} act={act} />)}
      </ol>
      {approval.can.comment ? <Comment approval={approval} /> : null}
    </Section>
  );
}

function ActLine({ act }: { readonly act: Act }) {
  const words = useMessages(approvalDecisionMessages).acts;
  const formats = useFormats();
  const by = act.by ? (act.forName ? words.person(act.by, act.forName) : act.by) : words.system;
  const said = {
    approved: () => words.approved(by, act.step ?? ''), returned: () => words.returned(by), withdrawn: () => words.withdrawn(by), commented: () => words.commented(by),
    transferred: () => words.transferred(by, act.to ?? ''), step_added: () => words.step_added(by, act.to ?? ''), reminded: () => words.reminded(act.to ?? ''), escalated: () => words.escalated(act.to ?? ''),
  }[act.kind]();
  return (
    <li data-kind={act.kind}>
      <Icon name={icons[act.kind]} size={12} />
      <div><span>{said}</span> <time dateTime={act.at}>{formats.dateTime(act.at)}</time>{act.words ? <q>{act.words}</q> : null}</div>
    </li>
  );
}

function Comment({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalDecisionMessages);
  const locale = useLocale();
  const comment = useAction(commentApproval);
  const afterwards = useAfterwards(approval);
  const form = useForm({
    initial: { words: '' },
    check: (values) => ({ words: values.words.trim() ? undefined : words.commentMissing }),
    submit: async (body) => {
      await comment.mutateAsync({ params: { approvalId: approval.id }, body });
      await afterwards(words.commented);
    },
  });
  const error = form.errors['words'];
  return (
    <form
      className={css['comment']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit().then((ok) => (ok ? form.reset() : undefined));
      }}
    >
      {form.problem ? <Banner tone="late">{problemText(form.problem, locale)}</Banner> : null}
      <textarea id={COMMENT_ID} rows={2} maxLength={1000} aria-label={words.commentLabel} placeholder={words.commentHint} aria-invalid={error ? true : undefined} value={form.values.words} onChange={(event) => form.set({ words: event.target.value })} />
      {error ? <p role="alert" className={css['late']}>{error}</p> : null}
      <Button type="submit" small busy={form.busy}>{words.send}</Button>
    </form>
  );
}
