import { useEffect, useState } from 'react';
import { callOperation, ClientProblem } from '#platform/web/client.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { Link, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { Loaded } from '#platform/web/ui/States.tsx';
import { getSetup, signIn } from '../account.contract.ts';
import { looksLikeEmail, safeReturn } from '../account.form.rules.ts';
import { accountWebMessages } from '../account.web.messages.ts';
import { OutsideFrame } from './OutsideFrame.tsx';
import { PasswordField } from './PasswordField.tsx';

/** Seconds until sign-in opens again, counting down; 0 when it is open. */
function useWait(): [number, (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1_000));
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [left]);
  const wait = (seconds: number) => {
    setNow(Date.now());
    setUntil(Date.now() + seconds * 1_000);
  };
  return [left, wait];
}

function SignInForm({ target }: { readonly target: string }) {
  const words = useMessages(accountWebMessages);
  const [left, wait] = useWait();
  const form = useForm({
    initial: { email: '', password: '' },
    check: (values) => ({
      email: looksLikeEmail(values.email) ? undefined : words.fields.emailWrong,
      password: values.password ? undefined : words.fields.passwordMissing,
    }),
    submit: async (body) => {
      try {
        await callOperation(signIn, { body });
      } catch (error) {
        if (error instanceof ClientProblem && error.code === 'request.too_many') wait(Number(error.data['retryAfterSeconds'] ?? 60));
        throw error;
      }
    },
  });
  const closed = left > 0;
  const waitText = left >= 60 ? words.signIn.minutes(Math.ceil(left / 60)) : words.signIn.seconds(left);
  return (
    // A fresh page, so that nothing of a person who was signed in before stays in memory.
    <Form form={closed ? { ...form, problem: undefined } : form} submitLabel={words.signIn.submit} onDone={() => window.location.replace(target)}>
      {closed ? <Banner tone="warn">{words.signIn.tooMany(waitText)}</Banner> : null}
      <TextField label={words.fields.email} required type="email" autoComplete="username" {...form.field('email')} />
      <PasswordField label={words.fields.password} purpose="current" {...form.field('password')} />
    </Form>
  );
}

/** `?next=` is the page that was wanted; only pages of this application are followed. */
export function SignInPage() {
  const words = useMessages(accountWebMessages);
  const [search] = useSearch();
  const setup = useOperation(getSetup, {});
  const company = setup.data?.companyName;
  return (
    <OutsideFrame title={company ? words.signIn.welcome(company) : words.signIn.title} below={<Link to="/forgot">{words.signIn.forgot}</Link>}>
      <Loaded query={setup} lines={3}>
        {({ done }) => {
          if (!done) return <Banner tone="warn">{words.signIn.notSetUp}</Banner>;
          return (
            <>
              {search['signedOut'] === 'everywhere' ? <Banner tone="done">{words.signIn.everywhere}</Banner> : null}
              <SignInForm target={safeReturn(search['next'])} />
            </>
          );
        }}
      </Loaded>
    </OutsideFrame>
  );
}
