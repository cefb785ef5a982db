import { useMessages } from '#platform/web/i18n.tsx';
import type { RowChange, SectionChange } from '../approval.plan.rules.ts';
import { approvalPlanMessages } from '../approval.plan.web.messages.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import { nearby, type Piece } from '../approval.words.rules.ts';
import css from './difference.module.css';
import { useRowText, useSaid } from './useSaid.ts';

/** A text with what was added underlined and what was removed struck out: never by colour alone. */
function Words({ pieces }: { readonly pieces: readonly Piece[] }) {
  const words = useMessages(approvalPlanMessages).marked;
  return (
    <p className={css['words']}>
      {nearby(pieces).map((piece, index) => {
        const key = `${piece.kind} ${String(index)}`;
        if (piece.kind === 'same') return <span key={key}>{piece.text}</span>;
        const hidden = <span className="visually-hidden">[{words[piece.kind]}] </span>;
        return piece.kind === 'added' ? <ins key={key}>{hidden}{piece.text}</ins> : <del key={key}>{hidden}{piece.text}</del>;
      })}
    </p>
  );
}

function State({ state }: { readonly state: SectionChange['state'] }) {
  const words = useMessages(approvalWebMessages).difference;
  return state === 'changed' ? null : <span className={css[state]}>{words[state]}</span>;
}

/** The sections whose words changed. */
export function SectionDifferences({ changes }: { readonly changes: readonly SectionChange[] }) {
  const words = useMessages(approvalPlanMessages);
  const names: Readonly<Record<string, string>> = words.names;
  if (changes.length === 0) return null;
  return (
    <div className={css['group']}>
      <h3>{words.sections}</h3>
      {changes.map((change) => (
        <div key={`${change.key} ${change.title}`} className={css['section']}>
          <h4>{change.key === 'own' ? change.title : (names[change.key] ?? change.key)}<State state={change.state} /></h4>
          <Words pieces={change.pieces} />
        </div>
      ))}
    </div>
  );
}

/** The rows of the plan's tables that are not what they were, table by table. */
export function ListDifferences({ changes }: { readonly changes: readonly RowChange[] }) {
  const words = useMessages(approvalPlanMessages);
  const values: Readonly<Record<string, string>> = words.values;
  const labels: Readonly<Record<string, string>> = words.fields;
  const said = useSaid();
  const rest = useRowText();
  if (changes.length === 0) return null;
  return [...Map.groupBy(changes, (change) => change.list)].map(([list, rows]) => (
    <div key={list} className={css['group']}>
      <h3>{(words.listNames as Readonly<Record<string, string>>)[list] ?? list}</h3>
      <ul>
        {rows.map((row, index) => (
          <li key={`${row.name} ${row.phase} ${String(index)}`}>
            <p className={css['row']}>{row.state === 'removed' ? <del>{row.name}</del> : row.name}{row.phase ? <small>{values[row.phase] ?? row.phase}</small> : null}<State state={row.state} /></p>
            {row.state === 'added' ? <p className={css['whole']}>{rest(list, row.row)}</p> : null}
            {row.fields.length > 0 ? (
              <dl>
                {row.fields.map((field) => (
                  <div key={field.name}><dt>{labels[field.name] ?? field.name}</dt><dd><del>{said(field.name, field.before)}</del><Arrow /><ins>{said(field.name, field.after)}</ins></dd></div>
                ))}
              </dl>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  ));
}

function Arrow() {
  const words = useMessages(approvalWebMessages).difference;
  return <span className={css['arrow']}><span className="visually-hidden">{words.became}</span></span>;
}
