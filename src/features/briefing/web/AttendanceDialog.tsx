import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { ATTENDANCE, markAttendance, type Attendance } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import type { BriefingFacts } from './useBriefing.ts';

/** Who came, who came late, who did not: one tap a person, saved at once. */
export function AttendanceDialog({ campaignId, briefing, onClose }: BriefingFacts & { readonly onClose: () => void }) {
  const words = useMessages(briefingWebMessages).meeting;
  const toast = useToast();
  const mark = useAction(markAttendance);
  // Shown at once: the answer of the server follows.
  const [chosen, setChosen] = useState<Readonly<Record<string, Attendance | 'none'>>>({});
  const choose = async (userId: string, state: Attendance | 'none') => {
    setChosen((now) => ({ ...now, [userId]: state }));
    try {
      await mark.mutateAsync({ params: { campaignId, userId }, body: { state: state === 'none' ? null : state } });
    } catch (error) {
      setChosen(({ [userId]: _failed, ...now }) => now);
      toast.showError(error);
    }
  };
  const items = (['none', ...ATTENDANCE] as const).map((key) => ({ key, label: words.states[key] }));
  return (
    <Dialog open wide title={words.attendance} onClose={onClose} footer={<Button kind="primary" onClick={onClose}>{words.close}</Button>}>
      <ul className={css['attendance']}>
        {(briefing.readers ?? []).map((reader) => (
          <li key={reader.userId}>
            <b>{reader.name}</b>
            <Switch label={reader.name} items={items} value={chosen[reader.userId] ?? reader.attendance ?? 'none'} onChange={(state) => void choose(reader.userId, state)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
