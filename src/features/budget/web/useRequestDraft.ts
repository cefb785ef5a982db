import { useRef, useState } from 'react';
import { formatAmount } from '#platform/shared/money.ts';
import { ClientProblem } from '#platform/web/client.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useRefresh } from '#platform/web/query.ts';
import { useForm, type FormState } from '#platform/web/ui/form.ts';
import type { Budget } from '../budget.contract.ts';
import { draftVerdict, isOrder, type DraftVerdict, type RequestKind } from '../budget.draft.rules.ts';
import { draftWebMessages } from '../budget.draft.web.messages.ts';
import { readAmount } from '../budget.order.rules.ts';
import { saveRequest, type CAUSE_KINDS, type Question, type RequestDetail } from '../budget.request.contract.ts';
import { isReserve } from '../budget.rules.ts';
import { startKind, type DraftSession } from './useDraftSession.ts';

type FileView = RequestDetail['files'][number];
type Waiting = Budget['waiting'][number];

export interface RequestValues {
  readonly kind: RequestKind;
  readonly lineId: string;
  /** Empty for none. */
  readonly toLineId: string;
  /** As typed; see `readAmount`. */
  readonly amount: string;
  readonly payee: string;
  readonly purpose: string;
  readonly effect: string;
  readonly causeKind: string;
  readonly cause: string;
  readonly neededOn: string;
  readonly files: readonly FileView[];
  readonly explanation: string;
}

export interface SavedRequest {
  readonly id: string;
  readonly number: number;
}

export interface RequestDraft {
  readonly form: FormState<RequestValues>;
  readonly amountCents: number | undefined;
  readonly verdict: DraftVerdict<Waiting> | undefined;
  /** What the server asked about these very values. */
  readonly questions: readonly Question[];
  readonly order: boolean;
  /** Answers undefined when something has to be mended first. */
  readonly save: (mode: 'draft' | 'submit') => Promise<SavedRequest | undefined>;
  readonly setUploading: (busy: boolean) => void;
  readonly uploading: boolean;
  readonly saving: 'draft' | 'submit' | undefined;
}

export interface DraftSource {
  readonly campaignId: string;
  readonly session: DraftSession;
  readonly budget: Budget;
  readonly request: RequestDetail | null;
}

/** Where it begins: a draw on the reserve always takes from the reserve, so a line that is asked for is the one that it helps. */
function startLines({ session: { start }, budget }: DraftSource, kind: RequestKind): Pick<RequestValues, 'lineId' | 'toLineId'> {
  const line = budget.lines.find(({ id }) => id === start['line']);
  const toLineId = start['toLine'] ?? '';
  if (kind !== 'reserve' || (line && isReserve(line))) return { lineId: line?.id ?? '', toLineId };
  return { lineId: budget.lines.find(isReserve)?.id ?? '', toLineId: line?.id ?? toLineId };
}

function initialValues(source: DraftSource): RequestValues {
  const { session, request } = source;
  if (request) {
    const { kind, lineId, payee, purpose, effect, cause, files, explanation } = request;
    return { kind, lineId, toLineId: request.toLineId ?? '', amount: formatAmount(request.amountCents), payee, purpose, effect, causeKind: request.causeKind ?? '', cause, neededOn: request.neededOn ?? '', files, explanation };
  }
  const { start } = session;
  const kind = startKind(session);
  const cents = Number(start['amount']);
  return {
    kind, ...startLines(source, kind), amount: cents > 0 ? formatAmount(cents) : '',
    payee: start['payee'] ?? '', purpose: start['purpose'] ?? '', effect: '', causeKind: '', cause: '', neededOn: '', files: [], explanation: '',
  };
}

/** What the request is, without the answer to what was questioned about it. */
const printOf = (values: RequestValues): string => JSON.stringify({ ...values, explanation: '' });

function bodyOf(values: RequestValues, amountCents: number, mode: 'draft' | 'submit', confirmed: readonly Question[]) {
  const { kind, lineId, purpose, effect, explanation } = values;
  const order = isOrder({ kind, toLineId: values.toLineId || null });
  const reserve = kind === 'reserve';
  return {
    kind, lineId, toLineId: kind === 'transfer' || reserve ? values.toLineId || null : null, amountCents, payee: order ? values.payee : '', purpose, effect,
    causeKind: reserve && values.causeKind ? (values.causeKind as (typeof CAUSE_KINDS)[number]) : null, cause: reserve ? values.cause : '', neededOn: values.neededOn || null,
    fileIds: values.files.map(({ id }) => id), submit: mode === 'submit', confirmed: [...confirmed], explanation,
  };
}

