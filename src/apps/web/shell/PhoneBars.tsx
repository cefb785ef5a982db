import { useState } from 'react';
import { PhoneBell } from '#features/notice/web/Bell.tsx';
import { useMessages } from '#platform/web/i18n.tsx';
import { Link, useNavigate } from '#platform/web/navigation.tsx';
import { IconButton } from '#platform/web/ui/Button.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { menuLinks, PARTS } from './menu.rules.ts';
import type { MenuLink, Part } from './menu.rules.ts';
import { shellMessages } from './shell.messages.ts';
import { Brand } from './Sidebar.tsx';
import type { MenuSource } from './Sidebar.tsx';
import { UserMenu } from './UserMenu.tsx';
import type { Me } from './session.ts';
import css from './phone.module.css';

/** The top of a phone: where we are and who we are. */
export function PhoneTop({ me, onSearch }: { readonly me: Me | undefined; readonly onSearch: () => void }) {
  const words = useMessages(shellMessages);
  return (
    <div className={css['top']}>
      <Brand />
      <span>
        <IconButton icon="search" label={words.search} onClick={onSearch} />
        {me ? <PhoneBell /> : null}
        {me ? <UserMenu me={me} compact /> : null}
      </span>
    </div>
  );
}

function Strip({ links }: { readonly links: readonly MenuLink[] }) {
  const words = useMessages(shellMessages);
  return (
    <ul className={css['strip']}>
      {links.map((link) => (
        <li key={link.to}><Link to={link.to} className={link.current ? css['on'] : ''} aria-current={link.current ? 'page' : undefined}>{words.menu[link.name]}</Link></li>
      ))}
    </ul>
  );
}

/** The three parts of a campaign as a switch, and the pages of the chosen one below it. */
export function PhoneCampaign({ source, name }: { readonly source: MenuSource; readonly name: string }) {
  const words = useMessages(shellMessages);
  const navigate = useNavigate();
  const linksOf = (part: Part) => menuLinks(source.pages, part, source.viewer, source.pathname, source.campaignId);
  const here = PARTS.find((part) => linksOf(part).some((link) => link.current));
  const [picked, setPicked] = useState<Part | 'overview'>(here ?? 'overview');
  const [seen, setSeen] = useState(source.pathname);
  if (seen !== source.pathname) {
    setSeen(source.pathname);
    setPicked(here ?? 'overview');
  }
  const overview = menuLinks(source.pages, 'campaign', source.viewer, source.pathname, source.campaignId);
  const items = [
    ...(overview[0] ? [{ key: 'overview' as const, label: words.menu[overview[0].name] }] : []),
    ...PARTS.filter((part) => linksOf(part).length > 0).map((part) => ({ key: part, label: words.parts[part] })),
  ];
  const choose = (part: Part | 'overview') => {
    setPicked(part);
    if (part === 'overview' && overview[0]) navigate(overview[0].to);
  };
  if (items.length === 0) return null;
  const links = picked === 'overview' ? (overview.length > 1 ? overview : []) : linksOf(picked);
  return (
    <nav className={css['campaign']} aria-label={words.campaignMenu(name)}>
      <Switch label={words.stageOf} items={items} value={picked} onChange={choose} />
      {links.length > 0 ? <Strip links={links} /> : null}
    </nav>
  );
}

const MOST = 4;

/** The bar at the thumb: the main pages. */
export function PhoneTabs({ source, badges }: { readonly source: MenuSource; readonly badges: Readonly<Record<string, number>> }) {
  const words = useMessages(shellMessages);
  const links = [...menuLinks(source.pages, 'main', source.viewer, source.pathname), ...menuLinks(source.pages, 'settings', source.viewer, source.pathname)].slice(0, MOST + 1);
  return (
    <nav className={css['tabs']} aria-label={words.mainMenu}>
      {links.map((link) => (
        <Link key={link.to} to={link.to} className={link.current ? css['on'] : ''} aria-current={link.current ? 'page' : undefined}>
          <Icon name={link.icon ?? 'list'} size={20} />
          {words.menu[link.name]}
          {badges[link.name] ? <b>{badges[link.name]}</b> : null}
        </Link>
      ))}
    </nav>
  );
}
