import { v7 } from 'uuid';

/** A new id: uuidv7, so that ids sort by the time they were made. */
export function newId(): string {
  return v7();
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for text that an id column takes: what a person typed into an address may be anything. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && idPattern.test(text);
}
