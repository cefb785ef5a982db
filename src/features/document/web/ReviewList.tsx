import { LEVELS, PROMOTION_PHASES, RISK_KINDS } from '#features/plan/plan.lists.contract.ts';
import { planListMessages } from '#features/plan/plan.lists.messages.ts';
import { EMPTY_ROWS } from '#features/plan/plan.lists.rules.ts';
import { planListsWebMessages } from '#features/plan/plan.lists.web.messages.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import type { CellValue, GridColumn } from '#platform/web/grid/grid.types.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import type { ListPart } from '../document.review.rules.ts';
import type { Reviewed } from '../document.review.value.ts';
import type { ReviewState } from './useReview.ts';

type Row = Reviewed<Record<string, CellValue>>;
type Columns = readonly GridColumn<Row>[];

/** A table that becomes one of the plan's own: what would be written, in the plan's columns. */
export function ReviewList({ label, part, onChange }: { readonly label: string; readonly part: ListPart; readonly onChange: ReturnType<ReviewState['change']> }) {
  const columns = useColumns()[part.kind];
  const { number } = useMessages(planListsWebMessages);
  return (
    <Grid<Row>
      label={label} rows={part.rows as unknown as readonly Row[]} columns={columns} onChange={onChange} canInsert canDelete canMove rowNumber={number}
      newRow={() => EMPTY_ROWS[part.kind] as unknown as Readonly<Record<string, CellValue>>}
    />
  );
}

function useColumns(): Readonly<Record<ListPart['kind'], Columns>> {
  const words = useMessages(planListsWebMessages);
  const labels = useMessages(planListMessages);
  const text = (field: string, title: string, more: Partial<GridColumn<Row>> = {}): GridColumn<Row> => ({ field, title, kind: 'text', maxLength: 500, ...more });
  const chosen = <K extends string>(field: string, title: string, keys: readonly K[], names: Readonly<Record<K, string>>, width: number): GridColumn<Row> => ({ field, title, kind: 'choice', required: true, width, choices: keys.map((value) => ({ value, label: names[value] })) });
  const { risks, materials, channels, steps, zones } = words;
  return {
    risks: [
      text('risk', risks.risk, { required: true, maxLength: 200, card: 'title' }), chosen('kind', risks.kind, RISK_KINDS, labels.riskKinds, 100), chosen('probability', risks.probability, LEVELS, labels.levels, 76), chosen('effect', risks.effect, LEVELS, labels.levels, 76),
      text('trigger', risks.trigger), text('prevention', risks.prevention), text('response', risks.response, { maxLength: 1_000 }), text('ownerText', risks.owner, { width: 110, maxLength: 100 }), text('note', risks.note, { width: 150 }),
    ],
    materials: [
      text('name', materials.name, { required: true, maxLength: 100, card: 'title' }), text('spec', materials.spec, { maxLength: 300 }), { field: 'quantity', title: materials.quantity, kind: 'number', width: 96, min: 0 }, text('unit', materials.unit, { width: 72, maxLength: 12 }),
      text('supplier', materials.supplier, { maxLength: 100 }), { field: 'dueOn', title: materials.dueOn, kind: 'day', width: 120 }, text('ownerText', materials.owner, { width: 110, maxLength: 100 }), text('note', materials.note, { width: 170 }),
    ],
    channels: [
      text('channel', channels.channel, { required: true, maxLength: 60, card: 'title' }), chosen('phase', channels.phase, PROMOTION_PHASES, labels.phases, 84), { field: 'startOn', title: channels.startOn, kind: 'day', width: 112 }, { field: 'endOn', title: channels.endOn, kind: 'day', width: 112 },
      text('content', channels.content), { field: 'amountCents', title: channels.amount, unit: words.yuan, kind: 'money', width: 120, min: 0, required: true }, { field: 'target', title: channels.target, kind: 'number', width: 100, min: 0 },
      text('ownerText', channels.owner, { width: 110, maxLength: 100 }), text('note', channels.note, { width: 150 }),
    ],
    steps: [
      { field: 'day', title: steps.day, kind: 'number', width: 88, min: -7, max: 60 }, text('startTime', steps.startTime, { width: 88, readOnly: true }), { field: 'minutes', title: steps.minutes, unit: steps.minutesUnit, kind: 'number', width: 104, min: 0, max: 1_440 },
      text('title', steps.step, { required: true, maxLength: 200, card: 'title' }), text('place', steps.place, { width: 120, maxLength: 100 }), text('ownerText', steps.owner, { width: 110, maxLength: 100 }), text('note', steps.note),
    ],
    zones: [
      text('name', zones.name, { required: true, maxLength: 60, card: 'title' }), text('duty', zones.duty), { field: 'staff', title: zones.staff, kind: 'number', width: 104, min: 0 }, { field: 'capacity', title: zones.capacity, kind: 'number', width: 104, min: 0 },
      text('ownerText', zones.owner, { width: 110, maxLength: 100 }), text('note', zones.note, { width: 150 }),
    ],
  };
}
