import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { getCampaign } from '#features/campaign/campaign.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useLive, useOnline } from '#platform/web/live.ts';
import { usePhone } from '#platform/web/media.ts';
import { usePathname } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { PAGE_HEADING_ID } from '#platform/web/ui/Page.tsx';
import type { PageEntry } from '../page.ts';
import { campaignOf } from './menu.rules.ts';
import { PhoneCampaign, PhoneTabs, PhoneTop } from './PhoneBars.tsx';
import { shellMessages } from './shell.messages.ts';
import { Sidebar } from './Sidebar.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { useMe } from './session.ts';
import { useUnsent } from './useUnsent.ts';
import { useBadges } from './useBadges.ts';
import css from './shell.module.css';

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }));

/** ⌘K / Ctrl+K from anywhere. */
function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
}

/** Marks that the person moved within the application: from then on a new page takes the focus (see Page). */
function useNavigationMark(pathname: string): void {
  const first = useRef(pathname);
  useEffect(() => {
    if (first.current !== pathname) document.documentElement.dataset['navigated'] = '';
  }, [pathname]);
}

/** Said once the connection has been gone for a moment, not at every blink. `silent` on a page that says itself what goes on without it. */
function ConnectionNote({ campaignId, silent }: { readonly campaignId: string | undefined; readonly silent: boolean }) {
  const words = useMessages(shellMessages);
  const live = useLive(campaignId);
  const online = useOnline();
  if (silent || (online && live !== 'offline')) return null;
  return <div className={css['offline']} role="status"><Icon name="offline" />{online ? words.stale : words.offline}</div>;
}

/** The frame of every page behind the sign-in. */
export function Shell({ pages }: { readonly pages: readonly PageEntry[] }) {
  const words = useMessages(shellMessages);
  const pathname = usePathname();
  const phone = usePhone();
  const me = useMe().data;
  const campaignId = campaignOf(pathname);
  const campaign = useOperation(getCampaign, { params: { campaignId: campaignId ?? '' } }, { enabled: campaignId !== undefined }).data;
  const badges = useBadges(me !== undefined, campaign?.stage === 'draft' && campaign.can.writePlan ? campaign.id : undefined);
  const [searching, setSearching] = useState(false);
  const [open] = useState(() => () => setSearching(true));
  usePaletteKey(open);
  useNavigationMark(pathname);
  useUnsent(me?.id);
  const source = { pages, viewer: me, pathname, campaignId };
  const skip = () => (document.getElementById(PAGE_HEADING_ID) ?? document.querySelector('main'))?.focus();
  return (
    <div className={phone ? css['phone'] : css['app']}>
      <button type="button" className={css['skip']} onClick={skip}>{words.skip}</button>
      <header>{phone ? <PhoneTop me={me} onSearch={open} /> : <Sidebar source={source} me={me} campaignName={campaign?.name} badges={badges} onSearch={open} />}</header>
      <main tabIndex={-1} className={css['main']}>
        {me ? <ConnectionNote campaignId={campaign?.id} silent={pathname === '/my-day'} /> : null}
        {phone && campaignId ? <PhoneCampaign key={campaignId} source={source} name={campaign?.name ?? ''} /> : null}
        {me ? <Outlet /> : null}
      </main>
      {phone ? <PhoneTabs source={source} badges={badges} /> : null}
      <LeaveQuestion />
      {searching ? <Suspense><Palette source={source} onClose={() => setSearching(false)} /></Suspense> : null}
    </div>
  );
}
