import { ConfigProvider, DatePicker, theme as antdTheme } from 'antd';
import type { ThemeConfig } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useMemo, useState } from 'react';
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';
import { addDays, daysBetween, type Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { useLocale, useMessages } from '../i18n.tsx';
import { useThemeMode } from '../theme-choice.ts';
import { antdTokens } from '../theme.ts';
import { webMessages } from '../web.messages.ts';
import type { ControlProps } from './Field.tsx';

type AntdLocale = ComponentProps<typeof ConfigProvider>['locale'];

const loaders: Record<Locale, () => Promise<AntdLocale>> = {
  'zh-CN': async () => {
    await import('dayjs/locale/zh-cn');
    return (await import('antd/es/locale/zh_CN')).default;
  },
  en: async () => (await import('antd/es/locale/en_US')).default,
};

function useAntdLocale(): AntdLocale | undefined {
  const locale = useLocale();
  const [loaded, setLoaded] = useState<{ for: Locale; value: AntdLocale } | undefined>();
  useEffect(() => {
    let current = true;
    void loaders[locale]().then((value) => {
      if (!current) return;
      dayjs.locale(locale === 'en' ? 'en' : 'zh-cn');
      setLoaded({ for: locale, value });
    });
    return () => {
      current = false;
    };
  }, [locale]);
  return loaded?.for === locale ? loaded.value : undefined;
}

/** The server writes the nonce of its CSP into the document; antd's style elements must carry it. */
const nonce = () => document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content || undefined;

/** antd in our tokens, language and CSP. Everything of antd is rendered inside one. */
function AntdScope({ children }: { readonly children: ReactNode }) {
  const mode = useThemeMode();
  const locale = useAntdLocale();
  const config = useMemo<ThemeConfig>(
    () => ({ algorithm: mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm, cssVar: { key: 'muster' }, token: antdTokens(mode) }),
    [mode],
  );
  const secret = nonce();
  return (
    <ConfigProvider theme={config} {...(locale ? { locale } : {})} {...(secret ? { csp: { nonce: secret } } : {})}>
      {children}
    </ConfigProvider>
  );
}

const toDayjs = (day: Day | null | undefined) => (day ? dayjs(day) : null);
const toDay = (value: dayjs.Dayjs | null | undefined): Day | null => (value ? value.format('YYYY-MM-DD') : null);
const full = { width: '100%' };
/** Inside a modal dialog the calendar must open in the dialog, or it would lie beneath it. */
const besideField = (node: HTMLElement) => node.closest('dialog') ?? document.body;

/** Enter confirms the day that was typed; it must not send the form around it as well. */
const keepInForm = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault();
};

interface PeriodPickerProps {
  readonly control: ControlProps;
  readonly name: string;
  readonly label: string;
  readonly value: { readonly startOn: Day | null; readonly endOn: Day | null };
  readonly onChange: (value: PeriodPickerProps['value']) => void;
}

/** The period from a first day after its last one on, as long as it was; undefined while there is nothing to move. */
function movedTo(startOn: Day | null, was: PeriodPickerProps['value']): PeriodPickerProps['value'] | undefined {
  if (startOn === null || was.startOn === null || was.endOn === null || startOn <= was.endOn) return undefined;
  return { startOn, endOn: addDays(startOn, daysBetween(was.startOn, was.endOn)) };
}

export function PeriodPicker({ control, name, label, value, onChange }: PeriodPickerProps) {
  const words = useMessages(webMessages);
  return (
    <AntdScope>
      <DatePicker.RangePicker
        id={{ start: control.id, end: `${control.id}-end` }}
        name={name}
        style={full}
        value={[toDayjs(value.startOn), toDayjs(value.endOn)]}
        onChange={(next) => onChange({ startOn: toDay(next?.[0]), endOn: toDay(next?.[1]) })}
        // The picker itself reports a typed day only once it has closed: too late for whoever goes on by Tab and submits.
        onCalendarChange={([start, end], _, { range }) => {
          // A first day after the last one moves the whole period; the picker would forget it when the other field is entered.
          const moved = range === 'start' ? movedTo(toDay(start), value) : undefined;
          if (moved) onChange(moved);
          else if (start && end && !end.isBefore(start)) onChange({ startOn: toDay(start), endOn: toDay(end) });
        }}
        placeholder={[words.startDay, words.endDay]}
        aria-label={label}
        getPopupContainer={besideField}
        onKeyDown={keepInForm}
        status={control['aria-invalid'] ? 'error' : ''}
        {...(control.disabled ? { disabled: true } : {})}
      />
    </AntdScope>
  );
}
