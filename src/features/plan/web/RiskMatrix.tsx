import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { LEVELS, type PlanLists } from '../plan.lists.contract.ts';
import { planListMessages } from '../plan.lists.messages.ts';
import { planListsWebMessages } from '../plan.lists.web.messages.ts';
import css from './document.module.css';

const WEIGHT = { low: 1, medium: 2, high: 3 } as const;
const toneOf = (product: number): string => (product >= 6 ? 'severe' : product >= 3 ? 'serious' : 'slight');

/** Probability × effect: where the risks lie, by their number in the table below. */
export function RiskMatrix({ risks }: { readonly risks: PlanLists['risks'] }) {
  const { risks: words } = useMessages(planListsWebMessages);
  const { levels } = useMessages(planListMessages);
  const formats = useFormats();
  if (risks.length === 0) return null;
  const numbered = risks.map((risk, index) => ({ ...risk, number: index + 1 }));
  return (
    <table className={css['risks']}>
      <caption>{words.matrix}</caption>
      <tbody>
        {LEVELS.toReversed().map((probability) => (
          <tr key={probability}>
            <th scope="row">{words.probability} {levels[probability]}</th>
            {LEVELS.map((effect) => {
              const here = numbered.filter((risk) => risk.probability === probability && risk.effect === effect);
              const names = here.length > 0 ? formats.list(here.map((risk) => risk.risk)) : words.none;
              return (
                <td key={effect} className={css[toneOf(WEIGHT[probability] * WEIGHT[effect])]} title={words.cell(levels[probability], levels[effect], names)}>
                  {here.map((risk) => <b key={risk.id}>{risk.number}</b>)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot><tr><td />{LEVELS.map((effect) => <th key={effect} scope="col">{words.effect} {levels[effect]}</th>)}</tr></tfoot>
    </table>
  );
}
