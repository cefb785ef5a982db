import { historyMessages } from '#features/campaign/campaign.history.messages.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { differencesOf, sentenceFor, type HistoryEntry, type HistoryEvent, type HistoryWriting } from '../portfolio.history.rules.ts';
import css from './history.module.css';

interface LineProps {
  readonly entry: HistoryEntry;
  readonly writing: HistoryWriting;
}

/** One change, or one run of the same change that opens to its parts. */
export function HistoryLine({ entry: { events }, writing }: LineProps) {
  const words = useMessages(historyMessages);
  const formats = useFormats();
  const [first, ...rest] = events;
  const many = (words.many as Readonly<Record<string, ((count: number) => string) | undefined>>)[first.kind];
  const who = <b>{first.actorName ?? words.system}</b>;
  return (
    <li>
      <time dateTime={first.at}>{formats.time(first.at)}</time>
      {rest.length > 0 && many ? (
        <details>
          <summary>{who} {many(events.length)}</summary>
          <ul>{events.map((event) => <li key={event.seq}>{sentenceFor(event, writing)}<Differences event={event} writing={writing} /></li>)}</ul>
        </details>
      ) : (
        <div>{who} {sentenceFor(first, writing)}<Differences event={first} writing={writing} /></div>
      )}
    </li>
  );
}

function Differences({ event, writing }: { readonly event: HistoryEvent; readonly writing: HistoryWriting }) {
  const words = useMessages(historyMessages).page;
  const differences = differencesOf(event, writing);
  if (differences.length === 0) return null;
  const isChange = differences.some((difference) => difference.before !== undefined && difference.after !== undefined);
  if (!isChange) return <p className={css['fields']}>{differences.map(({ field, label, before, after }) => <span key={field}><i>{label}</i>{after ?? before}</span>)}</p>;
  return (
    <dl className={css['differences']}>
      {differences.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {before === undefined ? null : <del>{before}</del>}
            {before === undefined || after === undefined ? null : <span className={css['arrow']}><span className="visually-hidden">{words.became}</span></span>}
            {after === undefined ? null : before === undefined ? <span>{after}</span> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
