import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Tabs } from '#platform/web/ui/Tabs.tsx';
import type { Goal } from '../goal.contract.ts';
import { goalWebMessages } from '../goal.web.messages.ts';
import { GoalForm } from './GoalForm.tsx';
import { GoalParts } from './GoalParts.tsx';
import { GoalReading } from './GoalReading.tsx';
import { GoalResult } from './GoalResult.tsx';
import type { Judge } from './useJudge.ts';

type View = 'goal' | 'parts' | 'result';

interface Props {
  readonly goal: Goal;
  readonly judge: Judge;
  readonly can: { readonly write: boolean; readonly record: boolean };
  /** Results are known only once the plan has been approved. */
  readonly running: boolean;
  readonly onClose: () => void;
}

/** One goal with all that is said of it: at the side of the page, on a phone over all of it. */
export function GoalPanel({ goal, judge, can, running, onClose }: Props) {
  const words = useMessages(goalWebMessages).detail;
  const [view, setView] = useState<View>(can.record ? 'result' : 'goal');
  // A refusal starts the form again from what is stored now, with the reason above it.
  const [refusal, setRefusal] = useState({ count: 0, text: '' });
  const [saved, setSaved] = useState('');
  const refused = (text: string) => {
    setSaved('');
    setRefusal({ count: refusal.count + 1, text });
  };
  const done = (text: string) => {
    setSaved(text);
    setRefusal({ count: refusal.count, text: '' });
  };
  const show = (next: View) => {
    setSaved('');
    setView(next);
  };
  const items = [
    { key: 'goal' as const, label: words.tabs.goal },
    { key: 'parts' as const, label: words.tabs.parts, ...(goal.parts.length > 0 ? { count: goal.parts.length } : {}) },
    ...(running ? [{ key: 'result' as const, label: words.tabs.result }] : []),
  ];
  return (
    <Dialog open side title={goal.metric} onClose={onClose} dismissable={!can.write && !can.record}>
      <Tabs label={words.views} items={items} value={view} onChange={show}>
        {refusal.text ? <Banner tone="warn">{refusal.text}</Banner> : null}
        {saved ? <Banner tone="done">{saved}</Banner> : null}
        {view === 'goal' && can.write ? <GoalForm key={refusal.count} goal={goal} judge={judge} onRefused={refused} /> : null}
        {view === 'goal' && !can.write ? <GoalReading goal={goal} judge={judge} /> : null}
        {view === 'parts' ? <GoalParts key={goal.parts.map((part) => part.id).join()} goal={goal} judge={judge} canWrite={can.write} onSaved={done} /> : null}
        {view === 'result' ? <GoalResult key={refusal.count} goal={goal} judge={judge} canRecord={can.record} onRefused={refused} onSaved={done} /> : null}
      </Tabs>
    </Dialog>
  );
}
