import { Worker } from 'node:worker_threads';
import type { UnreadableCode } from '../../document.messages.ts';
import type { JsonValue, Understanding, UnderstandOptions } from '../../document.understanding.ts';
import { DocumentUnreadable, LIMITS } from './guard.ts';

/** What the worker thread answers. */
export type WorkerAnswer = { understanding: Understanding } | { unreadable: { code: UnreadableCode; data: { [key: string]: JsonValue } } } | { failure: string };

export interface WorkerInput {
  bytes: Uint8Array;
  name: string;
  options: UnderstandOptions;
}

const TIMEOUT_MS = 30_000;
const HEAP_MB = 512;

/**
 * Reads a document in a thread of its own with a bounded heap and 30 seconds, so that no file can hold up or bring down the server.
 * Throws {@link DocumentUnreadable}; anything else is a bug.
 */
export function readInWorker(bytes: Uint8Array, name: string, options: UnderstandOptions = {}, timeoutMs = TIMEOUT_MS): Promise<Understanding> {
  if (bytes.byteLength > LIMITS.fileBytes) return Promise.reject(new DocumentUnreadable('too-large', { limit: LIMITS.fileBytes }));
  return new Promise((resolve, reject) => {
    const input: WorkerInput = { bytes: Uint8Array.from(bytes), name, options };
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
        if ('understanding' in answer) resolve(answer.understanding);
        else if ('unreadable' in answer) reject(new DocumentUnreadable(answer.unreadable.code, answer.unreadable.data));
        else reject(new Error(answer.failure));
      });
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      finish(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DocumentUnreadable('out-of-memory') : error));
    });
    worker.on('exit', () => finish(() => reject(new DocumentUnreadable('failed'))));
  });
}
