// Apart from reading.api.ts, so that a server that reads in workers does not load the readers itself.
export { readDocument } from './document.reader.ts';
