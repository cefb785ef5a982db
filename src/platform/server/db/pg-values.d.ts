/** The driver's own way from a JavaScript value to what it sends; not in its published types. */
declare module 'pg/lib/utils.js' {
  export function prepareValue(value: unknown): Buffer | string | null;
}
