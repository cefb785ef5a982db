import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { listFeeds, type Feed } from '../../calendars/schedule.feed.contract.ts';
import { feedWebMessages } from '../../calendars/schedule.feed.web.messages.ts';
import { FeedDialog, FeedFacts, RevokeFeed } from './FeedDialog.tsx';
import css from './feed.module.css';

function FeedRow({ feed }: { readonly feed: Feed }) {
  const words = useMessages(feedWebMessages);
  return (
    <li>
      <div>
        <b>{feed.campaignId === null ? words.own : <Link to={`/campaigns/${feed.campaignId}/schedule`}>{feed.campaignName}</Link>}</b>
        <small><FeedFacts feed={feed} /></small>
      </div>
      <RevokeFeed feed={feed} />
    </li>
  );
}

/** On the page of one's own account: the addresses by which calendar programs read one's tasks and campaigns. */
export function FeedSection() {
  const words = useMessages(feedWebMessages);
  const query = useOperation(listFeeds, {});
  const [open, setOpen] = useState(false);
  const hasOwn = query.data?.feeds.some((feed) => feed.campaignId === null) === true;
  return (
    <Section title={words.section} actions={<Button small onClick={() => setOpen(true)}>{hasOwn ? words.renew : words.title.own}</Button>}>
      <p className={css['text']}>{words.ownText}</p>
      <Loaded query={query} lines={1}>
        {({ feeds }) => (feeds.length === 0 ? <p className={css['note']}>{words.none}</p> : <ul className={css['feeds']}>{feeds.map((feed) => <FeedRow key={feed.id} feed={feed} />)}</ul>)}
      </Loaded>
      {open ? <FeedDialog campaignId={null} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}
