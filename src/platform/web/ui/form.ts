import { useCallback, useRef, useState } from 'react';
import { ClientProblem } from '../client.ts';
import { IntentKeeper } from '../intent.ts';

/** What a field component needs: spread `{...form.field('title')}` into it. */
export interface FieldBinding<V> {
  readonly name: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly error: string | undefined;
}

type Errors = Readonly<Record<string, string>>;

export interface FormOptions<T> {
  readonly initial: T;
  /**
   * Sends the values. A Problem that is thrown is shown at its fields; nothing that was typed is lost. `attempt` goes to `callOperation` as its options:
   * submitting the same values again after a lost answer is the same request. (`useAction` sees to that by itself.)
   */
  readonly submit: (values: T, attempt: { readonly idempotencyKey: string }) => Promise<unknown>;
  /** Sentences per field, before anything is sent. */
  readonly check?: (values: T) => Partial<Record<keyof T & string, string | undefined>>;
  /** Codes of problems that belong to one field: `{ 'account.email_taken': 'email' }`. */
  readonly problemFields?: Readonly<Record<string, keyof T & string>>;
}

export interface FormState<T> {
  readonly values: T;
  readonly set: (patch: Partial<T>) => void;
  readonly field: <K extends keyof T & string>(name: K) => FieldBinding<T[K]>;
  readonly submit: () => Promise<boolean>;
  readonly reset: (values?: T) => void;
  readonly busy: boolean;
  readonly dirty: boolean;
  /** What the server said that belongs to no field. */
  readonly problem: unknown;
  readonly errors: Errors;
}

/** The sentences of a problem by field name; the part of a path before the field (`body.`) is dropped. */
export function fieldErrors(error: unknown, names: readonly string[], byCode: Readonly<Record<string, string>> = {}): Errors {
  if (!(error instanceof ClientProblem)) return {};
  const named = byCode[error.code];
  if (named) return { [named]: error.title };
  const found: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.replace(/^(body|params|query)\./, '');
    const name = names.find((candidate) => path === candidate || path.startsWith(`${candidate}.`));
    if (name && !found[name]) found[name] = issue.message;
  }
  return found;
}

const filled = (errors: Readonly<Record<string, string | undefined>>): Errors =>
  Object.fromEntries(Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1])));

/**
 * The state of one form.
 *
 * @example
 * const form = useForm({ initial: { title: '' }, submit: (body, attempt) => callOperation(createCampaign, { body }, attempt) });
 * <Form form={form} submitLabel={words.create}><TextField label={words.title} required {...form.field('title')} /></Form>
 */
export function useForm<T extends object>({ initial, submit, check, problemFields }: FormOptions<T>): FormState<T> {
  const [values, setValues] = useState(initial);
  const [start, setStart] = useState(initial);
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const [keeper] = useState(() => new IntentKeeper());

  const set = useCallback((patch: Partial<T>) => {
    setValues((now) => ({ ...now, ...patch }));
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([name]) => !(name in patch))));
  }, []);

  const send = async (): Promise<boolean> => {
    if (running.current) return false;
    const found = filled(check?.(values) ?? {});
    setErrors(found);
    setProblem(undefined);
    if (Object.keys(found).length > 0) return false;
    running.current = true;
    setBusy(true);
    try {
      await keeper.run(values, (idempotencyKey) => submit(values, { idempotencyKey }));
      setStart(values);
      return true;
    } catch (error) {
      const byField = fieldErrors(error, Object.keys(values), problemFields);
      setErrors(byField);
      const left = error instanceof ClientProblem && error.code === 'request.invalid' && Object.keys(byField).length > 0;
      setProblem(left || (error instanceof ClientProblem && problemFields?.[error.code]) ? undefined : error);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  return {
    values,
    set,
    field: (name) => ({ name, value: values[name], error: errors[name], onChange: (value) => set({ [name]: value } as unknown as Partial<T>) }),
    submit: send,
    reset: (next = initial) => {
      setValues(next);
      setStart(next);
      setErrors({});
      setProblem(undefined);
    },
    busy,
    dirty: JSON.stringify(values) !== JSON.stringify(start),
    problem,
    errors,
  };
}
