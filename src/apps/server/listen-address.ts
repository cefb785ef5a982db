import { createServer } from 'node:net';
import { StartProblem } from '#platform/server/start-problem.ts';

/**
 * Finds out before any work is done whether the address can be used.
 *
 * @throws StartProblem `portInUse`, `portForbidden`, `addressUnknown`
 */
export async function checkListenAddress(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((done, failed) => server.once('error', failed).listen({ host, port, exclusive: true }, done));
  } catch (error) {
    throw listenProblem(error, host, port);
  }
  await new Promise((done) => server.close(done));
}

/** The sentence for why listening failed, or the error itself. */
export function listenProblem(error: unknown, host: string, port: number): unknown {
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'EADDRINUSE': return StartProblem.of('portInUse', [host, port], error);
    case 'EACCES': return StartProblem.of('portForbidden', [host, port], error);
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': case 'EAI_AGAIN': return StartProblem.of('addressUnknown', [host], error);
    default: return error;
  }
}
