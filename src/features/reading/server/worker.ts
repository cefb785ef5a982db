import { Worker } from 'node:worker_threads';
import type { UnreadableCode } from '../reading.messages.ts';
import type { JsonValue, Understanding, UnderstandOptions } from '../reading.contract.ts';
import type { SourceDocument } from '../reading.source.rules.ts';
import { DocumentUnreadable, LIMITS } from './guard.ts';

/** What the worker thread answers. */
export type WorkerAnswer = { understanding: Understanding } | { source: SourceDocument } | { unreadable: { code: UnreadableCode; data: { [key: string]: JsonValue } } } | { failure: string };

export interface WorkerInput {
  bytes: Uint8Array;
  name: string;
  /** Absent: only the neutral form is wanted. */
  options: UnderstandOptions | undefined;
}

const TIMEOUT_MS = 30_000;
const HEAP_MB = 512;

/**
 * Reads a document in a thread of its own with a bounded heap and 30 seconds, so that no file can hold up or bring down the server.
 * Throws {@link DocumentUnreadable}; anything else is a bug.
 */
export async function readInWorker(bytes: Uint8Array, name: string, options: UnderstandOptions = {}, timeoutMs = TIMEOUT_MS): Promise<Understanding> {
  const answer = await askWorker(bytes, { name, options }, timeoutMs);
  if ('understanding' in answer) return answer.understanding;
  throw new Error('the worker answered another question');
}

/** The same bounds, for a table of another kind than a campaign's: the blocks of the file as they stand. */
export async function readSourceInWorker(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const answer = await askWorker(bytes, { name, options: undefined }, TIMEOUT_MS);
  if ('source' in answer) return answer.source;
  throw new Error('the worker answered another question');
}

function askWorker(bytes: Uint8Array, asked: Omit<WorkerInput, 'bytes'>, timeoutMs: number): Promise<WorkerAnswer> {
  if (bytes.byteLength > LIMITS.fileBytes) return Promise.reject(new DocumentUnreadable('too-large', { limit: LIMITS.fileBytes }));
  return new Promise((resolve, reject) => {
    const input: WorkerInput = { bytes: Uint8Array.from(bytes), ...asked };
    const worker = new Worker(new URL('./worker.entry.ts', import.meta.url), {
      workerData: input,
      transferList: [input.bytes.buffer as ArrayBuffer],
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 },
    });
    const timer = setTimeout(() => finish(() => reject(new DocumentUnreadable('timeout'))), timeoutMs);
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    worker.on('message', (answer: WorkerAnswer) => {
      finish(() => {
        if ('unreadable' in answer) reject(new DocumentUnreadable(answer.unreadable.code, answer.unreadable.data));
        else if ('failure' in answer) reject(new Error(answer.failure));
        else resolve(answer);
      });
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      finish(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DocumentUnreadable('out-of-memory') : error));
    });
    worker.on('exit', () => finish(() => reject(new DocumentUnreadable('failed'))));
  });
}
