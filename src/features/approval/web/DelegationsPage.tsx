import { useState } from 'react';
import { getMe } from '#features/account/account.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { endDelegation, listDelegations, type Delegation } from '../approval.contract.ts';
import { chainsOf } from '../approval.chain.rules.ts';
import { delegationMessages } from '../approval.delegation.web.messages.ts';
import { DelegationDialog } from './DelegationDialog.tsx';
import css from './delegation.module.css';

type Delegations = OutputOf<typeof listDelegations>;

/** 审批委托: who decides for me while I am away, and for whom I stand in. */
export function DelegationsPage() {
  const query = together({ list: useOperation(listDelegations, {}), me: useOperation(getMe, {}) });
  return <Loaded query={query}>{({ list, me }) => <DelegationsView list={list} meId={me.id} />}</Loaded>;
}

function DelegationsView({ list, meId }: { readonly list: Delegations; readonly meId: string }) {
  const words = useMessages(delegationMessages);
  const [creating, setCreating] = useState(false);
  const { delegations, canForOthers } = list;
  const mine = delegations.filter((one) => one.fromId === meId);
  const toMe = delegations.filter((one) => one.toId === meId);
  const others = delegations.filter((one) => one.fromId !== meId && one.toId !== meId);
  const chains = chainsOf(delegations);
  const create = <Button kind="primary" icon="add" onClick={() => setCreating(true)}>{words.create}</Button>;
  return (
    <Page title={words.title} crumbs={[{ label: words.toApprovals, to: '/approvals' }]} verdict={<Verdict mine={mine} toMe={toMe} chains={chains} />} actions={mine.length + toMe.length + others.length > 0 ? create : null}>
      {chains.length > 0 ? (
        <Section title={words.chains}>
          <ul className={css['chains']}>{chains.map((names) => <li key={names.join()}><Chain names={names} /></li>)}</ul>
          <p className={css['hint']}>{words.chainHint}</p>
        </Section>
      ) : null}
      <Section title={words.mine}>
        {mine.length === 0 ? <EmptyState title={words.noMine} actions={others.length + toMe.length === 0 ? create : null}>{words.noMineText}</EmptyState> : <Rows rows={mine} />}
      </Section>
      <Section title={words.toMe}>{toMe.length === 0 ? <p className={css['hint']}>{words.noToMe}</p> : <Rows rows={toMe} />}</Section>
      {canForOthers ? <Section title={words.others}>{others.length === 0 ? <p className={css['hint']}>{words.noOthers}</p> : <Rows rows={others} />}</Section> : null}
      {creating ? <DelegationDialog today={list.today} meId={meId} forOthers={canForOthers} onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}

function Verdict({ mine, toMe, chains }: { readonly mine: readonly Delegation[]; readonly toMe: readonly Delegation[]; readonly chains: readonly (readonly string[])[] }) {
  const words = useMessages(delegationMessages).verdict;
  const formats = useFormats();
  const running = mine.find((one) => one.state === 'running');
  const [coming] = mine.filter((one) => one.state === 'coming').toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const last = running && chains.find((names) => names.includes(running.toName))?.at(-1);
  const standing = toMe.filter((one) => one.state === 'running').map((one) => one.fromName);
  return (
    <>
      {running ? words.away(running.toName, formats.day(running.toOn)) : coming ? words.coming(coming.toName, formats.day(coming.fromOn)) : words.none}
      {running && last && last !== running.toName ? ` ${words.onward(running.toName, last)}` : null}
      {standing.length > 0 ? ` ${words.standing(formats.list(standing))}` : null}
    </>
  );
}

/** 周正 → 吴迪 → 陈婧: the last one decides. */
function Chain({ names }: { readonly names: readonly string[] }) {
  const words = useMessages(delegationMessages);
  return <span className={css['chain']}>{names.map((name, index) => <span key={name}>{index > 0 ? <i>{words.arrow}</i> : null}{index === names.length - 1 ? <b>{name}</b> : name}</span>)}</span>;
}

function Rows({ rows }: { readonly rows: readonly Delegation[] }) {
  const words = useMessages(delegationMessages);
  const formats = useFormats();
  return (
    <ul className={css['rows']}>
      {rows.map((one) => (
        <li key={one.id}>
          <div>
            <b>{words.pair(one.fromName, one.toName)}</b>
            <span>{formats.days(one.fromOn, one.toOn, true)}</span>
            {one.reason ? <small>{one.reason}</small> : null}
          </div>
          <StateTag tone={one.state === 'running' ? 'doing' : 'plain'}>{words.states[one.state]}</StateTag>
          {one.can.end ? <End delegation={one} /> : null}
        </li>
      ))}
    </ul>
  );
}

function End({ delegation }: { readonly delegation: Delegation }) {
  const words = useMessages(delegationMessages);
  const toast = useToast();
  const end = useAction(endDelegation);
  const run = async () => {
    await end.mutateAsync({ params: { delegationId: delegation.id } });
    toast.show({ text: words.ended });
  };
  return <ConfirmAction small label={words.end} title={words.endTitle(delegation.fromName, delegation.toName)} onConfirm={run}><p>{delegation.state === 'running' ? words.endRunning : words.endComing}</p></ConfirmAction>;
}
