import { useState } from 'react';
import { callOperation } from '#platform/web/client.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { Loaded } from '#platform/web/ui/States.tsx';
import { getSetup, requestReset } from '../account.contract.ts';
import { looksLikeEmail } from '../account.form.rules.ts';
import { accountWebMessages } from '../account.web.messages.ts';
import { OutsideFrame } from './OutsideFrame.tsx';

function ResetForm() {
  const words = useMessages(accountWebMessages);
  const [sentTo, setSentTo] = useState<string | undefined>();
  const form = useForm({
    initial: { email: '' },
    check: ({ email }) => ({ email: looksLikeEmail(email) ? undefined : words.fields.emailWrong }),
    submit: async (body) => {
      await callOperation(requestReset, { body });
      setSentTo(body.email.trim());
    },
  });
  if (sentTo) return <Banner tone="done">{words.forgot.sent(sentTo)}</Banner>;
  return (
    <Form form={form} submitLabel={words.forgot.submit}>
      <TextField label={words.fields.email} required type="email" autoComplete="username" {...form.field('email')} />
    </Form>
  );
}

/** A link by mail; where no mail is configured, the way to an administrator. */
export function ForgotPage() {
  const words = useMessages(accountWebMessages);
  const setup = useOperation(getSetup, {});
  const noMail = setup.data?.mail === false;
  return (
    <OutsideFrame title={noMail ? words.forgot.noMailTitle : words.forgot.title} lead={setup.data?.mail ? words.forgot.lead : null} below={<Link to="/sign-in">{words.forgot.back}</Link>}>
      <Loaded query={setup} lines={2}>{({ mail }) => (mail ? <ResetForm /> : <Banner>{words.forgot.noMail}</Banner>)}</Loaded>
    </OutsideFrame>
  );
}
