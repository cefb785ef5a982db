import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { Tabs } from '#platform/web/ui/Tabs.tsx';
import { listApprovals, type Approval } from '../approval.contract.ts';
import { approvalMessages } from '../approval.messages.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import css from './approval.module.css';

/** 审批: what waits for me, with its age, and what I have asked for. */
export function ApprovalsPage() {
  return <Loaded query={useOperation(listApprovals, {})}>{(lists) => <Approvals {...lists} />}</Loaded>;
}

function Approvals({ waiting, requested }: { readonly waiting: readonly Approval[]; readonly requested: readonly Approval[] }) {
  const words = useMessages(approvalWebMessages).list;
  const formats = useFormats();
  const [search, setSearch] = useSearch();
  const tab = search['tab'] === 'requested' || (search['tab'] === undefined && waiting.length === 0 && requested.length > 0) ? 'requested' : 'waiting';
  const rows = tab === 'waiting' ? waiting : requested;
  const oldest = waiting.at(-1);
  return (
    <Page title={words.title} verdict={oldest ? words.verdict(waiting.length, formats.ago(oldest.requestedAt)) : words.nothing}>
      <Tabs
        label={words.tabs}
        items={[{ key: 'waiting', label: words.waiting, count: waiting.length }, { key: 'requested', label: words.requested, count: requested.length }]}
        value={tab}
        onChange={(key) => setSearch({ tab: key })}
      >
        {rows.length === 0 ? (
          <EmptyState title={tab === 'waiting' ? words.emptyWaiting : words.emptyRequested}>{tab === 'waiting' ? words.emptyWaitingText : words.emptyRequestedText}</EmptyState>
        ) : (
          <ul className={css['list']}>{rows.map((row) => <ApprovalLine key={row.id} approval={row} />)}</ul>
        )}
      </Tabs>
    </Page>
  );
}

const tones = { approved: 'done', returned: 'late', withdrawn: 'off' } as const;

function ApprovalLine({ approval }: { readonly approval: Approval }) {
  const words = useMessages(approvalWebMessages);
  const { decisions, kinds } = useMessages(approvalMessages);
  const formats = useFormats();
  const { decision } = approval;
  return (
    <li>
      <Link to={`/approvals/${approval.id}`} className={css['line']}>
        <span>
          <b>{approval.campaignName}</b>
          <span>{words.seal.version(kinds[approval.kind], approval.version)}</span>
          <small>{decision ? words.list.decided(decisions[decision], approval.decidedBy ?? '', formats.ago(approval.decidedAt)) : words.list.asked(approval.requestedBy, formats.ago(approval.requestedAt))}</small>
        </span>
        <StateTag tone={decision ? tones[decision] : 'doing'}>{decision ? decisions[decision] : words.list.pending}</StateTag>
      </Link>
    </li>
  );
}
