import { useSyncExternalStore } from 'react';
import { myDayMessages } from '#features/schedule/work/schedule.my-day.web.messages.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { answerLeave, leaveQuestion, onLeaveQuestion } from './leave.ts';

/** Asks, wherever the person signs out, before what only this device has is thrown away. */
export function LeaveQuestion() {
  const words = useMessages(myDayMessages).leave;
  const navigate = useNavigate();
  const unsent = useSyncExternalStore(onLeaveQuestion, leaveQuestion);
  if (unsent === 0) return null;
  const show = () => {
    answerLeave(false);
    navigate('/my-day');
  };
  return (
    <Dialog open title={words.title} onClose={() => answerLeave(false)} footer={<><Button kind="danger" onClick={() => answerLeave(true)}>{words.leave}</Button><Button kind="primary" onClick={show}>{words.send}</Button></>}>
      <p>{words.text(unsent)}</p>
    </Dialog>
  );
}
