import { BackgroundProcess } from '#platform/server/background/background-process.ts';
import type { UnreadableCode } from '#features/reading/reading.messages.ts';
import type { PlannedTask } from '../../plan/schedule.planned.rules.ts';

export interface ProjectJob {
  readonly base64: string;
}

export type ProjectReading =
  | { readonly name: string; readonly tasks: readonly PlannedTask[]; readonly assignments: number; readonly partDays: number }
  | { readonly refused: 'no-project' | 'too-many' }
  | { readonly refused: 'unreadable'; readonly code: UnreadableCode };

/** A file of some megabytes takes a second to read: not on the server's thread, and not for ever. */
const reader = new BackgroundProcess<ProjectJob, ProjectReading>({ module: new URL('./schedule.project.process.ts', import.meta.url), timeoutMs: 30_000 });

/** Reads MS Project XML. What is damaged, hostile or another kind of file is told as such; it never holds up the server. */
export const readProject = (bytes: Buffer): Promise<ProjectReading> => reader.run({ base64: bytes.toString('base64') });

/** Ends the reader's process at once; it leaves by itself after 30 s without work. */
export const closeProjects = (): Promise<void> => reader.close();

export { writeMspdi } from '../../files/schedule.mspdi.rules.ts';
