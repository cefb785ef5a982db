import type { z } from 'zod';
import type { AnyOperation } from '#platform/shared/contract.ts';
import { declares } from '#platform/shared/contract.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { problemMessages } from '#platform/shared/problem.messages.ts';
import { type FieldIssue, invalid } from '#platform/shared/problem.ts';

type Issue = z.core.$ZodIssue;

/** A failed check as a sentence in the caller's language. */
export function issueMessage(issue: Issue, locale: Locale): string {
  const words = problemMessages[locale].fields;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? words.required : words.format;
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) === 1 ? words.required : words.tooShort(Number(issue.minimum));
      return issue.origin === 'array' ? words.tooFew(Number(issue.minimum)) : words.tooSmall(String(issue.minimum));
    case 'too_big':
      if (issue.origin === 'string') return words.tooLong(Number(issue.maximum));
      return issue.origin === 'array' ? words.tooMany(Number(issue.maximum)) : words.tooBig(String(issue.maximum));
    case 'invalid_format':
      return issue.format === 'email' ? words.email : words.format;
    case 'invalid_value':
      return words.choice;
    case 'unrecognized_keys':
      return words.unknownField(issue.keys.join(', '));
    case 'custom':
      return customMessage(issue.params?.['field'], words);
    default:
      return words.format;
  }
}

function customMessage(field: unknown, words: (typeof problemMessages)['zh-CN']['fields']): string {
  if (field === 'day') return words.day;
  if (field === 'period') return words.periodReversed;
  return words.format;
}

interface RawParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Checks the declared parts of a request. Throws `request.invalid` with one issue per field. */
export function parseInput(operation: AnyOperation, raw: RawParts, locale: Locale): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const issues: FieldIssue[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = operation[part] as z.ZodType;
    if (!declares(schema)) continue;
    const result = schema.safeParse(raw[part] ?? (part === 'body' ? undefined : {}), { reportInput: true });
    if (result.success) input[part] = result.data;
    else issues.push(...result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issueMessage(issue, locale) })));
  }
  if (issues.length > 0) throw invalid(issues);
  return input;
}
