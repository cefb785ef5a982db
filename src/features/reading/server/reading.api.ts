export { DocumentUnreadable } from './guard.ts';
export { readInWorker, readSourceInWorker } from './worker.ts';
