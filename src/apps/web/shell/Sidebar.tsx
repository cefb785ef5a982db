import { Bell } from '#features/notice/web/Bell.tsx';
import { useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { KeyHint } from '#platform/web/ui/Marks.tsx';
import type { PageEntry, PageGroup, Viewer } from '../page.ts';
import { menuLinks, PARTS } from './menu.rules.ts';
import { shellMessages } from './shell.messages.ts';
import { UserMenu } from './UserMenu.tsx';
import type { Me } from './session.ts';
import css from './shell.module.css';

export interface MenuSource {
  readonly pages: readonly PageEntry[];
  readonly viewer: Viewer | undefined;
  readonly pathname: string;
  readonly campaignId: string | undefined;
}

/** A few entries of one group; nothing when the group has no page. */
export function MenuGroup({ source, group, heading, badges = {} }: { readonly source: MenuSource; readonly group: PageGroup; readonly heading?: string; readonly badges?: Readonly<Record<string, number>> }) {
  const words = useMessages(shellMessages);
  const links = menuLinks(source.pages, group, source.viewer, source.pathname, source.campaignId);
  if (links.length === 0) return null;
  return (
    <>
      {heading ? <p className={css['heading']}>{heading}</p> : null}
      <ul>
        {links.map((link) => (
          <li key={link.to}>
            <Link to={link.to} className={`${css['entry']} ${link.current ? css['on'] : ''}`} aria-current={link.to === source.pathname ? 'page' : undefined}>
              {words.menu[link.name]}
              {badges[link.name] ? <b title={link.name === 'plan' ? words.toMend(badges[link.name] ?? 0) : undefined}>{badges[link.name]}</b> : null}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Brand() {
  const words = useMessages(shellMessages);
  return <Link to="/" className={css['brand']}><span className={css['chop']} aria-hidden="true">{words.chop}</span>{words.product}</Link>;
}

export interface SidebarProps {
  readonly source: MenuSource;
  readonly me: Me | undefined;
  readonly campaignName: string | undefined;
  readonly badges: Readonly<Record<string, number>>;
  readonly onSearch: () => void;
}

export function Sidebar({ source, me, campaignName, badges, onSearch }: SidebarProps) {
  const words = useMessages(shellMessages);
  return (
    <div className={css['sidebar']}>
      <div className={css['masthead']}><Brand />{me ? <Bell /> : null}</div>
      <button type="button" className={css['find']} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" />
        <span>{words.search}</span>
        <KeyHint keys={['Ctrl', 'K']} />
      </button>
      <nav aria-label={words.mainMenu}><MenuGroup source={source} group="main" badges={badges} /></nav>
      {source.campaignId ? (
        <nav aria-label={words.campaignMenu(campaignName ?? '')}>
          <MenuGroup source={source} group="campaign" heading={campaignName ?? ' '} />
          {PARTS.map((part) => <MenuGroup key={part} source={source} group={part} heading={words.parts[part]} badges={{ plan: badges['plan'] ?? 0 }} />)}
        </nav>
      ) : null}
      <nav aria-label={words.groups.settings}><MenuGroup source={source} group="settings" heading={words.groups.settings} /></nav>
      <div className={css['foot']}>{me ? <UserMenu me={me} /> : null}</div>
    </div>
  );
}
