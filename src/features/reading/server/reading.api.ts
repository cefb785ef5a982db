export { DocumentUnreadable } from './guard.ts';
export { readInWorker, readSourceInWorker } from './worker.ts';
export { readDocument } from './document.reader.ts';
