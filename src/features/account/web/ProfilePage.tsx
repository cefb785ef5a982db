import type { ReactNode } from 'react';
import type { OutputOf } from '#platform/shared/contract.ts';
import { LOCALES } from '#platform/shared/messages.ts';
import { callOperation, ClientProblem } from '#platform/web/client.ts';
import { useFormats, useLocale, useMessages, useSetLocale } from '#platform/web/i18n.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { chooseTheme, useThemeChoice } from '#platform/web/theme-choice.ts';
import type { ThemeChoice } from '#platform/web/theme-choice.ts';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Columns, Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { changePassword, getMe, listSessions, signOutEverywhere } from '../account.contract.ts';
import { deviceName } from '../account.device.rules.ts';
import { fitsPassword } from '../account.form.rules.ts';
import { accountMessages } from '../account.messages.ts';
import { PASSWORD_MINIMUM } from '#platform/shared/field.ts';
import { accountWebMessages } from '../account.web.messages.ts';
import { PasswordField } from './PasswordField.tsx';
import css from './ProfilePage.module.css';

type Me = OutputOf<typeof getMe>;
const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

function Facts({ me }: { readonly me: Me }) {
  const words = useMessages(accountWebMessages).profile;
  const roles = useMessages(accountMessages).roles;
  const facts = [[words.name, me.name], [words.email, me.email], [words.jobTitle, me.title], [words.department, me.departmentName], [words.role, roles[me.orgRole]]];
  return (
    <Section title={words.account}>
      <dl className={css['facts']}>{facts.map(([term, text]) => [<dt key={term}>{term}</dt>, <dd key={`${term}=`}>{text || words.none}</dd>])}</dl>
      {me.can.managePeople ? null : <p className={css['note']}>{words.ask}</p>}
    </Section>
  );
}

function Display() {
  const words = useMessages(accountWebMessages);
  const locale = useLocale();
  const setLocale = useSetLocale();
  const theme = useThemeChoice();
  return (
    <Section title={words.profile.display}>
      <div className={css['choice']}>
        <span>{words.language}</span>
        <Switch label={words.language} value={locale} onChange={setLocale} items={LOCALES.map((key) => ({ key, label: words.languages[key] }))} />
      </div>
      <div className={css['choice']}>
        <span>{words.theme}</span>
        <Switch label={words.theme} value={theme} onChange={chooseTheme} items={THEMES.map((key) => ({ key, label: words.themes[key] }))} />
      </div>
    </Section>
  );
}

function Password({ me }: { readonly me: Me }) {
  const words = useMessages(accountWebMessages);
  const toast = useToast();
  const change = useAction(changePassword);
  const blank = { current: '', next: '' };
  const form = useForm({
    initial: blank,
    check: ({ current, next }) => ({ current: current ? undefined : words.fields.passwordMissing, next: fitsPassword(next) ? undefined : words.rules.length(PASSWORD_MINIMUM) }),
    problemFields: { 'account.credentials': 'current' },
    submit: (body) => change.mutateAsync({ body }).catch((error: unknown) => {
      // At sign-in the sentence speaks of the address too; here only the password can be wrong.
      if (!(error instanceof ClientProblem) || error.code !== 'account.credentials') throw error;
      throw new ClientProblem({ type: 'about:blank', code: error.code, status: error.status, title: words.profile.wrong, data: error.data });
    }),
  });
  const done = () => {
    form.reset(blank);
    toast.show({ text: words.profile.changed });
  };
  return (
    <Section title={words.profile.password}>
      <div className={css['form']}>
        <Form form={form} submitLabel={words.profile.changePassword} onDone={done}>
          <input type="hidden" name="username" autoComplete="username" value={me.email} />
          <PasswordField label={words.fields.currentPassword} purpose="current" {...form.field('current')} />
          <PasswordField label={words.fields.newPassword} purpose="new" personal={[me.name, me.email]} {...form.field('next')} />
          <p className={css['note']}>{words.profile.passwordHint}</p>
        </Form>
      </div>
    </Section>
  );
}

function Devices() {
  const words = useMessages(accountWebMessages).profile;
  const formats = useFormats();
  const query = useOperation(listSessions, {});
  const leave = async () => {
    await callOperation(signOutEverywhere, {});
    // A full load, so that nothing of the session stays in memory.
    window.location.assign('/sign-in?signedOut=everywhere');
  };
  const everywhere = <ConfirmAction small danger label={words.everywhere} title={words.everywhereTitle} onConfirm={leave}>{words.everywhereBody}</ConfirmAction>;
  return (
    <Section title={words.devices} actions={everywhere}>
      <Loaded query={query} lines={2}>
        {({ sessions }) => (
          <DataTable
            label={words.devices}
            rows={sessions}
            rowKey={({ id }) => id}
            columns={[
              { key: 'device', title: words.device, heading: true, render: (row) => <>{deviceName(row.userAgent) ?? words.unknownDevice} {row.current ? <StateTag tone="done">{words.current}</StateTag> : null}</> },
              { key: 'address', title: words.address, render: (row) => row.address },
              { key: 'since', title: words.since, align: 'end', render: (row) => formats.dateTime(row.createdAt) },
              { key: 'until', title: words.until, align: 'end', render: (row) => formats.dateTime(row.expiresAt) },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

/** One's own account: password, devices, language, appearance; below them what other features keep for the person. */
export function ProfilePage({ children }: { readonly children?: ReactNode }) {
  const words = useMessages(accountWebMessages).profile;
  const query = useOperation(getMe, {});
  return (
    <Page title={words.title}>
      <Loaded query={query}>
        {(me) => (
          <>
            <Columns><Facts me={me} /><Display /></Columns>
            <Columns><Password me={me} /><Devices /></Columns>
            {children}
          </>
        )}
      </Loaded>
    </Page>
  );
}
