import type { Formats } from '#platform/web/formats.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { teamMessages } from '../team.messages.ts';
import type { Load, PersonLoad, Week, Workload } from '../team.workload.rules.ts';
import { workloadWebMessages } from '../team.workload.web.messages.ts';
import css from './workload.module.css';

interface ViewProps {
  readonly workload: Workload;
  readonly limit: number;
  readonly onOpen: (load: PersonLoad, week: Load) => void;
}

/** How full a week is, for the shade behind its number. */
function fullness({ days, elsewhere, over }: Load, limit: number): string {
  const all = days + elsewhere;
  if (over) return 'over';
  if (all === 0) return 'none';
  return all * 2 <= limit ? 'light' : 'busy';
}

/** What a week says beside its number: colour is never the only sign. */
function Marks({ week }: { readonly week: Load }) {
  const words = useMessages(workloadWebMessages).marks;
  return (
    <>
      {week.elsewhere > 0 ? <small title={words.elsewhereTitle(week.elsewhere)}>{words.elsewhere(week.elsewhere)}</small> : null}
      {week.over ? <small className={css['bad']}>{words.over}</small> : null}
      {week.clash ? <small className={css['bad']}><Icon name="warn" size={12} />{words.clash}</small> : null}
      {week.away === 'no' ? null : <small className={week.away === 'work' ? css['bad'] : ''}>{week.away === 'work' ? words.awayWork : words.away}</small>}
    </>
  );
}

/** Over New Year without its years, which would make this column twice as wide as the others. */
const weekText = (formats: Formats, { fromOn, toOn }: Week): string =>
  fromOn.slice(0, 4) === toOn.slice(0, 4) ? formats.days(fromOn, toOn) : `${formats.day(fromOn)}–${formats.day(toOn)}`;

const isPlain = (week: Load): boolean => week.days === 0 && week.elsewhere === 0 && week.away === 'no' && !week.clash;

function PersonFacts({ load }: { readonly load: PersonLoad }) {
  const words = useMessages(workloadWebMessages);
  const { groups } = useMessages(teamMessages);
  return (
    <>
      <b>{load.person.name}</b>
      <small>{load.person.groups.map((group) => groups[group]).join(' · ')}</small>
      {load.tasks === 0 ? <StateTag tone="warn">{words.noTask}</StateTag> : null}
      {load.undated > 0 ? <small>{words.undated(load.undated)}</small> : null}
    </>
  );
}

export function WorkloadTable({ workload, limit, onOpen }: ViewProps) {
  const words = useMessages(workloadWebMessages);
  const formats = useFormats();
  return (
    <div className={css['scroll']} tabIndex={0} role="region" aria-label={words.title}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" className={css['person']}>{words.person}</th>
            {workload.weeks.map((week) => <th key={week.fromOn} scope="col">{weekText(formats, week)}</th>)}
            <th scope="col" className={css['sum']}>{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {workload.people.map((load) => (
            <tr key={load.person.userId}>
              <th scope="row" className={css['person']}><PersonFacts load={load} /></th>
              {load.weeks.map((week) => (
                <td key={week.fromOn}>
                  {isPlain(week) ? <span className={css['nothing']}>0</span> : (
                    <button type="button" className={`${css['cell']} ${css[fullness(week, limit)]}`} onClick={() => onOpen(load, week)}>
                      <span className="visually-hidden">{words.cell(load.person.name, formats.days(week.fromOn, week.toOn))}</span>
                      <b>{week.days}</b>
                      <Marks week={week} />
                    </button>
                  )}
                </td>
              ))}
              <td className={css['sum']}>{load.days}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** On a phone a card for each person, with the weeks in which there is something. */
export function WorkloadCards({ workload, limit, onOpen }: ViewProps) {
  const words = useMessages(workloadWebMessages);
  const formats = useFormats();
  return (
    <ul className={css['cards']} aria-label={words.title}>
      {workload.people.map((load) => (
        <li key={load.person.userId}>
          <div className={css['head']}><span><PersonFacts load={load} /></span><span className={css['sum']}>{load.days}</span></div>
          {load.weeks.filter((week) => !isPlain(week)).map((week) => (
            <button key={week.fromOn} type="button" className={`${css['row']} ${css[fullness(week, limit)]}`} onClick={() => onOpen(load, week)}>
              <span>{formats.days(week.fromOn, week.toOn)}</span>
              <span><Marks week={week} /><b>{week.days}</b></span>
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}
