import { daysBetween } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { channelMatrix } from '../plan.channels.rules.ts';
import type { PlanLists } from '../plan.lists.contract.ts';
import { planListMessages } from '../plan.lists.messages.ts';
import { planListsWebMessages } from '../plan.lists.web.messages.ts';
import css from './document.module.css';

/** Channel × phase with the money of each, and the days that a phase spans (E2.2). */
export function ChannelMatrix({ channels }: { readonly channels: PlanLists['channels'] }) {
  const { channels: words, total } = useMessages(planListsWebMessages);
  const { phases } = useMessages(planListMessages);
  const formats = useFormats();
  const matrix = channelMatrix(channels);
  if (matrix.rows.length === 0) return null;
  const money = (cents: number | null) => (cents === null ? '' : formats.amount(cents));
  return (
    <div className={css['scroll']}>
      <table className={css['matrix']}>
        <caption>{words.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{words.channel}</th>
            {matrix.phases.map(({ phase, startOn, endOn }) => (
              <th key={phase} scope="col">
                {phases[phase]}
                <small>{startOn && endOn ? `${formats.days(startOn, endOn)} · ${words.days(daysBetween(startOn, endOn) + 1)}` : words.noDays}</small>
              </th>
            ))}
            <th scope="col">{words.rowTotal}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.channel}>
              <th scope="row">{row.channel}</th>
              {matrix.phases.map(({ phase }) => <td key={phase} data-on={row.cents[phase] === null ? undefined : ''}>{money(row.cents[phase])}</td>)}
              <td>{money(row.totalCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><th scope="row">{total}</th>{matrix.phases.map(({ phase, totalCents, slots }) => <td key={phase}>{slots > 0 ? money(totalCents) : ''}</td>)}<td>{money(matrix.totalCents)}</td></tr>
        </tfoot>
      </table>
    </div>
  );
}
