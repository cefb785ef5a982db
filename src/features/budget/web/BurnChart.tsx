import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { Pace } from '../budget.contract.ts';
import { overviewWebMessages } from '../budget.overview.web.messages.ts';
import { evenCents } from '../budget.pace.rules.ts';
import type { Standing } from '../budget.standing.rules.ts';
import { burnOf, SIDE, type Burn } from './burn.geometry.ts';
import css from './burn.module.css';

/** Past this share of the width the word "today" stands at the left of its mark; before the other one it needs the place of the ceiling's label. */
const TURN = 0.55;
const NARROW = 0.35;
/** Nearer to the ceiling than this share of the height, the forecast's label stands under its line. */
const NEAR = 0.14;
const share = (value: number): string => `${value * 100}%`;

function Marks({ burn, allocatedCents, finalCents }: { readonly burn: Burn; readonly allocatedCents: number; readonly finalCents: number | null }) {
  const words = useMessages(overviewWebMessages).burn;
  const formats = useFormats();
  const turned = (burn.todayX ?? 0) > TURN;
  const atEnd = burn.todayX !== null && burn.todayX < NARROW;
  return (
    <>
      <line x1="0" x2="100%" y1={share(burn.ceilingY)} y2={share(burn.ceilingY)} className={css['ceiling']} />
      <text x={atEnd ? '100%' : '4'} y={share(burn.ceilingY)} dy="-6" textAnchor={atEnd ? 'end' : 'start'} className={css['text']}>{words.ceiling(formats.money(allocatedCents))}</text>
      {burn.todayX === null ? null : (
        <>
          <line x1={share(burn.todayX)} x2={share(burn.todayX)} y1="0" y2="100%" className={css['today']} />
          <text x={share(burn.todayX)} y="14" dx={turned ? -5 : 5} textAnchor={turned ? 'end' : 'start'} className={css['todayText']}>{words.today}</text>
        </>
      )}
      {burn.finalY === null || finalCents === null || finalCents >= allocatedCents ? null : <text x="100%" y={share(burn.finalY)} dx="-4" dy={burn.finalY - burn.ceilingY < NEAR ? 20 : -8} textAnchor="end" className={css['text']}>{words.projected(formats.money(finalCents))}</text>}
    </>
  );
}

function Legend({ burn }: { readonly burn: Burn }) {
  const { legend } = useMessages(overviewWebMessages).burn;
  const areas = burn.layers.map(({ layer }) => layer);
  const lines = ['even', ...(burn.projectedPath ? ['projected' as const] : [])] as const;
  return (
    <ul className={css['legend']}>
      {areas.map((layer) => <li key={layer}><svg width="10" height="10" aria-hidden="true"><rect width="10" height="10" rx="2" className={css[layer]} /></svg>{legend[layer]}</li>)}
      {lines.map((line) => <li key={line}><svg width="18" height="10" aria-hidden="true"><path d="M0 5H18" className={css[line]} /></svg>{legend[line]}</li>)}
    </ul>
  );
}

/** The same for those who do not see the picture. */
function Figures({ pace, label }: { readonly pace: Pace; readonly label: string }) {
  const words = useMessages(overviewWebMessages).burn;
  const formats = useFormats();
  return (
    <div className="visually-hidden">
      <table aria-label={label}>
        <thead><tr><th scope="col">{words.day}</th><th scope="col">{words.spent}</th><th scope="col">{words.held}</th></tr></thead>
        <tbody>
          {pace.points.map((point) => (
            <tr key={point.on}><th scope="row">{formats.day(point.on)}</th><td>{formats.money(point.spentCents)}</td><td>{formats.money(point.spentCents + point.committedCents + point.reservedCents)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Burn against time: cumulated cost, what is held on top of it, the allocated as the ceiling, even spending as a straight line. */
export function BurnChart({ pace, standing }: { readonly pace: Pace; readonly standing: Standing }) {
  const words = useMessages(overviewWebMessages).burn;
  const formats = useFormats();
  const { finalCents } = standing.forecast;
  const burn = burnOf(pace, finalCents);
  const withYear = burn.from.slice(0, 4) !== burn.to.slice(0, 4);
  const label = words.label(formats.day(burn.from, withYear), formats.day(burn.to, withYear));
  if (pace.points.every((point) => point.spentCents + point.committedCents + point.reservedCents === 0)) return <Section title={words.title}><p className={css['note']}>{words.none}</p></Section>;
  return (
    <Section title={words.title}>
      <p className={css['note']}>{words.text(formats.money(burn.spentCents), formats.money(burn.heldCents), formats.money(evenCents(pace.allocatedCents, pace)))}</p>
      <figure>
        <svg className={css['chart']} aria-hidden="true">
          <svg x="0" y="0" width="100%" height="100%" viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none">
            {burn.layers.map(({ layer, path }) => <path key={layer} d={path} className={css[layer]} />)}
            <path d={burn.evenPath} className={css['even']} />
            {burn.projectedPath ? <path d={burn.projectedPath} className={css['projected']} /> : null}
          </svg>
          <Marks burn={burn} allocatedCents={pace.allocatedCents} finalCents={finalCents} />
        </svg>
        <div className={css['axis']} aria-hidden="true"><span>{formats.day(burn.from, withYear)}</span><span>{formats.day(burn.to, withYear)}</span></div>
        <Legend burn={burn} />
        <Figures pace={pace} label={label} />
      </figure>
    </Section>
  );
}
