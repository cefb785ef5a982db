/** The pattern of `ilike` for texts that hold `q` anywhere; what a person types is never a wildcard. */
export function containsPattern(q: string): string {
  return `%${q.replaceAll(/[\\%_]/g, (special) => `\\${special}`)}%`;
}
