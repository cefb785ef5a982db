import { useRef } from 'react';
import { callOperation } from '#platform/web/client.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { Link, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { Loaded } from '#platform/web/ui/States.tsx';
import { completeSetup, getSetup, signIn } from '../account.contract.ts';
import { fitsPassword, looksLikeEmail } from '../account.form.rules.ts';
import { PASSWORD_MINIMUM } from '#platform/shared/field.ts';
import { accountWebMessages } from '../account.web.messages.ts';
import { OutsideFrame } from './OutsideFrame.tsx';
import { PasswordField } from './PasswordField.tsx';

function SetupForm({ code }: { readonly code: string }) {
  const words = useMessages(accountWebMessages);
  // When only the sign-in after it failed, a second try must not set up again.
  const finished = useRef(false);
  const form = useForm({
    initial: { companyName: '', name: '', email: '', password: '' },
    check: (values) => ({
      companyName: values.companyName.trim() ? undefined : words.fields.companyMissing,
      name: values.name.trim() ? undefined : words.fields.nameMissing,
      email: looksLikeEmail(values.email) ? undefined : words.fields.emailWrong,
      password: fitsPassword(values.password) ? undefined : words.rules.length(PASSWORD_MINIMUM),
    }),
    submit: async (values) => {
      if (!finished.current) await callOperation(completeSetup, { body: { code, ...values } });
      finished.current = true;
      await callOperation(signIn, { body: { email: values.email, password: values.password } });
    },
  });
  return (
    <Form form={form} submitLabel={words.setup.finish} onDone={() => window.location.replace('/')}>
      <TextField label={words.fields.company} required autoComplete="organization" placeholder={words.setup.companyPlaceholder} {...form.field('companyName')} />
      <TextField label={words.fields.name} required autoComplete="name" {...form.field('name')} />
      <TextField label={words.fields.email} required type="email" autoComplete="username" {...form.field('email')} />
      <PasswordField label={words.fields.password} purpose="new" personal={[form.values.name, form.values.email]} {...form.field('password')} />
    </Form>
  );
}

/** The first start: the company and its administrator. The address carries the code that the server printed. */
export function SetupPage() {
  const words = useMessages(accountWebMessages);
  const [search] = useSearch();
  const setup = useOperation(getSetup, {});
  const done = setup.data?.done === true;
  return (
    <OutsideFrame title={done ? words.setup.doneTitle : words.setup.title} lead={done ? null : words.setup.lead} below={done ? <Link to="/sign-in">{words.link.toSignIn}</Link> : null}>
      <Loaded query={setup}>
        {({ companyName }) => {
          if (done) return <Banner tone="done">{words.setup.done(companyName ?? '')}</Banner>;
          return search['code'] ? <SetupForm code={search['code']} /> : <Banner tone="warn">{words.setup.noCode}</Banner>;
        }}
      </Loaded>
    </OutsideFrame>
  );
}
