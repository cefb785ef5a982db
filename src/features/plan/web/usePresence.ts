import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { callOperation } from '#platform/web/client.ts';
import { listenLive } from '#platform/web/live.ts';
import { tellPresence } from '../plan.section.contract.ts';

/** Said again this often while a person stays in a section, and forgotten when nothing was heard for twice as long. */
const TELL_MS = 20_000;
const FORGET_MS = 45_000;

interface Seen {
  readonly sectionId: string;
  readonly at: number;
}

export interface Presence {
  /** The ids of the others who are in a section now. */
  readonly in: (sectionId: string) => readonly string[];
  /** This person goes into a section, or out of all. */
  readonly enter: (sectionId: string | null) => void;
}

/** Who is writing where, heard from their pages. `told` is false for those who only read. */
export function usePresence(campaignId: string, userId: string, told: boolean): Presence {
  const [others, setOthers] = useState<ReadonlyMap<string, Seen>>(new Map());
  const mine = useRef<string | null>(null);
  const writes = useRef(told);
  // Before the editors hear that the plan was submitted and let go of the focus.
  useLayoutEffect(() => {
    writes.current = told;
  }, [told]);
  const tell = useCallback(() => {
    if (writes.current) callOperation(tellPresence, { params: { campaignId }, body: { sectionId: mine.current } }).catch(() => undefined);
  }, [campaignId]);
  useEffect(() => {
    const stop = listenLive(({ kind, actorId, subjectId }) => {
      if ((kind !== 'plan.presence' && kind !== 'plan.section_text') || !actorId || actorId === userId) return;
      setOthers((before) => {
        const after = new Map(before);
        if (subjectId) after.set(actorId, { sectionId: subjectId, at: Date.now() });
        else after.delete(actorId);
        return after;
      });
    });
    const timer = setInterval(() => {
      if (mine.current !== null) tell();
      setOthers((before) => ([...before.values()].some((seen) => Date.now() - seen.at > FORGET_MS) ? new Map([...before].filter(([, seen]) => Date.now() - seen.at <= FORGET_MS)) : before));
    }, TELL_MS);
    return () => {
      stop();
      clearInterval(timer);
      if (mine.current !== null) {
        mine.current = null;
        tell();
      }
    };
  }, [userId, tell]);
  const enter = useCallback((sectionId: string | null) => {
    if (mine.current === sectionId) return;
    mine.current = sectionId;
    tell();
  }, [tell]);
  return { in: (sectionId) => [...others].filter(([, seen]) => seen.sectionId === sectionId).map(([id]) => id), enter };
}
