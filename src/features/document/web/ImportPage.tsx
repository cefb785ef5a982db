import { useState } from 'react';
import { listPeople, type Person } from '#features/account/account.contract.ts';
import { getCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { importWebMessages } from '../document.import.web.messages.ts';
import type { Understanding } from '#features/reading/reading.contract.ts';
import { ImportReview } from './ImportReview.tsx';
import { ImportSource, type ReadImport } from './ImportSource.tsx';

function countQuestions(understanding: Understanding): number {
  const inTables = understanding.tables.flatMap((table) => table.rows.flatMap((row) => Object.values(row.cells))).filter((cell) => cell.question).length;
  return inTables + understanding.goals.filter((goal) => goal.question).length;
}

function Content({ campaign, people, read, onRead }: { readonly campaign: Campaign; readonly people: readonly Person[]; readonly read: ReadImport | undefined; readonly onRead: (read: ReadImport | undefined) => void }) {
  const words = useMessages(importWebMessages);
  if (!campaign.can.writePlan) return <Banner tone="plain">{words.source.frozen}</Banner>;
  if (!read) return <ImportSource campaignId={campaign.id} onRead={onRead} />;
  return <ImportReview key={read.importId} campaign={campaign} importId={read.importId} understanding={read.understanding} people={people} onAgain={() => onRead(undefined)} />;
}

/** Documents in: read, reviewed cell by cell, and only then written. */
export function ImportPage() {
  const campaignId = useParam('campaignId');
  const words = useMessages(importWebMessages);
  const query = together({ campaign: useOperation(getCampaign, { params: { campaignId } }), directory: useOperation(listPeople, {}) });
  const campaignName = query.data?.campaign.name;
  const [read, setRead] = useState<ReadImport>();
  const verdict = read ? words.review.verdict(read.understanding.sections.length, read.understanding.tables.length, read.understanding.goals.length, countQuestions(read.understanding)) : words.source.verdict;
  return (
    <Page
      wide
      title={read ? read.name : words.title}
      crumbs={campaignName ? [{ label: campaignName, to: `/campaigns/${campaignId}` }, { label: words.part }] : []}
      verdict={verdict}
    >
      <Loaded query={query}>{({ campaign, directory }) => <Content campaign={campaign} people={directory.people.filter((person) => person.state !== 'disabled')} read={read} onRead={setRead} />}</Loaded>
    </Page>
  );
}
