import type { ReactNode } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { freeAfter, type FrozenBalance, type FrozenRequest } from '../approval.content.rules.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import css from './approval.module.css';

/** The frozen request for money, its purpose being the title: the amount, what it is for, and the lines as they stood when it was asked (P2.3). */
export function RequestContent({ request, title }: { readonly request: FrozenRequest; readonly title: string }) {
  const words = useMessages(approvalWebMessages).content.request;
  const formats = useFormats();
  const { line, toLine, files } = request;
  const after = freeAfter(request);
  const asked = request.questions.flatMap((code) => words.questions[code as keyof typeof words.questions] ?? []);
  const facts: readonly { readonly label: string; readonly value: ReactNode }[] = [
    { label: words.payee, value: request.payee },
    { label: words.purpose, value: request.purpose === title ? '' : request.purpose },
    { label: words.effect, value: request.effect },
    { label: words.cause, value: [request.causeKind ? words.causes[request.causeKind] : '', request.cause].filter(Boolean).join(' · ') },
    { label: words.neededOn, value: request.neededOn ? formats.day(request.neededOn, true) : '' },
    { label: words.explanation, value: [asked.length > 0 ? words.asked(asked) : '', request.explanation].filter(Boolean).join('\n') },
    { label: words.files, value: files.length > 0 ? <ul>{files.map((file) => <li key={file.sha256 || file.name}>{file.name} <small className={css['size']}>{formats.fileSize(file.size)}</small></li>)}</ul> : '' },
  ];
  return (
    <Section title={words.title}>
      <dl className={`${css['facts'] ?? ''} ${css['short'] ?? ''}`}>
        <div><dt>{words.amount}</dt><dd className={css['sum']}>{formats.money(request.amountCents)}</dd></div>
        <div><dt>{toLine ? words.from : words.line}</dt><dd><LineFacts line={line} afterCents={after.lineCents} /></dd></div>
        {toLine && after.toLineCents !== null ? <div><dt>{words.to}</dt><dd><LineFacts line={toLine} afterCents={after.toLineCents} /></dd></div> : null}
        {facts.filter((fact) => fact.value !== '').map((fact) => <div key={fact.label}><dt>{fact.label}</dt><dd>{fact.value}</dd></div>)}
      </dl>
    </Section>
  );
}

function LineFacts({ line, afterCents }: { readonly line: FrozenBalance; readonly afterCents: number }) {
  const words = useMessages(approvalWebMessages).content.request;
  const formats = useFormats();
  const parts = [
    `${words.allocated} ${formats.money(line.allocatedCents)}`, `${words.spent} ${formats.money(line.spentCents)}`, `${words.committed} ${formats.money(line.committedCents)}`, `${words.reserved} ${formats.money(line.reservedCents)}`,
  ];
  return (
    <>
      <div>{line.name}{line.ownerText ? <small className={css['size']}> · {words.owner(line.ownerText)}</small> : null}</div>
      <div>{words.before} {formats.money(line.freeCents)}<span className={css['arrow']} /><b className={afterCents < 0 ? css['exceeds'] : undefined}>{formats.money(afterCents)}</b></div>
      <small className={css['size']}>{parts.join(' · ')}</small>
    </>
  );
}
