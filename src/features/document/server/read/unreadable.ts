import type { Locale } from '#platform/shared/messages.ts';
// Stand-in; replaced by the engineer of the reading engine. The service needs: code, sentence(locale).
export class DocumentUnreadable extends Error {
  readonly code: string = '';
  sentence(_locale: Locale): string {
    return this.code;
  }
}
