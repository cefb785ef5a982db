import { useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { useDownload } from '#platform/web/useDownload.ts';
import { checkIn, saveMeeting, type Briefing } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import { AttendanceDialog } from './AttendanceDialog.tsx';
import css from './briefing.module.css';
import { MeetingDialog } from './MeetingDialog.tsx';
import { MinutesDialog } from './MinutesDialog.tsx';
import type { BriefingFacts } from './useBriefing.ts';

/** The first thing on the screen while the meeting can be joined. */
export function CheckInBanner({ campaignId, briefing }: BriefingFacts) {
  const words = useMessages(briefingWebMessages).meeting;
  const toast = useToast();
  const enter = useAction(checkIn);
  const run = async () => {
    try {
      const { state } = await enter.mutateAsync({ params: { campaignId }, body: { briefingId: briefing.id } });
      toast.show({ text: state === 'late' ? words.late : words.checkedIn });
    } catch (error) {
      toast.showError(error);
    }
  };
  return <div className={css['checkIn']}><Banner tone="doing" action={<Button kind="primary" busy={enter.isPending} onClick={() => void run()}>{words.checkIn}</Button>}>{words.now}</Banner></div>;
}

type Act = 'meeting' | 'attendance' | 'minutes';

/** Time, place or link, agenda, attendance and minutes. */
export function MeetingSection(facts: BriefingFacts) {
  const { campaignId, briefing, can } = facts;
  const words = useMessages(briefingWebMessages).meeting;
  const [act, setAct] = useState<Act | undefined>();
  const close = () => setAct(undefined);
  const { meeting } = briefing;
  const toast = useToast();
  const save = useAction(saveMeeting);
  const callOff = async () => {
    await save.mutateAsync({ params: { campaignId }, body: { meeting: null, revision: briefing.revision } });
    toast.show({ text: words.cancelled });
  };
  return (
    <Section title={words.title} actions={can.hold && meeting ? <Button kind="quiet" small icon="edit" onClick={() => setAct('meeting')}>{words.edit}</Button> : null}>
      {meeting ? <MeetingFacts facts={facts} meeting={meeting} /> : <p className={css['quiet']}>{can.hold ? words.none : words.noneFor}</p>}
      {briefing.minutes ? <div className={css['minutes']}><h3 className={css['sub']}>{words.minutes}</h3><p>{briefing.minutes}</p></div> : null}
      {can.hold ? (
        <div className={css['acts']}>
          {meeting ? (
            <>
              <Button small onClick={() => setAct('attendance')}>{words.attendance}</Button>
              <Button small onClick={() => setAct('minutes')}>{briefing.minutes ? words.editMinutes : words.writeMinutes}</Button>
              <ConfirmAction small kind="quiet" label={words.cancel} title={words.cancelTitle} onConfirm={callOff}><p>{words.cancelText}</p></ConfirmAction>
            </>
          ) : <Button icon="calendar" onClick={() => setAct('meeting')}>{words.set}</Button>}
        </div>
      ) : null}
      {act === 'meeting' ? <MeetingDialog {...facts} onClose={close} /> : null}
      {act === 'attendance' ? <AttendanceDialog {...facts} onClose={close} /> : null}
      {act === 'minutes' ? <MinutesDialog {...facts} onClose={close} /> : null}
    </Section>
  );
}

function MeetingFacts({ facts: { campaignId, briefing }, meeting }: { readonly facts: BriefingFacts; readonly meeting: NonNullable<Briefing['meeting']> }) {
  const words = useMessages(briefingWebMessages).meeting;
  const formats = useFormats();
  const { download } = useDownload();
  const { present, late, absent } = briefing.attended;
  const mine = briefing.mine?.attendance;
  return (
    <>
      <p className={css['meetWhen']}><b>{formats.day(meeting.on)} {words.until(formats.time(meeting.startsAt), formats.time(meeting.endsAt))}</b>{mine === 'present' || mine === 'late' ? <StateTag tone="done">{mine === 'late' ? words.late : words.checkedIn}</StateTag> : null}</p>
      <dl className={css['facts']}>
        {meeting.place ? <div><dt>{words.place}</dt><dd>{meeting.place}</dd></div> : null}
        {meeting.link ? <div><dt>{words.link}</dt><dd><a href={meeting.link} target="_blank" rel="noreferrer">{words.join}</a></dd></div> : null}
        {meeting.agenda ? <div><dt>{words.agenda}</dt><dd className={css['lines']}>{meeting.agenda}</dd></div> : null}
        <div><dt>{words.attendees}</dt><dd>{present + late + absent > 0 ? words.attended(present, late, absent) : words.nobodyYet}</dd></div>
      </dl>
      <div className={css['flush']}><Button kind="quiet" small icon="calendar" onClick={() => download(`/api/campaigns/${campaignId}/briefing/meeting.ics`)}>{words.calendar}</Button></div>
    </>
  );
}
