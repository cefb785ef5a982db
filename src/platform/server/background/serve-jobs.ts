export type Order<Job> = { id: number; job: Job };
export type Answer = { id: number; result?: unknown; problem?: string };

/** The other end of a `BackgroundProcess`: answers each job in the order in which it came. */
export function serveJobs<Job, SetUp>(prepare: (setUp: SetUp) => (job: Job) => unknown): void {
  const work = prepare(JSON.parse(process.env['MUSTER_SET_UP'] ?? '{}') as SetUp);
  let before: Promise<void> = Promise.resolve();
  process.on('message', (order: Order<Job>) => {
    before = before.then(() => answer(order));
  });
  const answer = async ({ id, job }: Order<Job>): Promise<void> => {
    let outcome: Answer;
    try {
      outcome = { id, result: await work(job) };
    } catch (error) {
      outcome = { id, problem: error instanceof Error ? error.message : String(error) };
    }
    process.send?.(outcome);
  };
  // Ctrl-C reaches the whole process group; it is the server that decides when this process ends.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
}
