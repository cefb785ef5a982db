import { getCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { listBudget, type Budget } from '../budget.contract.ts';
import { draftWebMessages } from '../budget.draft.web.messages.ts';
import { requestCode } from '../budget.order.rules.ts';
import { getRequest, type RequestDetail } from '../budget.request.contract.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import { isReserve } from '../budget.rules.ts';
import { RequestForm } from './RequestForm.tsx';
import { useDraftSession, type DraftSession } from './useDraftSession.ts';

/** Writing a request for money or a change of the budget; what it does to its line is said while it is written (P2.3). */
export function RequestEditPage() {
  const session = useDraftSession();
  return <RequestEditor key={session.id} session={session} />;
}

/** What the campaign has to give, before anything is written. */
function FreeVerdict({ budget }: { readonly budget: Budget }) {
  const words = useMessages(draftWebMessages);
  const formats = useFormats();
  const free = (lines: Budget['lines']) => formats.money(lines.reduce((sum, line) => sum + (line.balance?.freeCents ?? 0), 0));
  return words.verdict(free(budget.lines), free(budget.lines.filter(isReserve)), budget.waiting.length);
}

const NOTHING = { data: null, error: undefined, refetch: () => undefined };

function RequestEditor({ session }: { readonly session: DraftSession }) {
  const campaignId = useParam('campaignId');
  const words = useMessages(draftWebMessages);
  const { list, part } = useMessages(requestWebMessages);
  const stored = useOperation(getRequest, { params: { campaignId, requestId: session.id } }, { enabled: session.stored });
  const query = together({
    campaign: useOperation(getCampaign, { params: { campaignId } }),
    budget: useOperation(listBudget, { params: { campaignId } }),
    request: session.stored ? stored : NOTHING,
  });
  const { data } = query;
  const home = `/campaigns/${campaignId}`;
  return (
    <Page
      title={data?.request ? words.editTitle(requestCode(data.request.number)) : words.title}
      crumbs={data ? [{ label: data.campaign.name, to: home }, { label: part, to: `${home}/budget` }, { label: list.title, to: `${home}/budget/requests` }] : []}
      verdict={data?.budget.opened ? <FreeVerdict budget={data.budget} /> : undefined}
    >
      <Loaded query={query} lines={8}>{(loaded) => <Content {...loaded} session={session} />}</Loaded>
    </Page>
  );
}

function Content({ campaign, budget, request, session }: { readonly campaign: Campaign; readonly budget: Budget; readonly request: RequestDetail | null; readonly session: DraftSession }) {
  const words = useMessages(draftWebMessages);
  const { toPlan } = useMessages(requestWebMessages).list;
  const allowed = budget.opened && budget.can.ask && (request === null || request.can.edit);
  if (allowed) return <RequestForm campaign={campaign} budget={budget} request={request} session={session} />;
  const address = `/campaigns/${campaign.id}/budget/requests`;
  if (!budget.opened) return <Banner action={<LinkButton small to={`/campaigns/${campaign.id}/plan`}>{toPlan}</LinkButton>}>{words.notOpen}</Banner>;
  return (
    <Banner action={<LinkButton small to={request ? `${address}/${request.id}` : address}>{words.back}</LinkButton>}>{words.notAllowed}</Banner>
  );
}
