import { useCallback, useEffect, useRef, useState } from 'react';
import { daysBetween } from '#platform/shared/calendar.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { ganttMessages } from '../../views/schedule.gantt.web.messages.ts';
import { clampPixels, DAY_PIXELS, fitPixels, xOf, zoomOf, type Scale, type Zoom } from '../../views/schedule.gantt.rules.ts';
import type { TaskLink } from '../../schedule.contract.ts';
import type { Desk } from '../desk.ts';
import { HEAD, ROW, useGanttModel, type BaselineDays, type GanttModel } from './gantt.model.ts';
import { GanttCanvas } from './GanttCanvas.tsx';
import { GanttHead } from './GanttHead.tsx';
import { GanttLinkPanel } from './GanttLinkPanel.tsx';
import { GanttList, rowDomId } from './GanttList.tsx';
import { GanttStatus } from './GanttStatus.tsx';
import { GanttToolbar } from './GanttToolbar.tsx';
import type { Pull } from '../pull.ts';
import { useGanttDrag, type Drawing } from './useGanttDrag.ts';
import { useGanttKeys } from './useGanttKeys.ts';
import { useGanttWindow } from './useGanttWindow.ts';
import { useLinkActs } from '../useLinkActs.ts';
import css from './gantt.module.css';

const NO_BASELINE: ReadonlyMap<string, BaselineDays> = new Map();
const LIST = { desktop: 464, phone: 132 } as const;

export interface GanttChartProps {
  readonly desk: Desk;
  readonly closed: ReadonlySet<string>;
  readonly onFold: (key: string) => void;
  readonly baseline: ReadonlyMap<string, BaselineDays>;
}

/** The width of a day, changed with the place under the pointer (or the left edge) held still. */
function useZoom(scroller: React.RefObject<HTMLDivElement | null>, listWidth: number) {
  const [dayPixels, setDayPixels] = useState<number>(DAY_PIXELS.day);
  const anchor = useRef<{ readonly ratio: number; readonly at: number }>(undefined);
  /** `day`: how many days from the beginning come to stand at `at`; those that stand there without it. */
  const zoomTo = (pixels: number, at = 0, day?: number) => {
    const node = scroller.current;
    const next = clampPixels(pixels);
    if (node && next === dayPixels && day !== undefined) node.scrollLeft = day * next - at;
    else if (node) anchor.current = { ratio: day ?? (node.scrollLeft + at) / dayPixels, at };
    setDayPixels(next);
  };
  useEffect(() => {
    const node = scroller.current;
    if (node && anchor.current) node.scrollLeft = anchor.current.ratio * dayPixels - anchor.current.at;
    anchor.current = undefined;
  }, [scroller, dayPixels]);
  useEffect(() => {
    const node = scroller.current;
    if (!node) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const at = event.clientX - node.getBoundingClientRect().left - listWidth;
      setDayPixels((now) => {
        anchor.current ??= { ratio: (node.scrollLeft + at) / now, at };
        return clampPixels(now * (event.deltaY < 0 ? 1.2 : 1 / 1.2));
      });
    };
    node.addEventListener('wheel', onWheel, { passive: false });
    return () => node.removeEventListener('wheel', onWheel);
  }, [scroller, listWidth]);
  return { dayPixels, zoomTo };
}

function useActiveRow(scroller: React.RefObject<HTMLDivElement | null>, rowOf: ReadonlyMap<string, number>) {
  const [active, setActive] = useState<string>();
  const choose = useCallback((key: string) => {
    setActive(key);
    const node = scroller.current;
    const y = (rowOf.get(key) ?? 0) * ROW;
    if (!node) return;
    if (y < node.scrollTop) node.scrollTop = y;
    else if (y + ROW > node.scrollTop + node.clientHeight - HEAD) node.scrollTop = y + ROW - node.clientHeight + HEAD + 12;
  }, [scroller, rowOf]);
  return { active, choose };
}

/** The campaign's beginning, a little to the right of the list; today when it runs. */
function useFirstPlace(scroller: React.RefObject<HTMLDivElement | null>, x: number, ready: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !ready || !scroller.current) return;
    done.current = true;
    scroller.current.scrollLeft = x;
  }, [scroller, x, ready]);
}

/** The link that was pressed, and what can be done to it. */
function ChosenLink({ desk, model, chosen, links, onClose }: { readonly desk: Desk; readonly model: GanttModel; readonly chosen: string; readonly links: ReturnType<typeof useLinkActs>; readonly onClose: () => void }) {
  const one = model.links.find((link) => link.key === chosen);
  const from = desk.tasks.find((task) => task.id === one?.link.predecessorId);
  const to = desk.tasks.find((task) => task.id === one?.taskId);
  if (!one || !from || !to) return null;
  const change = (link: TaskLink | null) => {
    links.change(to, one.link, link);
    if (link === null) onClose();
  };
  return <GanttLinkPanel key={one.key} from={from} to={to} link={one.link} readOnly={!desk.canPlan} onChange={change} onClose={onClose} />;
}

/** Headings of the columns, and the time over the bars. */
function ChartHead({ desk, model, left, right }: { readonly desk: Desk; readonly model: GanttModel; readonly left: number; readonly right: number }) {
  const { columns } = useMessages(ganttMessages);
  return (
    <div role="rowgroup" className={css['head']}>
      <div role="row" aria-rowindex={1} className={css['headRow']}>
        <div className={`${css['list']} ${css['listHead']}`}>
          {(['number', 'title', 'owner', 'days'] as const).map((name) => <span key={name} role="columnheader" className={css[name === 'days' ? 'dates' : name]}>{columns[name]}</span>)}
        </div>
        <span role="columnheader" className={css['said']}><span className="visually-hidden">{columns.bar}</span></span>
        <GanttHead scale={model.scale} left={left} right={right} today={desk.schedule.today} companyDays={desk.companyDays} />
      </div>
    </div>
  );
}

