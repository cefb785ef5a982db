import { listDepartments } from '#features/account/account.contract.ts';
import { getCampaign, listScenarios } from '#features/campaign/campaign.contract.ts';
import { historyMessages } from '#features/campaign/campaign.history.messages.ts';
import { HISTORY_TOPICS, type HistoryTopic } from '#features/campaign/campaign.rules.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import { useFormats, useLocale, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { useParam, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { SelectField } from '#platform/web/ui/Field.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { foldRuns, type HistoryEvent, type HistoryWriting } from '../portfolio.history.rules.ts';
import css from './history.module.css';
import { HistoryLine } from './HistoryLine.tsx';
import { useHistory } from './useHistory.ts';

const topics = Object.keys(HISTORY_TOPICS) as HistoryTopic[];
const isTopic = (value: string | undefined): value is HistoryTopic => topics.includes(value as HistoryTopic);

/** 变更记录: who changed what from what to what (S3). */
export function HistoryPage() {
  const campaignId = useParam('campaignId');
  const words = useMessages(historyMessages).page;
  const [search, setSearch] = useSearch();
  const topic = isTopic(search['topic']) ? search['topic'] : undefined;
  const history = useHistory(campaignId, topic);
  const name = useOperation(getCampaign, { params: { campaignId } }).data?.name ?? '';
  return (
    <Page title={words.title} crumbs={[{ label: name, to: `/campaigns/${campaignId}` }]} meta={[words.text]}>
      <div className={css['filter']}>
        <SelectField name="topic" label={words.filter} placeholder={words.all} error={undefined} value={topic ?? ''} onChange={(value) => setSearch({ topic: value || undefined })} choices={topics.map((value) => ({ value, label: words.topics[value] }))} />
      </div>
      <Loaded query={history.reading} lines={8}>
        {() => (history.events.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : <HistoryList events={history.events} />)}
      </Loaded>
      {history.hasMore ? <p className={css['more']}><Button busy={history.busy} onClick={() => void history.more()}>{words.more}</Button></p> : null}
      {!history.hasMore && history.events.length > 0 ? <p className={css['end']}>{words.end}</p> : null}
    </Page>
  );
}

function useWriting(): HistoryWriting {
  const locale = useLocale();
  const formats = useFormats();
  const scenarios = useOperation(listScenarios, {}).data?.scenarios ?? [];
  const departments = useOperation(listDepartments, {}).data?.departments ?? [];
  const names = new Map([...scenarios.map((one) => [one.key, locale === 'en' ? one.nameEn : one.nameZh] as const), ...departments.map((one) => [one.id, one.name] as const)]);
  return { locale, names, money: formats.money, day: formats.day, number: formats.number };
}

function HistoryList({ events }: { readonly events: readonly HistoryEvent[] }) {
  const zone = useTimeZone();
  const formats = useFormats();
  const words = useMessages(historyMessages);
  const writing = useWriting();
  const days = Map.groupBy(events, (event) => dayIn(zone, new Date(event.at)));
  return [...days].map(([day, own]) => (
    <section key={day} className={css['day']} aria-label={formats.day(day, true)}>
      <h2>{formats.day(day, true)}{day === dayIn(zone) ? <small>{words.page.today}</small> : null}</h2>
      <ol>
        {foldRuns(own, (kind) => kind in words.many).map((entry) => <HistoryLine key={entry.events[0].seq} entry={entry} writing={writing} />)}
      </ol>
    </section>
  ));
}
