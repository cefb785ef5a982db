import { useRef } from 'react';
import type { OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import { callOperation } from '#platform/web/client.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Link, useParam } from '#platform/web/navigation.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { useOperation } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { ErrorState, Loaded } from '#platform/web/ui/States.tsx';
import { getLink, signIn, useLink as acceptLink } from '../account.contract.ts';
import { fitsPassword } from '../account.form.rules.ts';
import { PASSWORD_MINIMUM } from '#platform/shared/field.ts';
import { accountWebMessages } from '../account.web.messages.ts';
import { OutsideFrame } from './OutsideFrame.tsx';
import { PasswordField } from './PasswordField.tsx';

type LinkDetail = OutputOf<typeof getLink>;

function LinkForm({ token, detail }: { readonly token: string; readonly detail: LinkDetail }) {
  const words = useMessages(accountWebMessages);
  // The link works once: when only the sign-in after it failed, the next try signs in.
  const finished = useRef(false);
  const form = useForm({
    initial: { name: detail.name, password: '' },
    check: ({ name, password }) => ({
      name: name.trim() ? undefined : words.fields.nameMissing,
      password: fitsPassword(password) ? undefined : words.rules.length(PASSWORD_MINIMUM),
    }),
    submit: async (body) => {
      if (!finished.current) await callOperation(acceptLink, { params: { token }, body });
      finished.current = true;
      await callOperation(signIn, { body: { email: detail.email, password: body.password } });
    },
  });
  return (
    <Form form={form} submitLabel={detail.invited ? words.link.join : words.link.reset} onDone={() => window.location.replace('/')}>
      {/* Password managers file the new password under this address. */}
      <input type="hidden" name="username" autoComplete="username" value={detail.email} />
      {detail.invited ? <TextField label={words.fields.name} required autoComplete="name" {...form.field('name')} /> : null}
      <PasswordField label={detail.invited ? words.fields.password : words.fields.newPassword} purpose="new" personal={[form.values.name, detail.email]} {...form.field('password')} />
    </Form>
  );
}

/** An invitation or a reset link: who it is for, and the password. Signs in when it is done. */
export function LinkPage() {
  const words = useMessages(accountWebMessages);
  const locale = useLocale();
  const token = useParam('token');
  const query = useOperation(getLink, { params: { token } });
  const detail = query.data;
  if (!detail && query.error) {
    const used = query.error instanceof Problem && query.error.code === 'account.link_used';
    return (
      <OutsideFrame title={used ? words.link.usedTitle : words.brandFull} lead={null} below={<Link to="/sign-in">{words.link.toSignIn}</Link>}>
        {used ? <Banner tone="warn">{problemText(query.error, locale)}</Banner> : <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      </OutsideFrame>
    );
  }
  const title = detail?.invited ? words.link.inviteTitle(detail.companyName) : words.link.resetTitle;
  const lead = detail ? (detail.invited ? words.link.inviteLead(detail.email) : words.link.resetLead(detail.name, detail.email)) : undefined;
  return (
    <OutsideFrame title={detail ? title : words.brandFull} lead={lead}>
      <Loaded query={query}>{(loaded) => <LinkForm token={token} detail={loaded} />}</Loaded>
    </OutsideFrame>
  );
}
