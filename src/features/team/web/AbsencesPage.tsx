import { useState } from 'react';
import { getMe } from '#features/account/account.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { Day } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { absenceWebMessages } from '../team.absence.web.messages.ts';
import { listAbsences, type Absence } from '../team.contract.ts';
import { isStandInAway } from '../team.workload.rules.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import css from './absences.module.css';

type Absences = OutputOf<typeof listAbsences>;

/** 休假与代理: when I am away and who takes over; for leads and administrators also their people. */
export function AbsencesPage() {
  const query = together({ list: useOperation(listAbsences, {}), me: useOperation(getMe, {}) });
  return <Loaded query={query}>{({ list, me }) => <AbsencesView list={list} meId={me.id} />}</Loaded>;
}

const stateOf = ({ fromOn, toOn }: Absence, today: Day) => (toOn < today ? 'past' : fromOn > today ? 'coming' : 'running');

function Verdict({ mine, today }: { readonly mine: readonly Absence[]; readonly today: Day }) {
  const words = useMessages(absenceWebMessages).verdict;
  const formats = useFormats();
  const next = mine.find((absence) => absence.toOn >= today);
  if (!next) return words.none;
  return `${words.away(formats.days(next.fromOn, next.toOn))}${next.standInName === null ? words.open : words.by(next.standInName)}`;
}

function Rows({ rows, all, today, onChange }: { readonly rows: readonly Absence[]; readonly all: readonly Absence[]; readonly today: Day; readonly onChange: (absence: Absence) => void }) {
  const words = useMessages(absenceWebMessages);
  const formats = useFormats();
  return (
    <ul className={css['rows']}>
      {rows.map((absence) => {
        const state = stateOf(absence, today);
        return (
          <li key={absence.id}>
            <div>
              <b>{absence.standInName === null ? words.alone(absence.name) : words.pair(absence.name, absence.standInName)}</b>
              <span>{formats.days(absence.fromOn, absence.toOn, true)}</span>
              {absence.reason ? <small>{absence.reason}</small> : null}
              {absence.standInName !== null && isStandInAway(absence, all) ? <small className={css['warn']}>{words.standInAway(absence.standInName)}</small> : null}
            </div>
            <StateTag tone={state === 'running' ? 'doing' : 'plain'}>{words[state]}</StateTag>
            {absence.can.change ? <Button small onClick={() => onChange(absence)}>{words.change}</Button> : null}
          </li>
        );
      })}
    </ul>
  );
}

function AbsencesView({ list, meId }: { readonly list: Absences; readonly meId: string }) {
  const words = useMessages(absenceWebMessages);
  const [open, setOpen] = useState<Absence | 'new'>();
  const { absences, people, today } = list;
  const mine = absences.filter((absence) => absence.userId === meId);
  const others = absences.filter((absence) => absence.userId !== meId);
  const enter = <Button kind="primary" icon="add" onClick={() => setOpen('new')}>{words.enter}</Button>;
  return (
    <Page title={words.title} verdict={<Verdict mine={mine} today={today} />} actions={mine.length > 0 || people.length > 1 ? enter : null}>
      <Section title={words.mine}>
        {mine.length === 0 ? <EmptyState title={words.noMine} actions={people.length > 1 ? null : enter}>{words.noMineText}</EmptyState> : <Rows rows={mine} all={absences} today={today} onChange={setOpen} />}
      </Section>
      {people.length > 1 ? <Section title={words.others}>{others.length === 0 ? <p className={css['hint']}>{words.noOthers}</p> : <Rows rows={others} all={absences} today={today} onChange={setOpen} />}</Section> : null}
      <p className={css['delegations']}><span>{words.delegationsHint}</span><LinkButton small to="/settings/delegations">{words.delegations}</LinkButton></p>
      {open ? <AbsenceDialog whose={open === 'new' ? people : [open]} absence={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} /> : null}
    </Page>
  );
}
