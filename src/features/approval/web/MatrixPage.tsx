import { useState } from 'react';
import type { ReactNode } from 'react';
import { callOperation } from '#platform/web/client.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { useOperation } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { FileDrop } from '#platform/web/ui/FileDrop.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded, Skeleton } from '#platform/web/ui/States.tsx';
import { needsLook } from '../approval.matrix.adopt.rules.ts';
import { approvalMatrixWebMessages } from '../approval.matrix.web.messages.ts';
import { listRoutes, readMatrix, type MatrixView, type RouteBook } from '../approval.route.contract.ts';
import { approvalRouteWebMessages } from '../approval.route.web.messages.ts';
import { MatrixReview } from './MatrixReview.tsx';
import { useMatrixReview } from './useMatrixReview.ts';
import css from './matrix.module.css';

const MAX_BYTES = 20 * 1024 * 1024;
const ENDINGS = ['.xlsx', '.docx', '.csv'];

function Upload({ onRead }: { readonly onRead: (view: MatrixView) => void }) {
  const texts = useMessages(approvalMatrixWebMessages);
  const locale = useLocale();
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const read = async ([file]: readonly File[]) => {
    if (!file) return;
    setReading(true);
    setProblem(undefined);
    try {
      onRead(await callOperation(readMatrix, { query: { name: file.name } }, { file }));
    } catch (error) {
      setProblem(error);
    } finally {
      setReading(false);
    }
  };
  return (
    <Section>
      <p className={css['hint']}>{texts.intro}</p>
      {problem ? <Banner tone="late">{problemText(problem, locale)}</Banner> : null}
      {reading ? <Skeleton lines={6} /> : <FileDrop label={texts.drop} hint={texts.dropHint} endings={ENDINGS} maxBytes={MAX_BYTES} onFiles={(files) => void read(files)} />}
    </Section>
  );
}

/** What a matrix looks like, for whoever has none at hand. */
function Example() {
  const texts = useMessages(approvalMatrixWebMessages);
  const [head = [], ...rows] = texts.exampleCells.split('\n').map((line) => line.split('|'));
  return (
    <Section title={texts.example}>
      <div className={css['example']} tabIndex={0} role="region" aria-label={texts.example}>
        <table>
          <thead><tr>{head.map((cell) => <th key={cell} scope="col">{cell}</th>)}</tr></thead>
          <tbody>{rows.map((row, index) => <tr key={index}>{row.map((cell, column) => <td key={column}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </Section>
  );
}

function Frame({ verdict, children }: { readonly verdict?: ReactNode; readonly children: ReactNode }) {
  const texts = useMessages(approvalMatrixWebMessages);
  const { title } = useMessages(approvalRouteWebMessages);
  return <Page title={texts.title} crumbs={[{ label: title, to: '/settings/approval-routes' }]} verdict={verdict}>{children}</Page>;
}

function Reviewed({ view, book, onOther }: { readonly view: MatrixView; readonly book: RouteBook; readonly onOther: () => void }) {
  const texts = useMessages(approvalMatrixWebMessages);
  const review = useMatrixReview(view, book);
  const look = review.rows.filter((row) => needsLook(row) && !review.choiceOf(row).chosen).length;
  const open = [review.missing.length > 0 ? texts.verdictMissing(review.missing.length) : '', look > 0 ? texts.verdictLook(look) : ''].filter(Boolean);
  return (
    <Frame verdict={<>{texts.verdict(review.rows.length, view.roles.length)}{open.length === 0 ? texts.verdictFine : <>{texts.verdictJoin}<em>{open.join(texts.verdictJoin)}</em>{texts.verdictEnd}</>}</>}>
      <MatrixReview view={view} review={review} book={book} onOther={onOther} />
    </Frame>
  );
}

/** 设置 → 审批路线 → 导入: a company's own authority matrix, read, reviewed, adopted. */
export function MatrixPage() {
  const query = useOperation(listRoutes, {});
  const [view, setView] = useState<MatrixView | undefined>();
  if (!view || !query.data) return <Frame><Loaded query={query} lines={4}>{() => <><Upload onRead={setView} /><Example /></>}</Loaded></Frame>;
  return <Reviewed view={view} book={query.data} onOther={() => setView(undefined)} />;
}
