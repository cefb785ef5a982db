import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Progress } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { Evaluation } from '../evaluation.contract.ts';
import { evaluationWebMessages } from '../evaluation.web.messages.ts';
import css from './evaluation.module.css';

/** How much of the schedule was done; cancelled tasks are not part of the whole. */
export function ScheduleResult({ campaignId, schedule: { total, done, delayed, cancelled, onTime, judged } }: { readonly campaignId: string; readonly schedule: Evaluation['schedule'] }) {
  const words = useMessages(evaluationWebMessages).schedule;
  const formats = useFormats();
  const share = total === 0 ? null : done / total;
  const facts = [
    { label: words.done, text: words.ofTotal(done, total), off: false },
    { label: words.rate, text: formats.percent(share, 1), off: false },
    { label: words.onTime, text: judged === 0 ? formats.percent(null) : words.share(formats.percent(onTime / judged, 1), onTime, judged), off: false },
    { label: words.delayed, text: formats.number(delayed), off: delayed > 0 },
    { label: words.cancelled, text: formats.number(cancelled), off: false },
  ];
  return (
    <Section title={words.title} actions={<Link to={`/campaigns/${campaignId}/schedule`}>{words.all}</Link>}>
      <Progress label={words.bar} value={share} tone={share === 1 ? 'jade' : 'indigo'} />
      <dl className={css['figures']}>
        {facts.map((fact) => <div key={fact.label}><dt>{fact.label}</dt><dd className={fact.off ? css['over'] : ''}>{fact.text}</dd></div>)}
      </dl>
    </Section>
  );
}
