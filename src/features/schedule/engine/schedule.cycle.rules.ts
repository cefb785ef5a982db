/** Links that begin (or end) at each node: `links[start[n]] … links[start[n + 1] - 1]`. */
export interface Rows {
  readonly start: Int32Array;
  readonly links: Int32Array;
}

export interface Sorted {
  /** Predecessors before successors. */
  readonly order: Int32Array;
  /** Without the links within circles. */
  readonly into: Rows;
  readonly outOf: Rows;
  /** The number of the circle's knot that a node belongs to; -1 for none. */
  readonly knotOf: Int32Array;
}

function rowsOf(ends: Int32Array, skip: Uint8Array, nodeCount: number): Rows {
  const start = new Int32Array(nodeCount + 1);
  for (let link = 0; link < ends.length; link += 1) if (skip[link] === 0) start[(ends[link] as number) + 1] = (start[(ends[link] as number) + 1] as number) + 1;
  for (let node = 0; node < nodeCount; node += 1) start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  const next = start.slice();
  const links = new Int32Array(start[nodeCount] as number);
  for (let link = 0; link < ends.length; link += 1) {
    if (skip[link] !== 0) continue;
    const node = ends[link] as number;
    links[next[node] as number] = link;
    next[node] = (next[node] as number) + 1;
  }
  return { start, links };
}

/** Kahn's order; shorter than the nodes when some wait for each other. */
function kahn(linkTo: Int32Array, into: Rows, outOf: Rows, nodeCount: number): Int32Array {
  const waits = Int32Array.from({ length: nodeCount }, (_, node) => (into.start[node + 1] as number) - (into.start[node] as number));
  const order = new Int32Array(nodeCount);
  let count = 0;
  for (let node = 0; node < nodeCount; node += 1) if (waits[node] === 0) order[count++] = node;
  for (let at = 0; at < count; at += 1) {
    const node = order[at] as number;
    for (let index = outOf.start[node] as number; index < (outOf.start[node + 1] as number); index += 1) {
      const to = linkTo[outOf.links[index] as number] as number;
      waits[to] = (waits[to] as number) - 1;
      if (waits[to] === 0) order[count++] = to;
    }
  }
  return order.subarray(0, count);
}

/** Tarjan's strongly connected components without recursion; a node alone is one only when it waits for itself. */
function knots(linkTo: Int32Array, outOf: Rows, nodeCount: number): Int32Array {
  const knotOf = new Int32Array(nodeCount).fill(-1);
  const seen = new Int32Array(nodeCount);
  const low = new Int32Array(nodeCount);
  const next = outOf.start.slice(0, nodeCount);
  const onStack = new Uint8Array(nodeCount);
  const stack: number[] = [];
  const path: number[] = [];
  let clock = 0;
  let count = 0;
  const enter = (node: number): void => {
    clock += 1;
    seen[node] = clock;
    low[node] = clock;
    onStack[node] = 1;
    stack.push(node);
    path.push(node);
  };
  const leave = (node: number): void => {
    path.pop();
    const above = path.at(-1);
    if (above !== undefined) low[above] = Math.min(low[above] as number, low[node] as number);
    if (low[node] !== seen[node]) return;
    const members = stack.splice(stack.lastIndexOf(node));
    for (const member of members) onStack[member] = 0;
    if (members.length === 1 && !targets(linkTo, outOf, node).includes(node)) return;
    for (const member of members) knotOf[member] = count;
    count += 1;
  };
  for (let root = 0; root < nodeCount; root += 1) {
    if (seen[root] !== 0) continue;
    enter(root);
    while (path.length > 0) {
      const node = path.at(-1) as number;
      const index = next[node] as number;
      if (index === outOf.start[node + 1]) leave(node);
      else {
        next[node] = index + 1;
        const to = linkTo[outOf.links[index] as number] as number;
        if (seen[to] === 0) enter(to);
        else if (onStack[to] === 1) low[node] = Math.min(low[node] as number, seen[to] as number);
      }
    }
  }
  return knotOf;
}

function targets(linkTo: Int32Array, outOf: Rows, node: number): number[] {
  return Array.from(outOf.links.subarray(outOf.start[node], outOf.start[node + 1]), (link) => linkTo[link] as number);
}

/** Puts predecessors before successors. Links between tasks that wait for each other are left out, so that everything else has its dates. */
export function sortNodes(linkFrom: Int32Array, linkTo: Int32Array, nodeCount: number): Sorted {
  const skip = new Uint8Array(linkFrom.length);
  const into = rowsOf(linkTo, skip, nodeCount);
  const outOf = rowsOf(linkFrom, skip, nodeCount);
  const order = kahn(linkTo, into, outOf, nodeCount);
  if (order.length === nodeCount) return { order, into, outOf, knotOf: new Int32Array(0) };
  const knotOf = knots(linkTo, outOf, nodeCount);
  for (let link = 0; link < skip.length; link += 1) {
    const knot = knotOf[linkFrom[link] as number] as number;
    skip[link] = Number(knot >= 0 && knot === knotOf[linkTo[link] as number]);
  }
  const kept = { into: rowsOf(linkTo, skip, nodeCount), outOf: rowsOf(linkFrom, skip, nodeCount) };
  return { ...kept, order: kahn(linkTo, kept.into, kept.outOf, nodeCount), knotOf };
}

/** The shortest way from a node back to itself within its knot. */
function shortestCircle(node: number, within: ReadonlyMap<number, readonly number[]>): number[] {
  const cameFrom = new Map<number, number>();
  const queue = [node];
  for (const at of queue) {
    for (const to of within.get(at) ?? []) {
      if (to === node) {
        const circle = [at];
        for (let back = at; back !== node; circle.unshift(back)) back = cameFrom.get(back) as number;
        return circle;
      }
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, at);
      queue.push(to);
    }
  }
  return [node];
}

/** A circle by its tasks, each once, beginning with the lowest: a parent's own nodes are the parent. */
function named(circle: readonly number[], ownerOf: Int32Array): number[] {
  const owners = circle.map((node) => ownerOf[node] as number);
  const once = owners.filter((owner, index) => owners.indexOf(owner) === index);
  const first = once.indexOf(Math.min(...once));
  return [...once.slice(first), ...once.slice(0, first)];
}

/** Circles that together name every task of every knot, each the shortest through a task that none before it named. */
export function cyclesOf({ knotOf }: Sorted, linkFrom: Int32Array, linkTo: Int32Array, ownerOf: Int32Array): number[][] {
  const within = new Map<number, number[]>();
  for (let link = 0; link < linkFrom.length && knotOf.length > 0; link += 1) {
    const from = linkFrom[link] as number;
    const to = linkTo[link] as number;
    if (knotOf[from] === -1 || knotOf[from] !== knotOf[to]) continue;
    (within.get(from) ?? within.set(from, []).get(from))?.push(to);
  }
  const told = new Set<number>();
  const cycles: number[][] = [];
  for (const node of [...within.keys()].toSorted((a, b) => a - b)) {
    if (told.has(node)) continue;
    const circle = shortestCircle(node, within);
    for (const member of circle) told.add(member);
    const cycle = named(circle, ownerOf);
    if (!cycles.some((other) => other.length === cycle.length && other.every((task, index) => task === cycle[index]))) cycles.push(cycle);
  }
  return cycles;
}
