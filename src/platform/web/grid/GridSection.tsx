import { useId } from 'react';
import type { ReactNode } from 'react';
import { Grid } from './Grid.tsx';
import type { GridProps } from './grid.props.ts';
import type { GridRow } from './grid.types.ts';
import css from './grid-section.module.css';

export interface GridSectionProps<Row extends GridRow> extends GridProps<Row> {
  /** What may be done here now, in one line at the right of the heading. */
  readonly note?: ReactNode;
  /** Small buttons behind the note. */
  readonly actions?: ReactNode;
  /** Between the heading and the grid: what is to be looked at again. */
  readonly before?: ReactNode;
  /** 2 on a page of its own, 3 inside a section of a document. */
  readonly level?: 2 | 3;
}

/** A grid under its heading, as every page with a table of rows lays it out. `label` is the heading and the name of the grid. */
export function GridSection<Row extends GridRow>({ note, actions, before, level = 2, ...grid }: GridSectionProps<Row>) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={css['section']} aria-labelledby={id}>
      <div className={css['bar']}>
        <Heading id={id}>{grid.label}</Heading>
        {note || actions ? <div>{note ? <span className={css['note']}>{note}</span> : null}{actions}</div> : null}
      </div>
      {before}
      <Grid<Row> {...grid} />
    </section>
  );
}
