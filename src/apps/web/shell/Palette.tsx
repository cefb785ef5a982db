import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { searchEverything } from '#features/portfolio/portfolio.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { operationQuery } from '#platform/web/query.ts';
import { comboboxProps, onChoiceKey } from '#platform/web/ui/choice-keys.ts';
import { matchChoices } from '#platform/web/ui/choice.rules.ts';
import { addressIn } from '../page.ts';
import { menuLinks, PARTS } from './menu.rules.ts';
import { shellMessages } from './shell.messages.ts';
import type { MenuSource } from './Sidebar.tsx';
import { useUserActions } from './UserMenu.tsx';
import css from './palette.module.css';

interface Entry {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly keywords?: string;
  readonly run: () => void;
}

interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

const SUBPAGE = { campaign: '', task: '/schedule', budget_line: '/budget', goal: '/goals' } as const;

function usePages(source: MenuSource): readonly Entry[] {
  const words = useMessages(shellMessages);
  const navigate = useNavigate();
  const groups = source.campaignId ? (['campaign', ...PARTS, 'main', 'settings'] as const) : (['main', 'settings'] as const);
  const listed = groups.flatMap((group) =>
    menuLinks(source.pages, group, source.viewer, source.pathname, source.campaignId).map((link) => ({ link, hint: group === 'preparation' || group === 'execution' || group === 'retrospective' ? words.parts[group] : '' })),
  );
  const hidden = source.pages
    .filter((entry) => entry.group === 'none' && !entry.outside && !entry.path.includes('$') && (entry.allow === undefined || (source.viewer && entry.allow(source.viewer))))
    .map((entry) => ({ link: { name: entry.name, to: addressIn(entry, '') }, hint: '' }));
  return [...listed, ...hidden].map(({ link, hint }) => ({ value: link.to, label: words.menu[link.name], hint, keywords: link.name, run: () => navigate(link.to) }));
}

function useFound(query: string): { readonly entries: readonly Entry[]; readonly searching: boolean } {
  const navigate = useNavigate();
  const wanted = useDeferredValue(query.trim());
  const search = useQuery({ ...operationQuery(searchEverything, { query: { q: wanted } }), enabled: wanted !== '', placeholderData: (previous) => previous });
  if (wanted === '') return { entries: [], searching: false };
  const entries = (search.data?.results ?? []).map((result): Entry => ({
    value: `${result.type} ${result.id}`,
    label: result.title,
    ...(result.type === 'campaign' ? {} : { hint: result.campaignName }),
    run: () => navigate(`/campaigns/${result.campaignId}${SUBPAGE[result.type]}`),
  }));
  return { entries, searching: search.isFetching };
}

function useActions(): readonly Entry[] {
  return useUserActions().filter((action) => !action.checked).map((action) => ({ value: action.key, label: action.label, run: () => action.onSelect?.() }));
}

/** Everything that fits the query, in its sections. */
function useSections(source: MenuSource, query: string): { readonly sections: readonly Section[]; readonly searching: boolean } {
  const words = useMessages(shellMessages).palette;
  const found = useFound(query);
  const sections = [
    { title: words.campaigns, entries: found.entries },
    { title: words.pages, entries: matchChoices(usePages(source), query) },
    { title: words.actions, entries: matchChoices(useActions(), query) },
  ];
  return { sections: sections.filter((section) => section.entries.length > 0), searching: found.searching };
}

interface ListProps {
  readonly id: string;
  readonly sections: readonly Section[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onPick: (entry: Entry) => void;
}

function List({ id, sections, active, onPoint, onPick }: ListProps) {
  const words = useMessages(shellMessages);
  let next = 0;
  return (
    <div role="listbox" id={id} aria-label={words.search} className={css['list']}>
      {sections.map((section) => (
        <div key={section.title} role="group" aria-label={section.title}>
          <p className={css['title']} aria-hidden="true">{section.title}</p>
          {section.entries.map((entry) => {
            const index = next;
            next += 1;
            return (
              <div key={entry.value} id={`${id}-${index}`} role="option" aria-selected={index === active} className={css['entry']} ref={index === active ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined} onPointerMove={() => onPoint(index)} onClick={() => onPick(entry)}>
                <span>{entry.label}</span>
                {entry.hint ? <small>{entry.hint}</small> : null}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Search and commands: the focus stays in the field, the arrows walk the list. */
export function Palette({ source, onClose }: { readonly source: MenuSource; readonly onClose: () => void }) {
  const words = useMessages(shellMessages);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { sections, searching } = useSections(source, query);
  const all = sections.flatMap((section) => section.entries);
  const at = Math.min(active, all.length - 1);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const pick = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const keys = { open: true, count: all.length, active: at, onOpen: () => undefined, onMark: setActive, onPick: (index: number) => pick(all[index]), onClose };
  const close = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={dialog} className={css['palette']} aria-label={words.search} onCancel={close} onPointerDown={(event) => (event.target === dialog.current ? close(event) : undefined)}>
      <input
        className={css['input']}
        {...comboboxProps(id, true, at)}
        aria-label={words.search}
        placeholder={words.searchHint}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => onChoiceKey(event, keys)}
      />
      <List id={id} sections={sections} active={at} onPoint={setActive} onPick={pick} />
      <p className={css['hint']} role="status">{all.length > 0 ? words.palette.hint : searching ? words.palette.searching : words.palette.none}</p>
    </dialog>
  );
}
