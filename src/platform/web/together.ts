interface Reading<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Several queries as one for `Loaded`: data when all have theirs, the first error, and one retry for all. */
export function together<T extends Readonly<Record<string, unknown>>>(readings: { readonly [K in keyof T]: Reading<T[K]> }): Reading<T> {
  const entries = Object.entries<Reading<unknown>>(readings);
  const complete = entries.every(([, reading]) => reading.data !== undefined);
  return {
    data: complete ? (Object.fromEntries(entries.map(([name, reading]) => [name, reading.data])) as T) : undefined,
    error: entries.find(([, reading]) => reading.error)?.[1].error,
    refetch: () => entries.map(([, reading]) => reading.refetch()),
  };
}
