import { AREA_ROLES } from '#features/team/team.area.rules.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { rolesIn } from '../briefing.page.rules.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import type { BriefingFacts, ShownPage } from './useBriefing.ts';

/** The people of the other groups as they are today, how the groups work together, and who answers for which work. */
export function GroupTogether({ facts: { briefing }, shown: { group, members, page } }: { readonly facts: BriefingFacts; readonly shown: ShownPage }) {
  const words = useMessages(briefingWebMessages).page;
  const { groups } = useMessages(teamMessages);
  const formats = useFormats();
  return (
    <>
      {page.worksWith ? <p className={css['duties']}>{page.worksWith}</p> : null}
      <dl className={css['facts']}>
        {briefing.pages.map((one) => (
          <div key={one.group}><dt>{groups[one.group]}</dt><dd>{one.members.length > 0 ? formats.list(one.members) : words.nobody}</dd></div>
        ))}
      </dl>
      {page.areas.length > 0 ? <h3 className={css['sub']}>{words.areas}</h3> : null}
      <ul className={css['areas']}>
        {page.areas.map((area, index) => {
          const own = rolesIn(area, group, members);
          return (
            <li key={`${area.area} ${String(index)}`}>
              <b>{area.area}</b>
              {own.map((role) => <span key={role} className={css['role']} data-role={role}>{words.roles[role]}</span>)}
              <small>{AREA_ROLES.filter((role) => area[role] !== '').map((role) => `${words.roles[role]} ${area[role]}`).join(' · ')}</small>
              {area.note ? <small>{area.note}</small> : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
