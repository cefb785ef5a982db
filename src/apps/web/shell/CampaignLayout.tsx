import { Outlet } from '@tanstack/react-router';
import { getCampaign } from '#features/campaign/campaign.contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import { TimeZoneProvider, useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { shellMessages } from './shell.messages.ts';
import css from './shell.module.css';

/** Everything under `/campaigns/$campaignId`: reads times in the campaign's zone, and says so when it cannot be seen. */
export function CampaignLayout() {
  const campaignId = useParam('campaignId');
  const words = useMessages(shellMessages).noAccess;
  const query = useOperation(getCampaign, { params: { campaignId } });
  if (query.error instanceof Problem && (query.error.status === 404 || query.error.status === 400) && !query.data) {
    return (
      <Page title={words.title}>
        <p>{words.text}</p>
        <p className={css['way']}><LinkButton kind="primary" to="/campaigns">{words.back}</LinkButton></p>
      </Page>
    );
  }
  return (
    <div className={query.data ? '' : css['loading']}>
      <Loaded query={query} lines={8}>{(campaign) => <TimeZoneProvider timeZone={campaign.timeZone}><Outlet /></TimeZoneProvider>}</Loaded>
    </div>
  );
}
