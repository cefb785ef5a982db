/**
 * Text that every document format can hold: line ends as `\n`, no control characters and no halves of a surrogate pair,
 * which XML 1.0 forbids and which would make Excel and Word call the file damaged.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '');
}

/** Lets an address or a number without spaces break inside a narrow cell of a printed page. */
export function breakable(text: string): string {
  return text.replace(/[\u0021-\u007E]{24,}/g, (run) => run.replace(/.{8}(?=.)/g, '$&\u200B'));
}
