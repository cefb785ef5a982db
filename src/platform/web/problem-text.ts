import { Problem } from '#platform/shared/problem.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { ClientProblem } from './client.ts';
import { webMessages } from './web.messages.ts';

/** One sentence for anything that was thrown: the server's own where there is one. */
export function problemText(error: unknown, locale: Locale): string {
  const words = webMessages[locale].problem;
  if (!(error instanceof Problem)) return words.unexpected;
  if (error.code === 'network.offline') return words.offline;
  if (error.code === 'network.failed') return words.network;
  return error instanceof ClientProblem && error.title ? error.title : words.unexpected;
}
