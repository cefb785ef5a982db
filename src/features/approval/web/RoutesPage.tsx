import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { approvalMessages } from '../approval.messages.ts';
import { findingsOf, type Finding } from '../approval.route.check.rules.ts';
import { deleteRoute, listRoutes, saveRoute, type RouteBook, type RouteFields, type RouteView } from '../approval.route.contract.ts';
import { APPROVAL_KINDS, inOrder, type ApprovalKind } from '../approval.route.rules.ts';
import { approvalRouteWebMessages } from '../approval.route.web.messages.ts';
import { fieldsOf } from './route-draft.ts';
import { RouteDialog } from './RouteDialog.tsx';
import { RouteLine } from './RouteLine.tsx';
import { TryPanel } from './TryPanel.tsx';
import { useRouteWords, type RouteWords } from './useRouteWords.ts';
import css from './routes.module.css';

/** Saves from the dialog, with the way back. */
function useSaving() {
  const words = useMessages(approvalRouteWebMessages);
  const toast = useToast();
  const [save, remove] = [useAction(saveRoute), useAction(deleteRoute)];
  return async (route: RouteView | undefined, fields: RouteFields, revision: number | null) => {
    const params = { routeId: route?.id ?? crypto.randomUUID() };
    const made = await save.mutateAsync({ params, body: { ...fields, revision } });
    const undo = route && revision !== null ? () => save.mutateAsync({ params, body: { ...fieldsOf(route), revision: made.revision } }) : () => remove.mutateAsync({ params, query: { revision: made.revision } });
    toast.show({ text: route ? words.saved : words.added, undo });
  };
}

interface KindSectionProps {
  readonly kind: ApprovalKind;
  readonly book: RouteBook;
  readonly findings: readonly Finding[];
  readonly words: RouteWords;
  readonly onAdd: () => void;
  readonly onEdit: (route: RouteView) => void;
}

function KindSection({ kind, book, findings, words, onAdd, onEdit }: KindSectionProps) {
  const texts = useMessages(approvalRouteWebMessages);
  const { kinds } = useMessages(approvalMessages);
  const routes = inOrder(book.routes.filter((route) => route.kind === kind));
  const own = (route: RouteView) => findings.filter((finding) => 'routeId' in finding && finding.routeId === route.id);
  const general = findings.filter((finding) => !('routeId' in finding));
  return (
    <Section title={kinds[kind]} actions={book.can.edit ? <Button small kind="quiet" icon="add" aria-label={texts.addTo(kinds[kind])} onClick={onAdd}>{texts.add}</Button> : undefined}>
      {routes.length > 0 ? (
        <ol className={css['routes']} aria-label={texts.of(kinds[kind])}>
          {routes.map((route) => <RouteLine key={route.id} route={route} peers={routes} findings={own(route)} words={words} onEdit={book.can.edit ? () => onEdit(route) : undefined} />)}
        </ol>
      ) : <p className={css['fallback']}>{texts.fallback}</p>}
      {routes.length > 0 ? general.map((finding, index) => <p key={index} className={`${css['note']} ${css['general']}`}><Icon name="warn" size={12} />{words.finding(finding)}</p>) : null}
    </Section>
  );
}

function Book({ book }: { readonly book: RouteBook }) {
  const texts = useMessages(approvalRouteWebMessages);
  const words = useRouteWords(book);
  const save = useSaving();
  const [open, setOpen] = useState<{ readonly kind: ApprovalKind; readonly route?: RouteView } | undefined>();
  const findings = new Map(APPROVAL_KINDS.map((kind) => [kind, findingsOf(kind, book.routes, book)]));
  return (
    <>
      <Section title={texts.trial.title}><TryPanel book={book} words={words} /></Section>
      {APPROVAL_KINDS.map((kind) => (
        <KindSection key={kind} kind={kind} book={book} findings={findings.get(kind) ?? []} words={words} onAdd={() => setOpen({ kind })} onEdit={(route) => setOpen({ kind, route })} />
      ))}
      {open ? (
        <RouteDialog
          title={open.route ? texts.dialog.edit : texts.dialog.add} book={book} kind={open.kind} route={open.route} initial={open.route}
          onSave={(fields, revision) => save(open.route, fields, revision)} onClose={() => setOpen(undefined)}
        />
      ) : null}
    </>
  );
}

function Verdict({ book }: { readonly book: RouteBook }) {
  const texts = useMessages(approvalRouteWebMessages);
  const count = APPROVAL_KINDS.flatMap((kind) => findingsOf(kind, book.routes, book)).length;
  const kinds = new Set(book.routes.map((route) => route.kind)).size;
  return <>{texts.verdict(book.routes.length, kinds)}{count === 0 ? texts.verdictFine : <>{texts.verdictBut}<em>{texts.verdictFindings(count)}</em>{texts.verdictEnd}</>}</>;
}

/** 设置 → 审批路线: who approves what, as data (P2.3, P4.2). Administrators write it; management and finance read it. */
export function RoutesPage() {
  const texts = useMessages(approvalRouteWebMessages);
  const query = useOperation(listRoutes, {});
  const book = query.data;
  return (
    <Page
      title={texts.title}
      verdict={book ? <Verdict book={book} /> : undefined}
      meta={[texts.meta, book && !book.can.edit ? texts.readOnly : '']}
      actions={book?.can.edit ? <LinkButton icon="upload" to="/settings/approval-routes/import">{texts.import}</LinkButton> : undefined}
    >
      <Loaded query={query} lines={8}>{(loaded) => <Book book={loaded} />}</Loaded>
    </Page>
  );
}
