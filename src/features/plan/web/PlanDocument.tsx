import { useEffect, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '#platform/web/i18n.tsx';
import { listenLive } from '#platform/web/live.ts';
import { usePhone } from '#platform/web/media.ts';
import { useSearch } from '#platform/web/navigation.tsx';
import { keyOf, useOperation } from '#platform/web/query.ts';
import { checkPlan } from '../plan.check.contract.ts';
import { planDocumentWebMessages } from '../plan.document.web.messages.ts';
import { hasTables, marksOf, sectionAt } from '../plan.outline.rules.ts';
import { listSections, type PlanSection } from '../plan.section.contract.ts';
import { planSectionMessages } from '../plan.section.messages.ts';
import css from './document.module.css';
import { AddSection, OwnSectionMenu } from './OwnSections.tsx';
import { PhoneSections } from './PhoneSections.tsx';
import { PlanOutline } from './PlanOutline.tsx';
import { PlanSectionView } from './PlanSectionView.tsx';
import { SectionTables, useColumnContext } from './SectionTables.tsx';
import type { PlanFacts } from './usePlanFacts.ts';
import { usePresence } from './usePresence.ts';

/** What others wrote is read again this often at most: their typing itself goes from editor to editor. */
const READ_AGAIN_MS = 3_000;

function useTextNotes(campaignId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenLive(({ kind }) => {
      if (kind !== 'plan.section_text') return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: keyOf(listSections, { params: { campaignId } }) });
      }, READ_AGAIN_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries, campaignId]);
}

/** The section that is in view, for the outline. */
function useInView(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState<string | undefined>(ids[0]);
  const all = ids.join(' ');
  useEffect(() => {
    const seen = new Set<string>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = (target as HTMLElement).dataset['part'] ?? '';
        if (isIntersecting) seen.add(id);
        else seen.delete(id);
      }
      setCurrent((before) => all.split(' ').find((id) => seen.has(id)) ?? before);
    }, { rootMargin: '-96px 0px -55% 0px' });
    for (const element of document.querySelectorAll('[data-part]')) observer.observe(element);
    return () => observer.disconnect();
  }, [all]);
  return current;
}

const scrollTo = (id: string): void => {
  const heading = document.getElementById(`part-${id}`);
  heading?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  heading?.focus({ preventScroll: true });
};

/** The sections with their numbers as they are called on the page. */
function useNames(sections: readonly PlanSection[]): ReadonlyMap<string, string> {
  const words = useMessages(planDocumentWebMessages);
  const { names } = useMessages(planSectionMessages);
  return useMemo(() => new Map(sections.map((section, index) => [section.id, `${words.ordinal(index + 1)}${section.key === 'own' ? section.title : names[section.key]}`])), [sections, words, names]);
}

/** The plan as one document: outline and paper; on a phone one section at a time. */
export function PlanDocument({ facts }: { readonly facts: PlanFacts }) {
  const { campaign, me, team, lists, document: { sections, can } } = facts;
  const [search, setSearch] = useSearch();
  const phone = usePhone();
  const names = useNames(sections);
  const context = useColumnContext(facts);
  const presence = usePresence(campaign.id, me.id, can.write);
  const check = useOperation(checkPlan, { params: { campaignId: campaign.id } }, { enabled: campaign.stage === 'draft' }).data;
  const marks = marksOf(sections, check?.findings ?? []);
  const inView = useInView(sections.map((section) => section.id));
  const asked = sectionAt(sections, search['part']);
  const arrived = useRef<string | undefined>(undefined);
  useTextNotes(campaign.id);
  useEffect(() => {
    if (!asked || arrived.current === asked.id || phone) return;
    arrived.current = asked.id;
    scrollTo(asked.id);
  }, [asked, phone]);
  const open = (id: string) => {
    arrived.current = id;
    const section = sections.find((one) => one.id === id);
    setSearch({ part: section && section.key !== 'own' ? section.key : id });
    if (!phone) scrollTo(id);
  };
  const peopleNames = new Map(team.members.map((member) => [member.userId, member.name]));
  const entries = sections.map((section) => ({ id: section.id, name: names.get(section.id) ?? '', written: section.words !== '', marks: marks.get(section.id) ?? 0 }));
  const view = (section: PlanSection) => (
    <PlanSectionView
      key={section.id} campaignId={campaign.id} userId={me.id} section={section} name={names.get(section.id) ?? ''} canWrite={can.write}
      here={presence.in(section.id).flatMap((id) => peopleNames.get(id) ?? [])}
      onFocus={(focused) => presence.enter(focused ? section.id : null)}
      hasTables={hasTables(section.key, lists.lists)}
      menu={can.write && section.key === 'own' ? <OwnSectionMenu campaignId={campaign.id} section={section} sections={sections} /> : null}
    >
      <SectionTables sectionKey={section.key} facts={facts} context={context} />
    </PlanSectionView>
  );
  const add = can.write ? <AddSection campaignId={campaign.id} places={entries} onAdded={(id) => setSearch({ part: id })} /> : null;
  if (phone) return <PhoneSections entries={entries} current={asked?.id ?? sections[0]?.id ?? ''} onOpen={open} add={add}>{(id) => sections.filter((section) => section.id === id).map(view)}</PhoneSections>;
  return (
    <div className={css['document']}>
      <div className={css['side']}>
        <PlanOutline entries={entries} current={inView} onOpen={open} />
        {add}
      </div>
      <article className={css['paper']}>
        {sections.map(view)}
      </article>
    </div>
  );
}
