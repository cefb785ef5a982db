import { useState } from 'react';
import { getMe } from '#features/account/account.contract.ts';
import { sortPayables } from '#features/budget/budget.order.rules.ts';
import { listPayables } from '#features/budget/budget.request.contract.ts';
import { listCampaigns } from '#features/campaign/campaign.contract.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Link } from '#platform/web/navigation.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { getWorkbench } from '../portfolio.contract.ts';
import { groupTasks, TASK_GROUPS } from '../portfolio.tasks.rules.ts';
import { portfolioWebMessages } from '../portfolio.web.messages.ts';
import { DemoButton, DemoDialog } from './DemoLoader.tsx';
import type { Demo } from './DemoLoader.tsx';
import { TaskGroupList } from './TaskList.tsx';
import { useTick } from './useTick.ts';
import css from './Workbench.module.css';
import { ApprovalsPanel, CampaignsPanel, PayablesPanel, RequestsPanel } from './WorkbenchPanels.tsx';

type Workbench = OutputOf<typeof getWorkbench>;
type Me = OutputOf<typeof getMe>;
/** Undefined for everyone but finance. */
type Bills = OutputOf<typeof listPayables>['invoices'] | undefined;

/** The day in one sentence: what is to do, what is late, what waits; else what comes next. */
function Verdict({ data, bills, today }: { readonly data: Workbench; readonly bills: Bills; readonly today: Day }) {
  const words = useMessages(portfolioWebMessages).verdict;
  const formats = useFormats();
  const groups = groupTasks(data.tasks, today);
  const [next] = groups.coming;
  const late = data.late.length;
  const waiting = data.approvals.length;
  const { toCheck, toPay } = sortPayables(bills ?? []);
  const isClear = late + waiting + toCheck.length + toPay.length === 0;
  const rest = [
    late > 0 ? <em key="late">{words.late(late)}</em> : null,
    waiting > 0 ? <b key="waiting">{words.approvals(waiting)}</b> : null,
    toCheck.length > 0 ? <b key="check">{words.checks(toCheck.length)}</b> : null,
    toPay.length > 0 ? words.pays(toPay.length) : null,
    isClear && next && groups.today.length === 0 ? words.next(next.title, formats.day(next.startOn ?? next.endOn)) : null,
  ].filter((part) => part !== null);
  const tail = rest.length > 0 ? rest : [words.clear];
  return <>{groups.today.length > 0 ? words.today(groups.today.length) : words.noToday}{tail.map((part, index) => [words.comma, <span key={index}>{part}</span>])}{words.end}</>;
}

/** Nothing is there yet: the first step, by what the person may do. */
function FirstUse({ me, onLoaded }: { readonly me: Me; readonly onLoaded: (demo: Demo) => void }) {
  const words = useMessages(portfolioWebMessages);
  if (!me.can.createCampaign) return <Section><EmptyState title={words.noTasks}>{words.first.member}</EmptyState></Section>;
  const preview = <ul>{[words.sample.first, words.sample.second].map((title) => <li key={title} className={css['task']}><span className={css['tick']}><input type="checkbox" /></span>{title}</li>)}</ul>;
  const actions = (
    <>
      <LinkButton kind="primary" icon="add" to="/campaigns/new">{words.first.create}</LinkButton>
      {me.orgRole === 'admin' ? <DemoButton onLoaded={onLoaded} /> : null}
      {me.can.managePeople ? <LinkButton to="/settings/people">{words.first.invite}</LinkButton> : null}
    </>
  );
  return <Section><EmptyState title={words.first.title} preview={preview} actions={actions}>{me.orgRole === 'admin' ? words.first.hint : words.first.member}</EmptyState></Section>;
}

function Tasks({ data, today }: { readonly data: Workbench; readonly today: Day }) {
  const words = useMessages(portfolioWebMessages);
  const ticking = useTick();
  const groups = groupTasks(data.tasks, today);
  const own = new Set(data.tasks.map(({ id }) => id));
  const others = data.late.filter(({ id }) => !own.has(id));
  return (
    <Section title={words.tasks} actions={<Link to="/my-day">{words.myDay}</Link>}>
      {data.tasks.length === 0 && others.length === 0 ? <EmptyState title={words.noTasks}>{words.noTasksHint}</EmptyState> : null}
      {TASK_GROUPS.map((group) => <TaskGroupList key={group} title={words[group]} tasks={groups[group]} today={today} ticking={ticking} late={group === 'late'} />)}
      <TaskGroupList title={words.othersLate} tasks={others} today={today} ticking={ticking} late showOwner />
    </Section>
  );
}

function WorkbenchBody({ data, bills, me, today, isFirst, onDemo }: { readonly isFirst: boolean; readonly data: Workbench; readonly bills: Bills; readonly me: Me; readonly today: Day; readonly onDemo: (demo: Demo) => void }) {
  if (isFirst) return <FirstUse me={me} onLoaded={onDemo} />;
  const waiting = (
    <>
      {data.approvals.length > 0 ? <div className={css['first']}><ApprovalsPanel approvals={data.approvals} today={today} /></div> : null}
      {bills ? <div className={css['first']}><PayablesPanel invoices={bills} today={today} /></div> : null}
    </>
  );
  // Who has no tasks but decides and pays finds that in the first place, not an empty list.
  const decides = data.tasks.length + data.late.length === 0 && (data.approvals.length > 0 || bills !== undefined);
  return (
    <div className={css['main']}>
      {decides ? <div className={css['side']}>{waiting}</div> : <Tasks data={data} today={today} />}
      <div className={css['side']}>
        {decides ? null : waiting}
        {data.requests.length > 0 ? <RequestsPanel requests={data.requests} /> : null}
        {decides ? <NoTasks /> : null}
        <CampaignsPanel campaigns={data.campaigns} />
      </div>
    </div>
  );
}

function NoTasks() {
  const words = useMessages(portfolioWebMessages);
  return <Section title={words.tasks}><p className={css['quiet']}>{words.noTasks}</p></Section>;
}

/** 工作台: what is mine to do today, what is late, what waits for my decision. */
export function WorkbenchPage() {
  const words = useMessages(portfolioWebMessages);
  const formats = useFormats();
  const me = useOperation(getMe, {}).data;
  const query = useOperation(getWorkbench, {});
  const bills = useOperation(listPayables, {}, { enabled: me?.orgRole === 'finance' }).data?.invoices;
  const [demo, setDemo] = useState<Demo | undefined>();
  const today = dayIn(me?.timeZone ?? 'Asia/Shanghai');
  const any = useOperation(listCampaigns, { query: { limit: 1 } });
  const isFirst = any.data?.campaigns.length === 0;
  return (
    <Page title={words.title} meta={me ? [words.greeting(me.name, formats.day(today, true))] : []} verdict={query.data && any.data && !isFirst ? <Verdict data={query.data} bills={bills} today={today} /> : undefined}>
      <Loaded query={query} lines={8}>{(data) => (me && (any.data || any.error) ? <WorkbenchBody data={data} bills={bills} me={me} today={today} isFirst={isFirst} onDemo={setDemo} /> : null)}</Loaded>
      {demo ? <DemoDialog demo={demo} onClose={() => setDemo(undefined)} /> : null}
    </Page>
  );
}