/** Sentences for what is missing; only a submission needs all of it, a draft what the ledger must know of it. */
function useChecks(amountOf: (values: RequestValues) => number | undefined, exceedsOf: (values: RequestValues) => number) {
  const { missing } = useMessages(draftWebMessages);
  const formats = useFormats();
  return (values: RequestValues, mode: 'draft' | 'submit', uploading: boolean, questioned: boolean) => {
    const order = isOrder({ kind: values.kind, toLineId: values.toLineId || null });
    const exceeds = mode === 'submit' ? exceedsOf(values) : 0;
    const transfer = values.kind === 'transfer';
    return {
      lineId: values.lineId ? undefined : missing.line,
      toLineId: transfer && !values.toLineId ? missing.toLine : transfer && values.toLineId === values.lineId ? missing.sameLine : undefined,
      amount: amountOf(values) === undefined ? missing.amount : exceeds > 0 ? missing.exceeds(formats.money(exceeds)) : undefined,
      payee: order && mode === 'submit' && !values.payee.trim() ? missing.payee : undefined,
      purpose: values.purpose.trim() ? undefined : missing.purpose,
      causeKind: values.kind === 'reserve' && !values.causeKind ? missing.causeKind : undefined,
      cause: values.kind === 'reserve' && !values.cause.trim() ? missing.cause : undefined,
      files: uploading ? missing.uploading : undefined,
      explanation: questioned && mode === 'submit' && !values.explanation.trim() ? missing.explanation : undefined,
    };
  };
}

/** The state of a request that is being written: what it does to its line, what the server questioned, and its saving. */
export function useRequestDraft(source: DraftSource): RequestDraft {
  const { campaignId, session, budget } = source;
  const refresh = useRefresh();
  const action = useAction(saveRequest);
  const mode = useRef<'draft' | 'submit'>('draft');
  const saved = useRef<SavedRequest>(undefined);
  const [saving, setSaving] = useState<'draft' | 'submit'>();
  const [uploading, setUploading] = useState(false);
  const [asked, setAsked] = useState<{ readonly print: string; readonly questions: readonly Question[] }>({ print: '', questions: [] });
  const questionsOf = (values: RequestValues) => (asked.print === printOf(values) ? asked.questions : []);
  const verdictOf = ({ kind, lineId, toLineId, amount }: RequestValues) =>
    draftVerdict({ kind, lineId, toLineId: kind === 'transfer' || kind === 'reserve' ? toLineId || null : null, amountCents: readAmount(amount) ?? 0, lines: budget.lines, waiting: budget.waiting, ownId: session.id });
  const check = useChecks((values) => readAmount(values.amount), (values) => verdictOf(values)?.exceedsCents ?? 0);

  const form = useForm<RequestValues>({
    initial: initialValues(source),
    check: (values) => check(values, mode.current, uploading, questionsOf(values).length > 0),
    problemFields: { 'budget.questions': 'explanation', 'budget.cause_needed': 'cause', 'budget.line_gone': 'lineId', 'budget.reserve_only': 'lineId', 'budget.other_line_needed': 'toLineId', 'budget.file_gone': 'files' },
    submit: async (values) => {
      const confirmed = questionsOf(values);
      try {
        saved.current = await action.mutateAsync({ params: { campaignId, requestId: session.id }, body: bodyOf(values, readAmount(values.amount) ?? 0, mode.current, confirmed) });
      } catch (error) {
        // Someone was faster, or the line changed: the balances beside the amount must be those that the server refused on.
        if (error instanceof ClientProblem && error.status === 409) await refresh(campaignId);
        if (error instanceof ClientProblem && error.code === 'budget.questions') setAsked({ print: printOf(values), questions: [...new Set([...confirmed, ...questionsIn(error)])] });
        throw error;
      }
    },
  });
  const save = async (next: 'draft' | 'submit') => {
    if (form.busy) return undefined;
    mode.current = next;
    setSaving(next);
    const ok = await form.submit();
    setSaving(undefined);
    return ok ? saved.current : undefined;
  };
  const { values } = form;
  return { form, amountCents: readAmount(values.amount), verdict: verdictOf(values), questions: questionsOf(values), order: isOrder({ kind: values.kind, toLineId: values.toLineId || null }), save, uploading, setUploading, saving };
}

/** The codes that a 409 `budget.questions` carries. */
export function questionsIn(error: ClientProblem): readonly Question[] {
  const { questions } = error.data;
  return Array.isArray(questions) ? (questions as Question[]) : [];
}
