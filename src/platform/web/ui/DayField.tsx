import { lazy, Suspense } from 'react';
import type { Day } from '#platform/shared/calendar.ts';
import { useMessages } from '../i18n.tsx';
import { useTouch } from '../media.ts';
import { webMessages } from '../web.messages.ts';
import { Field } from './Field.tsx';
import type { ControlProps, FieldFrame } from './Field.tsx';
import type { FieldBinding } from './form.ts';

/** antd's picker comes in a chunk of its own, the first time that one is on screen. */
const PeriodPicker = lazy(async () => ({ default: (await import('./pickers.tsx')).PeriodPicker }));

function NativeDay({ control, value, onChange, label, min }: { control: ControlProps; value: Day | null; onChange: (day: Day | null) => void; label?: string; min?: Day | null }) {
  return <input {...control} type="date" aria-label={label} min={min ?? undefined} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)} />;
}

/** From the first to the last day, both included. */
export interface Period {
  readonly startOn: Day | null;
  readonly endOn: Day | null;
}

/** Days of the campaign's calendar, `YYYY-MM-DD`: no time, so no zone moves them. On a phone the device's own pickers. */
export function PeriodField({ label, hint, required, error, disabled, name, value, onChange }: FieldFrame & FieldBinding<Period>) {
  const touch = useTouch();
  const words = useMessages(webMessages);
  return (
    <Field {...{ label, hint, required, error, disabled }}>
      {(control) =>
        touch ? (
          <>
            <NativeDay control={control} label={`${label} ${words.startDay}`} value={value.startOn} onChange={(startOn) => onChange({ ...value, startOn })} />
            <NativeDay control={{ ...control, id: `${control.id}-end` }} label={`${label} ${words.endDay}`} min={value.startOn} value={value.endOn} onChange={(endOn) => onChange({ ...value, endOn })} />
          </>
        ) : (
          <Suspense fallback={<input {...control} readOnly value={[value.startOn, value.endOn].filter(Boolean).join(' – ')} />}>
            <PeriodPicker control={control} name={name} label={label} value={value} onChange={onChange} />
          </Suspense>
        )
      }
    </Field>
  );
}
