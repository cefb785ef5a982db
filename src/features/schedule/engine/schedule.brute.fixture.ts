/** The same questions answered tick by tick and by trying: slow, short, and with nothing of the engine in it. */
export interface BruteTask {
  readonly works: (tick: number) => boolean;
  readonly duration: number;
}
export interface BruteLink {
  readonly from: number;
  readonly to: number;
  readonly type: number;
  readonly lag: number;
  readonly lagWorks: (tick: number) => boolean;
}
export interface BrutePlace {
  readonly start: number;
  readonly finish: number;
}

function finishOf({ works, duration }: BruteTask, start: number): number {
  let tick = start;
  for (let left = duration; left > 0; tick += 1) if (works(tick)) left -= 1;
  return tick;
}

const mayStart = ({ works, duration }: BruteTask, tick: number): boolean => works(tick) || (duration === 0 && works(tick - 1));

function lagged({ lag, lagWorks }: BruteLink, tick: number): number {
  let at = tick;
  for (let left = lag; left > 0; at += 1) if (lagWorks(at)) left -= 1;
  for (let left = -lag; left > 0; ) {
    at -= 1;
    if (lagWorks(at)) left -= 1;
  }
  while (lag < 0 && !lagWorks(at - 1)) at -= 1;
  return at;
}

export function holds(link: BruteLink, from: BrutePlace, to: BrutePlace): boolean {
  const bound = lagged(link, link.type === 0 || link.type === 2 ? from.finish : from.start);
  return (link.type < 2 ? to.start : to.finish) >= bound;
}

const at = (task: BruteTask, start: number): BrutePlace => ({ start, finish: finishOf(task, start) });

/** Puts each task later by one tick until everything holds. */
export function bruteEarly(tasks: readonly BruteTask[], links: readonly BruteLink[], start: number): BrutePlace[] {
  const places = tasks.map((task) => at(task, start));
  for (let changed = true; changed; ) {
    changed = false;
    tasks.forEach((task, index) => {
      const isGood = (): boolean => mayStart(task, (places[index] as BrutePlace).start) && links.every((link) => link.to !== index || holds(link, places[link.from] as BrutePlace, places[index] as BrutePlace));
      for (; !isGood(); changed = true) places[index] = at(task, (places[index] as BrutePlace).start + 1);
    });
  }
  return places;
}

/** Puts each task earlier by one tick until everything holds and ends by `finish`. */
export function bruteLate(tasks: readonly BruteTask[], links: readonly BruteLink[], finish: number): BrutePlace[] {
  const places = tasks.map((task) => at(task, finish));
  for (let changed = true; changed; ) {
    changed = false;
    tasks.forEach((task, index) => {
      const isGood = (): boolean => {
        const place = places[index] as BrutePlace;
        return place.finish <= finish && mayStart(task, place.start) && links.every((link) => link.from !== index || holds(link, place, places[link.to] as BrutePlace));
      };
      for (; !isGood(); changed = true) places[index] = at(task, (places[index] as BrutePlace).start - 1);
    });
  }
  return places;
}

/** How many of its own worked ticks a task may go later while all others stay. */
export function bruteFree(tasks: readonly BruteTask[], links: readonly BruteLink[], places: readonly BrutePlace[], index: number, finish: number): number {
  const task = tasks[index] as BruteTask;
  const early = places[index] as BrutePlace;
  let best = early;
  for (let start = early.start; ; start += 1) {
    const place = at(task, start);
    if (place.finish > finish) break;
    if (mayStart(task, start) && links.every((link) => link.from !== index || holds(link, place, places[link.to] as BrutePlace))) best = place;
  }
  let free = 0;
  for (let tick = early.finish; tick < best.finish; tick += 1) if (task.works(tick)) free += 1;
  return free;
}
