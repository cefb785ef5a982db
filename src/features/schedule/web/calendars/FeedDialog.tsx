import { useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation, useRefresh } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { CopyButton } from '#platform/web/ui/CopyButton.tsx';
import { ConfirmAction, Dialog } from '#platform/web/ui/Dialog.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { listFeeds, makeCampaignFeed, makeOwnFeed, revokeFeed, type Feed } from '../../calendars/schedule.feed.contract.ts';
import { feedWebMessages } from '../../calendars/schedule.feed.web.messages.ts';
import css from './feed.module.css';

/** Makes the address of the person's own calendar, or of a campaign's; answers it whole, this once. */
function useMakeFeed(campaignId: string | null): { readonly make: () => Promise<string>; readonly busy: boolean } {
  const own = useAction(makeOwnFeed);
  const campaign = useAction(makeCampaignFeed);
  const make = async () => {
    const { path } = campaignId === null ? await own.mutateAsync({}) : await campaign.mutateAsync({ params: { campaignId } });
    return new URL(path, window.location.origin).href;
  };
  return { make, busy: own.isPending || campaign.isPending };
}

function Made({ address }: { readonly address: string }) {
  const words = useMessages(feedWebMessages);
  return (
    <>
      <div className={css['address']}>
        <input readOnly aria-label={words.address} value={address} onFocus={(event) => event.target.select()} />
        <CopyButton primary text={address} label={words.copy} copied={words.copied} failed={words.copyFailed} />
      </div>
      <p className={css['warn']}>{words.once}</p>
      <h3 className={css['how']}>{words.how}</h3>
      <dl className={css['ways']}>{words.ways.map(([name, way]) => [<dt key={name}>{name}</dt>, <dd key={way}>{way}</dd>])}</dl>
      <p className={css['note']}>{words.reach}</p>
    </>
  );
}

/** When an address was made and last read. */
export function FeedFacts({ feed }: { readonly feed: Feed }) {
  const words = useMessages(feedWebMessages);
  const formats = useFormats();
  return <>{words.madeAt(formats.dateTime(feed.createdAt))} · {feed.readAt === null ? words.unread : words.readAt(formats.ago(feed.readAt))}</>;
}

export function RevokeFeed({ feed }: { readonly feed: Feed }) {
  const words = useMessages(feedWebMessages);
  const toast = useToast();
  const refresh = useRefresh();
  const revoke = useAction(revokeFeed);
  const run = async () => {
    await revoke.mutateAsync({ params: { feedId: feed.id } });
    await refresh('all');
    toast.show({ text: words.revoked });
  };
  return <ConfirmAction small danger label={words.revoke} title={words.revokeTitle} onConfirm={run}>{words.revokeBody}</ConfirmAction>;
}

/** Subscribing to the person's own tasks (`campaignId` null), or to a campaign's. */
export function FeedDialog({ campaignId, onClose }: { readonly campaignId: string | null; readonly onClose: () => void }) {
  const words = useMessages(feedWebMessages);
  const toast = useToast();
  const query = useOperation(listFeeds, {});
  const { make, busy } = useMakeFeed(campaignId);
  const [address, setAddress] = useState<string>();
  const feed = query.data?.feeds.find((one) => one.campaignId === campaignId);
  const begin = () => void make().then(setAddress, toast.showError);
  const renew = async () => setAddress(await make());
  const acts = address !== undefined ? null : feed ? (
    <><RevokeFeed feed={feed} /><ConfirmAction kind="primary" label={words.renew} title={words.renewTitle} onConfirm={renew}>{words.renewBody}</ConfirmAction></>
  ) : <Button kind="primary" busy={busy} onClick={begin}>{words.make}</Button>;
  return (
    <Dialog open title={campaignId === null ? words.title.own : words.title.campaign} onClose={onClose} dismissable={address === undefined} footer={<>{acts}{address === undefined ? null : <Button kind="primary" onClick={onClose}>{words.close}</Button>}</>}>
      <Loaded query={query} lines={2}>
        {() => (address === undefined ? (
          <>
            <p>{campaignId === null ? words.ownText : words.campaignText}</p>
            <p className={css['note']}>{feed ? <FeedFacts feed={feed} /> : words.none}</p>
          </>
        ) : <Made address={address} />)}
      </Loaded>
    </Dialog>
  );
}
