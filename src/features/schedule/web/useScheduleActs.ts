import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { callOperation, ClientProblem } from '#platform/web/client.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { useRefresh } from '#platform/web/query.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { isEmptyAct, reverseOf, settled, wireEdits, wireLinks, withActs, type Act, type Refusal } from '../plan/schedule.act.rules.ts';
import { editSchedule, linkTasks, type Task } from '../schedule.contract.ts';
import { ganttMessages } from '../views/schedule.gantt.web.messages.ts';

export interface Unsaved {
  readonly act: Act;
  readonly said: string;
  readonly message: string;
}

export interface ScheduleActs {
  /** As they are once everything that was done here is saved. */
  readonly tasks: readonly Task[];
  /** Saves an act, shows it at once, and offers to take it back. `said` is what happened, for the toast. */
  readonly run: (act: Act, said: string) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** What could not be sent: it stays on show until it is sent again or dropped. */
  readonly unsaved: readonly Unsaved[];
  readonly retry: () => Promise<void>;
  readonly discard: () => void;
}

const REMEMBERED = 50;
const TOAST = 'schedule-act';

async function send(campaignId: string, act: Act) {
  const params = { campaignId };
  // Links first: a circle is refused whole, and nothing has moved then.
  const links = act.links.length > 0 ? (await callOperation(linkTasks, { params, body: { changes: wireLinks(act) } })).outcomes : [];
  const edits = act.edits.length > 0 ? (await callOperation(editSchedule, { params, body: { changes: wireEdits(act) } } as never)).outcomes : [];
  return settled(act, { edits, links });
}

/** A refusal that another attempt would only repeat. */
const isFinal = (error: unknown): boolean => error instanceof ClientProblem && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);

/** Saves acts one after the other. Each is on show from the first moment; what cannot be sent stays there. */
function useSaver(campaignId: string, stored: readonly Task[]) {
  const words = useMessages(ganttMessages).acts;
  const locale = useLocale();
  const toast = useToast();
  const refresh = useRefresh();
  const latest = useRef({ refresh, stored });
  const [pending, setPending] = useState<readonly Act[]>([]);
  const [unsaved, setUnsaved] = useState<readonly Unsaved[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    latest.current = { refresh, stored };
  });
  const tell = useCallback((refused: readonly Refusal[]) => {
    for (const { taskId, status, by } of refused) {
      const title = latest.current.stored.find((task) => task.id === taskId)?.title ?? '';
      toast.show({ text: status === 'gone' ? words.gone(title) : words.conflict(title, by), tone: 'error' });
    }
  }, [toast, words]);
  /** Answers what was saved; undefined when nothing could be sent. */
  const save = useCallback((act: Act, said: string): Promise<Act | undefined> => {
    setPending((now) => [...now, act]);
    const drop = () => setPending((now) => now.filter((one) => one !== act));
    const job = queue.current.then(async () => {
      try {
        const { saved, refused } = await send(campaignId, act);
        await latest.current.refresh(campaignId);
        drop();
        tell(refused);
        return saved;
      } catch (error) {
        const message = problemText(error, locale);
        if (!isFinal(error)) setUnsaved((now) => [...now, { act, said, message }]);
        else {
          drop();
          toast.show({ text: message, tone: 'error' });
        }
        return undefined;
      }
    });
    queue.current = job;
    return job;
  }, [campaignId, tell, toast, locale]);
  const discard = useCallback(() => {
    const dropped = new Set(unsaved.map(({ act }) => act));
    setPending((now) => now.filter((one) => !dropped.has(one)));
    setUnsaved([]);
  }, [unsaved]);
  return { pending, unsaved, save, discard, queue };
}

/** Acts on the schedule outside its grid: undone and redone, kept on screen when the network fails, and never over another person's change. */
export function useScheduleActs(campaignId: string, stored: readonly Task[]): ScheduleActs {
  const words = useMessages(ganttMessages).acts;
  const toast = useToast();
  const { pending, unsaved, save, discard, queue } = useSaver(campaignId, stored);
  const past = useRef<readonly Act[]>([]);
  const future = useRef<readonly Act[]>([]);
  const tasks = useMemo(() => withActs(stored, pending), [stored, pending]);

  const travel = useCallback(async (from: typeof past, to: typeof past, said: string) => {
    // What is still being saved can be taken back too.
    await queue.current;
    const act = from.current.at(-1);
    if (!act) return;
    from.current = from.current.slice(0, -1);
    const saved = await save(reverseOf(act), said);
    if (!saved || isEmptyAct(saved)) return;
    to.current = [...to.current, saved];
    toast.show({ text: said, key: TOAST });
  }, [save, toast, queue]);
  const undo = useCallback(() => travel(past, future, words.undone), [travel, words]);
  const redo = useCallback(() => travel(future, past, words.redone), [travel, words]);

  const run = useCallback(async (act: Act, said: string) => {
    if (isEmptyAct(act)) return;
    const saved = await save(act, said);
    if (!saved || isEmptyAct(saved)) return;
    past.current = [...past.current, saved].slice(-REMEMBERED);
    future.current = [];
    const takeBack = async () => {
      await queue.current;
      past.current = past.current.filter((one) => one !== saved);
      const taken = await save(reverseOf(saved), words.undone);
      if (taken) future.current = [...future.current, taken];
    };
    toast.show({ text: said, key: TOAST, undo: takeBack });
  }, [save, toast, words, queue]);
  const retry = useCallback(async () => {
    discard();
    for (const { act, said } of unsaved) await run(act, said);
  }, [unsaved, discard, run]);
  return useMemo(() => ({ tasks, run, undo, redo, unsaved, retry, discard }), [tasks, run, undo, redo, unsaved, retry, discard]);
}