/** What is asked of the chart from outside: zoom, places in time, what is drawn. */
function useChartPlaces({ campaign, schedule: { today } }: Desk, scale: Scale, viewWidth: number, scroller: React.RefObject<HTMLDivElement | null>) {
  const isWithin = today >= campaign.startsOn && today <= campaign.endsOn;
  useFirstPlace(scroller, Math.max(0, xOf(scale, isWithin ? today : campaign.startsOn) - (isWithin ? viewWidth / 3 : scale.dayPixels)), viewWidth > 0);
  return {
    fit: fitPixels(campaign.startsOn, campaign.endsOn, viewWidth),
    first: daysBetween(scale.from, campaign.startsOn),
    toToday: () => scroller.current?.scrollTo({ left: xOf(scale, today) - viewWidth / 3 }),
  };
}

/** Days a little narrower than usual, when the whole campaign then stands in view. */
const NARROW_DAY = 26;

/** Once, when it is known how wide the chart is. `fit`: the width of a day with which the campaign fills it. */
function useFirstFit(fit: number | undefined, toFit: () => void): void {
  const isPlaced = useRef(false);
  useEffect(() => {
    if (fit === undefined || isPlaced.current) return;
    isPlaced.current = true;
    if (fit >= NARROW_DAY && fit < DAY_PIXELS.day) toFit();
  });
}

export function GanttChart({ desk, closed, onFold, baseline }: GanttChartProps) {
  const words = useMessages(ganttMessages);
  const phone = usePhone();
  const listWidth = phone ? LIST.phone : LIST.desktop;
  const scroller = useRef<HTMLDivElement>(null);
  const [options, setOptions] = useState({ critical: true, baseline: true });
  const [chosen, setChosen] = useState<string>();
  const { dayPixels, zoomTo } = useZoom(scroller, listWidth);
  const [leastWidth, setLeastWidth] = useState(0);
  const model = useGanttModel(desk, dayPixels, closed, options.baseline ? baseline : NO_BASELINE, leastWidth);
  const { rows, rowOf, scale } = model;
  const { window, viewWidth } = useGanttWindow(scroller, rows.length, scale.width, listWidth);
  useEffect(() => setLeastWidth(viewWidth), [viewWidth]);
  const { active, choose } = useActiveRow(scroller, rowOf);
  const places = useChartPlaces(desk, scale, viewWidth, scroller);
  useFirstFit(viewWidth > 0 ? places.fit : undefined, () => zoomTo(places.fit, 0, places.first));
  const links = useLinkActs(desk);
  const onPull = useCallback((pull: Pull) => desk.wish({ moved: [pull.to] }), [desk]);
  const onLink = useCallback(({ target }: Drawing) => (target && target.refused === null ? links.add(target.task, target.link) : undefined), [links]);
  const drag = useGanttDrag({ desk, model, scroller, listWidth, onClick: choose, onPull, onLink });
  const keys = useGanttKeys({ desk, model, active, onActive: choose, onFold, onPull });
  const held = drag.held ?? keys.pull;
  const height = rows.length * ROW;
  return (
    <div className={css['gantt']}>
      <GanttToolbar
        zoom={zoomOf(dayPixels)} onZoom={(zoom: Zoom) => zoomTo(DAY_PIXELS[zoom], viewWidth / 3)} onFit={() => zoomTo(places.fit, 0, places.first)} onToday={places.toToday}
        showCritical={options.critical} onCritical={(critical) => setOptions({ ...options, critical })}
        showBaseline={baseline.size > 0 ? options.baseline : undefined} onBaseline={(show) => setOptions({ ...options, baseline: show })}
      />
      {chosen === undefined ? null : <ChosenLink desk={desk} model={model} chosen={chosen} links={links} onClose={() => setChosen(undefined)} />}
      <div
        ref={scroller} role="grid" tabIndex={0} className={css['scroller']} data-gantt
        aria-label={words.chart} aria-rowcount={rows.length + 1} aria-colcount={5} aria-readonly={!desk.canPlan}
        aria-activedescendant={active !== undefined && rowOf.has(active) ? rowDomId(active) : undefined}
        onKeyDown={keys.onKeyDown} onBlur={keys.onBlur} onFocus={(event) => (active === undefined && rows[0] && event.currentTarget.matches(':focus-visible') ? choose(rows[0].key) : undefined)}
      >
        <div className={css['canvas']} style={{ width: listWidth + scale.width, height: HEAD + height }}>
          <ChartHead desk={desk} model={model} left={window.left} right={window.right} />
          <div role="rowgroup" className={css['rows']} style={{ height }}>
            <GanttList model={model} first={window.first} last={window.last} active={active} calendar={desk.calendar} onFold={onFold} onOpen={desk.openTask} />
          </div>
          <GanttCanvas desk={desk} model={model} window={window} listWidth={listWidth} held={held} showCritical={options.critical} chosen={chosen} onChoose={setChosen} handlers={drag.handlers} />
        </div>
      </div>
      <GanttStatus held={held} tasks={desk.tasks} byKeys={drag.held === undefined && keys.pull !== undefined} canPlan={desk.canPlan} hasBaseline={model.baseline.size > 0} />
    </div>
  );
}
