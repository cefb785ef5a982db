import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useDownload } from '#platform/web/useDownload.ts';
import { Menu, type MenuItem } from '#platform/web/ui/Menu.tsx';
import { feedWebMessages } from '../calendars/schedule.feed.web.messages.ts';
import { outWebMessages } from '../files/schedule.out.web.messages.ts';
import { FeedDialog } from './calendars/FeedDialog.tsx';

const FILES = [
  { key: 'xlsx', address: 'schedule.xlsx' }, { key: 'docx', address: 'schedule.docx' }, { key: 'csv', address: 'schedule.csv' },
  { key: 'gantt', address: 'gantt.pdf' }, { key: 'plan', address: 'schedule-plan.xlsx' }, { key: 'project', address: 'schedule.xml' },
] as const;

/** What leaves the schedule: T2 as it stands, the Gantt on paper, the plan with its links, a project file, a subscription. */
export function ScheduleOutMenu({ campaignId }: { readonly campaignId: string }) {
  const words = useMessages(outWebMessages);
  const feedWords = useMessages(feedWebMessages);
  const { download } = useDownload();
  const [subscribing, setSubscribing] = useState(false);
  const files = FILES.map(({ key, address }): MenuItem => ({
    key, icon: 'file', label: words.files[key], hint: `.${address.split('.')[1]}`, ...(key === 'gantt' ? { rule: true } : {}),
    onSelect: () => download(`/api/campaigns/${campaignId}/export/${address}`),
  }));
  return (
    <>
      <Menu label={words.export} items={[...files, { key: 'subscribe', icon: 'calendar', rule: true, label: feedWords.menu, onSelect: () => setSubscribing(true) }]} />
      {subscribing ? <FeedDialog campaignId={campaignId} onClose={() => setSubscribing(false)} /> : null}
    </>
  );
}
