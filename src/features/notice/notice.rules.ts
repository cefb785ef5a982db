import { addDays, clockIn, dayIn, instantIn } from '#platform/shared/calendar.ts';

/** What notices are about; a person chooses by this. */
export const NOTICE_TOPICS = ['approval', 'request', 'money', 'briefing', 'task'] as const;
/** `approval`: someone waits for me; `request`: what became of what I asked; `money`: warnings; `briefing`: a plan to read, and its meeting; `task`: dates of one's tasks, delays. */
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/** When a notice is mailed: by itself and at once, once a day with the others, or not at all. */
export const MAIL_CHOICES = ['now', 'digest', 'never'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];
export type MailByTopic = Readonly<Record<NoticeTopic, MailChoice>>;

/** Before a person has chosen: what waits for them or answers them is worth a mail, and nobody is woken. */
export const DEFAULT_MAIL: MailByTopic = { approval: 'now', request: 'now', money: 'now', briefing: 'now', task: 'digest' };
export const DEFAULT_QUIET = { from: '22:00', to: '08:00' } as const;
export const DEFAULT_DIGEST_AT = '09:00';

/** Hours in which no mail is sent, times of day `HH:MM`; over midnight when `from` is later than `to`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What a person is told: `title` in one line, `text` with what they need to know. */
export interface NoticeText {
  readonly title: string;
  readonly text: string;
}
/** Makes the finished sentence of a code from the data of a notice. */
export type NoticeSentence = (data: Readonly<Record<string, unknown>>) => NoticeText;

/** The beginning belongs to the quiet hours, the end does not. */
export function isQuiet(clock: string, { from, to }: QuietHours): boolean {
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

/** The next time at or after an instant at which a clock on the wall shows `clock`. */
function nextAt(timeZone: string, after: Date, clock: string): Date {
  const today = dayIn(timeZone, after);
  const candidate = instantIn(timeZone, today, clock);
  return candidate < after ? instantIn(timeZone, addDays(today, 1), clock) : candidate;
}

/** The instant itself, or the end of the quiet hours that it lies in. */
export function afterQuiet(at: Date, quiet: QuietHours | null, timeZone: string): Date {
  if (!quiet || !isQuiet(clockIn(timeZone, at), quiet)) return at;
  return nextAt(timeZone, at, quiet.to);
}

/** When a notice is mailed: at once or after the quiet hours; a digest at the person's time, which they chose themselves, so quiet hours do not move it. */
export function mailDueAt(choice: 'now' | 'digest', createdAt: Date, person: { readonly quiet: QuietHours | null; readonly digestAt: string }, timeZone: string): Date {
  return choice === 'now' ? afterQuiet(createdAt, person.quiet, timeZone) : nextAt(timeZone, createdAt, person.digestAt);
}

/** A server that is away for a moment, for an hour, for a night. */
const RETRY_MINUTES = [1, 5, 15, 60, 240, 600] as const;

/** Minutes until the next try after so many tries; undefined when it is given up. */
export const retryMinutes = (tries: number): number | undefined => RETRY_MINUTES[tries - 1];
