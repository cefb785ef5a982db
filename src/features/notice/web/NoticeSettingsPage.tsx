import type { OutputOf } from '#platform/shared/contract.ts';
import { LOCALES } from '#platform/shared/messages.ts';
import { callOperation } from '#platform/web/client.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation, useRefresh } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { SelectField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import type { FormState } from '#platform/web/ui/form.ts';
import { Columns, Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { getPreferences, savePreferences, sendTrial } from '../notice.contract.ts';
import type { NoticePreferences } from '../notice.contract.ts';
import { DEFAULT_QUIET, MAIL_CHOICES, NOTICE_TOPICS } from '../notice.rules.ts';
import { noticeWebMessages } from '../notice.web.messages.ts';
import css from './notices.module.css';

type Preferences = OutputOf<typeof getPreferences>;

interface Wish {
  readonly locale: NoticePreferences['locale'];
  readonly mail: NoticePreferences['mail'];
  readonly hasQuiet: boolean;
  readonly from: string;
  readonly to: string;
  readonly digestAt: string;
}
type WishForm = FormState<Wish>;

/** Every half hour, `HH:MM`: read the same on every device, where a field for times follows the device. */
const HALF_HOURS = Array.from({ length: 48 }, (_, index) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`);
/** What was saved otherwise stays a choice. */
const timesWith = (time: string) => [...new Set([...HALF_HOURS, time])].sort().map((value) => ({ value, label: value }));

const wishOf = ({ locale, mail, quiet, digestAt }: NoticePreferences): Wish => ({ locale, mail, hasQuiet: quiet !== null, ...(quiet ?? DEFAULT_QUIET), digestAt });
const preferencesOf = ({ locale, mail, hasQuiet, from, to, digestAt }: Wish): NoticePreferences => ({ locale, mail, quiet: hasQuiet ? { from, to } : null, digestAt });

/** What will happen, in words: the form as it stands, saved or not. */
function Says({ wish, email }: { readonly wish: Wish; readonly email: string }) {
  const words = useMessages(noticeWebMessages);
  const { says } = words.settings;
  const parts = MAIL_CHOICES
    .map((choice) => ({ choice, topics: NOTICE_TOPICS.filter((topic) => wish.mail[topic] === choice).map((topic) => words.topics[topic]) }))
    .filter(({ topics }) => topics.length > 0);
  if (parts.every(({ choice }) => choice === 'never')) return says.none;
  const mails = parts.map(({ choice, topics }) => says[choice]({ topics, email, digestAt: wish.digestAt })).join(says.join) + says.end;
  const isQuiet = wish.hasQuiet && wish.from !== wish.to && parts.some(({ choice }) => choice === 'now');
  return <>{mails}{isQuiet ? says.quiet(wish) : null}</>;
}

function What({ form }: { readonly form: WishForm }) {
  const words = useMessages(noticeWebMessages);
  const { mail } = form.values;
  return (
    <Section title={words.settings.what}>
      <div className={css['choices']}>
        {NOTICE_TOPICS.map((topic) => (
          <div key={topic} className={css['choice']}>
            <span>{words.topics[topic]}<small>{words.topicHints[topic]}</small></span>
            <Switch
              label={words.topics[topic]} value={mail[topic]} onChange={(choice) => form.set({ mail: { ...mail, [topic]: choice } })}
              items={MAIL_CHOICES.map((key) => ({ key, label: words.settings.choices[key] }))}
            />
          </div>
        ))}
      </div>
      <p className={css['note']}>{words.settings.inApp}</p>
    </Section>
  );
}

function When({ form, timeZone }: { readonly form: WishForm; readonly timeZone: string }) {
  const words = useMessages(noticeWebMessages).settings;
  const { values } = form;
  const hasDigest = NOTICE_TOPICS.some((topic) => values.mail[topic] === 'digest');
  return (
    <Section title={words.when}>
      <div className={css['when']}>
        <label className={css['tick']}><input type="checkbox" checked={values.hasQuiet} onChange={(event) => form.set({ hasQuiet: event.target.checked })} />{words.quietOn}</label>
        {values.hasQuiet ? (
          <div>
            <div className={css['times']}>
              <SelectField label={words.from} choices={timesWith(values.from)} {...form.field('from')} />
              <SelectField label={words.to} choices={timesWith(values.to)} {...form.field('to')} />
            </div>
            {values.from > values.to ? <p className={css['note']}>{words.overnight}</p> : null}
          </div>
        ) : null}
        <div>
          <div className={css['times']}><SelectField label={words.digestAt} choices={timesWith(values.digestAt)} {...form.field('digestAt')} /></div>
          {hasDigest ? null : <p className={css['note']}>{words.digestUnused}</p>}
        </div>
        <div className={css['choice']}>
          <span>{words.locale}</span>
          <Switch label={words.locale} value={values.locale} onChange={(locale) => form.set({ locale })} items={LOCALES.map((key) => ({ key, label: words.languages[key] }))} />
        </div>
        <span className={css['note']}>{words.zone(timeZone)}</span>
      </div>
    </Section>
  );
}

function Settings({ preferences }: { readonly preferences: Preferences }) {
  const words = useMessages(noticeWebMessages).settings;
  const save = useAction(savePreferences);
  const refresh = useRefresh();
  const toast = useToast();
  const form: WishForm = useForm<Wish>({
    initial: wishOf(preferences),
    check: ({ hasQuiet, from, to }) => ({ to: hasQuiet && from === to ? words.same : undefined }),
    problemFields: { 'notice.quiet_empty': 'to' },
    submit: (wish) => save.mutateAsync({ body: preferencesOf(wish) }),
  });
  const sendOne = async () => {
    try {
      const { mailed } = await callOperation(sendTrial, {});
      toast.show({ text: mailed ? words.trialSaved(preferences.email) : words.trialInApp });
      await refresh();
    } catch (error) {
      toast.showError(error);
    }
  };
  return (
    <Page title={words.title} verdict={preferences.mailConfigured ? <Says wish={form.values} email={preferences.email} /> : undefined}>
      {preferences.mailConfigured ? null : <Banner tone="warn">{words.noMail}</Banner>}
      <Form form={form} onDone={() => toast.show({ text: words.saved })}>
        <Columns><What form={form} /><When form={form} timeZone={preferences.timeZone} /></Columns>
        <div className={css['save']}>
          <Button kind="primary" type="submit" busy={form.busy}>{words.save}</Button>
          <Button title={words.trialHint} onClick={() => void sendOne()}>{words.trial}</Button>
        </div>
      </Form>
    </Page>
  );
}

/** How one wants to be told: by topic, and when. */
export function NoticeSettingsPage() {
  const words = useMessages(noticeWebMessages).settings;
  const query = useOperation(getPreferences, {});
  if (query.data) return <Settings preferences={query.data} />;
  return <Page title={words.title}><Loaded query={query}>{() => null}</Loaded></Page>;
}
