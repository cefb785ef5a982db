import type { ReactNode } from 'react';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import { planListMessages } from '#features/plan/plan.lists.messages.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { GroupPage } from '../briefing.page.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import { besideGroup } from './owner.ts';
import { useWhen } from './useWhen.ts';

interface Line {
  readonly key: string;
  readonly when: string;
  readonly name: string;
  readonly more: readonly string[];
}

/** What else the plan gives the group to do: promotion, materials, the run sheet, zones. Nothing is shown of a list that has nothing for it. */
export function GroupOnSite({ page, group }: { readonly page: GroupPage; readonly group: TeamGroup }) {
  const words = useMessages(briefingWebMessages).page;
  const { phases } = useMessages(planListMessages);
  const formats = useFormats();
  const { dated } = useWhen();
  const channels = page.channels.map((slot, index): Line => ({ key: String(index), when: dated(slot), name: `${slot.channel} · ${phases[slot.phase]}`, more: [slot.content, besideGroup(slot.ownerText, group)] }));
  const materials = page.materials.map((item, index): Line => ({
    key: String(index), when: item.dueOn ? words.due(formats.day(item.dueOn)) : words.noDay, name: item.name,
    more: [item.quantity === null ? '' : words.quantity(formats.number(item.quantity), item.unit), item.spec, besideGroup(item.ownerText, group)],
  }));
  const steps = page.steps.map((step, index): Line => ({
    key: String(index), when: [words.dayOf(step.day), step.startTime ?? ''].filter(Boolean).join(' '), name: step.title,
    more: [step.place, step.minutes === null ? '' : words.minutes(step.minutes), step.hardStart ? words.hard : '', besideGroup(step.ownerText, group)],
  }));
  const zones = page.zones.map((zone, index): Line => ({ key: String(index), when: zone.staff === null ? '' : words.staff(zone.staff), name: zone.name, more: [zone.duty, besideGroup(zone.ownerText, group)] }));
  return <><Lines title={words.channels} lines={channels} /><Lines title={words.materials} lines={materials} /><Lines title={words.steps} lines={steps} /><Lines title={words.zones} lines={zones} /></>;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className={css['sub']}>{title}</h3>
      <ul className={css['rows']} aria-label={title}>
        {lines.map((line) => (
          <li key={line.key}>
            <span className={css['when']}>{line.when}</span>
            <span><b>{line.name}</b><small>{line.more.filter(Boolean).join(' · ')}</small></span>
          </li>
        ))}
      </ul>
    </>
  );
}
