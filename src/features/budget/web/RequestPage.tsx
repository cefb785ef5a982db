import { getCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useParam, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Columns, Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { isOrder } from '../budget.draft.rules.ts';
import { orderStanding, requestCode } from '../budget.order.rules.ts';
import { getRequest, type RequestDetail } from '../budget.request.contract.ts';
import { requestWebMessages, type RequestWords } from '../budget.request.web.messages.ts';
import { InvoiceList } from './InvoiceList.tsx';
import { RequestActs } from './RequestActs.tsx';
import { RequestBalances, RequestFacts } from './RequestFacts.tsx';
import { RequestEntries } from './RequestEntries.tsx';
import { RequestTag } from './RequestTag.tsx';
import { RequestSteps } from './RequestSteps.tsx';
import { draftAddress } from './useDraftSession.ts';
import css from './request.module.css';

/** What a transfer, a draw, a supplement or a cut has done once it was approved. */
function moved({ kind, line, toLine }: RequestDetail, amount: string, words: RequestWords['page']['verdict']): string {
  if (kind === 'supplement' || kind === 'cut') return words[kind](amount, line);
  return kind === 'reserve' ? words.reserve(amount, toLine ?? '') : words.transfer(amount, line, toLine ?? '');
}

/** Where the money of one request is, in a sentence. */
function RequestVerdict({ request }: { readonly request: RequestDetail }) {
  const words = useMessages(requestWebMessages).page.verdict;
  const formats = useFormats();
  const amount = formats.money(request.amountCents);
  const order = isOrder(request);
  const { toCheckCents, toPayCents, refundedCents } = orderStanding(request);
  switch (request.state) {
    case 'submitted':
      return request.kind === 'supplement' ? words.submittedMove(amount) : words.submitted(amount);
    case 'draft':
    case 'returned':
    case 'withdrawn':
      return words[request.state](amount);
    case 'approved':
    case 'closed':
      if (!order) return moved(request, amount, words);
  }
  const toPay = toPayCents > 0 ? <em>{words.toPay(formats.money(toPayCents))}</em> : null;
  if (request.state === 'closed') return <>{words.closed(amount, formats.money(request.spentCents), formats.money(Math.max(0, request.amountCents - request.spentCents)))}{words.end}{toPayCents > 0 ? <em>{words.owed(formats.money(toPayCents))}</em> : null}</>;
  return <>{words.approved(amount, formats.money(request.spentCents))}{toCheckCents > 0 ? <em>{words.toCheck(formats.money(toCheckCents))}</em> : null}{toPay}{refundedCents > 0 ? words.refunded(formats.money(refundedCents)) : null}{words.open(formats.money(request.openCents))}</>;
}

function Content({ campaign, request }: { readonly campaign: Campaign; readonly request: RequestDetail }) {
  const words = useMessages(requestWebMessages).page;
  const [search] = useSearch();
  const waiting = search['for'];
  const order = isOrder(request);
  const hint = request.state === 'submitted' ? words.forDraft : request.state === 'closed' ? words.forDraftNow : undefined;
  return (
    <>
      {waiting && hint ? <Banner tone="doing" action={<LinkButton small to={draftAddress(campaign.id, { draft: waiting })}>{words.toDraft}</LinkButton>}>{hint}</Banner> : null}
      {request.returnReason ? <Banner tone="warn">{words.returned(request.returnReason)}</Banner> : null}
      {order ? <RequestSteps request={request} /> : null}
      {order && (request.state === 'approved' || request.state === 'closed') ? <InvoiceList campaign={campaign} request={request} /> : null}
      <Columns>
        <RequestFacts campaignId={campaign.id} request={request} />
        <RequestBalances request={request} />
      </Columns>
      <RequestEntries campaignId={campaign.id} request={request} />
    </>
  );
}

/** One request with its whole life: 申请 → 执行 → 核销 → 结清. */
export function RequestPage() {
  const campaignId = useParam('campaignId');
  const requestId = useParam('requestId');
  const words = useMessages(requestWebMessages);
  const formats = useFormats();
  const query = together({
    campaign: useOperation(getCampaign, { params: { campaignId } }),
    request: useOperation(getRequest, { params: { campaignId, requestId } }),
  });
  const { data } = query;
  const request = data?.request;
  const home = `/campaigns/${campaignId}`;
  return (
    <Page
      title={request ? words.page.title(words.kinds[request.kind], requestCode(request.number)) : words.list.title}
      crumbs={data ? [{ label: data.campaign.name, to: home }, { label: words.part, to: `${home}/budget` }, { label: words.list.title, to: `${home}/budget/requests` }] : []}
      seal={request ? <RequestTag state={request.state} order={isOrder(request)} /> : undefined}
      meta={request ? [request.purpose, request.submittedAt ? words.page.asked(request.requestedBy, formats.dateTime(request.submittedAt)) : words.page.drafted(request.requestedBy, formats.dateTime(request.createdAt))] : []}
      verdict={request ? <RequestVerdict request={request} /> : undefined}
      actions={data ? <RequestActs campaign={data.campaign} request={data.request} /> : undefined}
    >
      <Loaded query={query} lines={8}>{(loaded) => <div className={css['life']}><Content {...loaded} /></div>}</Loaded>
    </Page>
  );
}
