import { parentPort, workerData } from 'node:worker_threads';
import { DocumentUnreadable } from './guard.ts';
import { readDocument, readSource } from './document.reader.ts';
import type { WorkerAnswer, WorkerInput } from './worker.ts';

async function answer(input: WorkerInput): Promise<WorkerAnswer> {
  try {
    if (!input.options) return { source: await readSource(Buffer.from(input.bytes), input.name) };
    return { understanding: await readDocument(input.bytes, input.name, input.options) };
  } catch (error) {
    if (error instanceof DocumentUnreadable) return { unreadable: { code: error.code, data: error.data } };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.postMessage(await answer(workerData as WorkerInput));
