import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { searchEverything } from '#features/portfolio/portfolio.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { operationQuery } from '#platform/web/query.ts';
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

/** Search and commands: the focus stays in the field, the arrows walk the list. */
export function Palette({ source, onClose }: { readonly source: MenuSource; readonly onClose: () => void }) {
  const words = useMessages(shellMessages);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = useFound(query);
  const sections: Section[] = [
    { title: words.palette.campaigns, entries: found.entries },
    { title: words.palette.pages, entries: matchChoices(usePages(source), query) },
    { title: words.palette.actions, entries: matchChoices(useActions(), query) },
  ].filter((section) => section.entries.length > 0);
  const all = sections.flatMap((section) => section.entries);
  const at = Math.min(active, all.length - 1);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && all.length > 0) {
      event.preventDefault();
      setActive((at + step + all.length) % all.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(all[at]);
    }
  };
  let index = -1;
  return (
    <dialog ref={dialog} className={css['palette']} aria-label={words.search} onCancel={(event) => { event.preventDefault(); onClose(); }} onPointerDown={(event) => { if (event.target === dialog.current) onClose(); }}>
      <input
        className={css['input']}
        role="combobox"
        autoComplete="off"
        aria-label={words.search}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        placeholder={words.searchHint}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <div role="listbox" id={id} aria-label={words.search} className={css['list']}>
        {sections.map((section) => (
          <div key={section.title} role="group" aria-label={section.title}>
            <p className={css['title']} aria-hidden="true">{section.title}</p>
            {section.entries.map((entry) => {
              index += 1;
              const place = index;
              return (
                <div key={entry.value} id={`${id}-${place}`} role="option" aria-selected={place === at} className={css['entry']} ref={place === at ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined} onPointerMove={() => setActive(place)} onClick={() => choose(entry)}>
                  <span>{entry.label}</span>
                  {entry.hint ? <small>{entry.hint}</small> : null}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className={css['hint']} role="status">{all.length > 0 ? words.palette.hint : found.searching ? words.palette.searching : words.palette.none}</p>
    </dialog>
  );
}
