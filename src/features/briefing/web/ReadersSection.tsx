import { teamMessages } from '#features/team/team.messages.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Progress } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { remindReaders, type ReaderView } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import css from './briefing.module.css';
import type { BriefingFacts } from './useBriefing.ts';

/** How far each group is; the lead sees who has not confirmed and reminds with one click. */
export function ReadersSection({ campaignId, briefing, can }: BriefingFacts) {
  const words = useMessages(briefingWebMessages).readers;
  const { groups } = useMessages(teamMessages);
  const { progress, readers } = briefing;
  return (
    <Section title={words.title} actions={<b className={css['count']}>{words.count(progress.confirmed, progress.total)}</b>}>
      <ul className={css['progress']}>
        {progress.groups.map(({ group, confirmed, total }) => (
          <li key={group}>
            <span>{groups[group]}</span>
            {total === 0 ? <small>{words.empty}</small> : <Progress label={words.bar(groups[group])} value={confirmed / total} tone={confirmed === total ? 'jade' : 'indigo'} />}
            <span className={css['figure']}>{total === 0 ? null : words.count(confirmed, total)}</span>
          </li>
        ))}
      </ul>
      {readers ? <Waiting campaignId={campaignId} readers={readers} holds={can.hold} meId={can.hold ? readers.find((reader) => reader.groups.includes('lead'))?.userId : undefined} /> : null}
    </Section>
  );
}

function Waiting({ campaignId, readers, holds, meId }: { readonly campaignId: string; readonly readers: readonly ReaderView[]; readonly holds: boolean; readonly meId: string | undefined }) {
  const words = useMessages(briefingWebMessages).readers;
  const formats = useFormats();
  const remind = useReminder(campaignId);
  const waiting = readers.filter((reader) => reader.confirmedAt === null);
  const done = readers.filter((reader) => reader.confirmedAt !== null);
  // The lead is not reminded by themselves.
  const others = waiting.filter((reader) => reader.userId !== meId);
  return (
    <>
      {waiting.length === 0 ? <p className={css['allDone']}>{words.allDone}</p> : (
        <>
          <h3 className={css['sub']}>{words.waiting(waiting.length)}</h3>
          <ul className={css['people']}>
            {waiting.map((reader) => (
              <li key={reader.userId}>
                <Person reader={reader} more={reader.remindedAt ? words.reminded(formats.ago(reader.remindedAt)) : words.never} />
                {holds && reader.userId !== meId ? <Button kind="quiet" small aria-label={words.remind(reader.name)} onClick={() => void remind.run([reader.userId])}>{words.remindOne}</Button> : null}
              </li>
            ))}
          </ul>
          {holds && others.length > 0 ? <Button icon="bell" busy={remind.busy} onClick={() => void remind.run()}>{words.remindAll(others.length)}</Button> : null}
        </>
      )}
      {done.length > 0 ? (
        <details className={css['done']}>
          <summary>{words.done(done.length)}</summary>
          <ul className={css['people']}>{done.map((reader) => <li key={reader.userId}><Person reader={reader} more={formats.dateTime(reader.confirmedAt)} /></li>)}</ul>
        </details>
      ) : null}
    </>
  );
}

function Person({ reader, more }: { readonly reader: ReaderView; readonly more: string }) {
  const { groups } = useMessages(teamMessages);
  return <span className={css['person']}><b>{reader.name}</b><small>{[...reader.groups.map((group) => groups[group]), more].join(' · ')}</small></span>;
}

/** Reminds all who have not confirmed, or one; says whom, and whom not because they were reminded a moment ago. */
function useReminder(campaignId: string): { readonly busy: boolean; readonly run: (userIds?: string[]) => Promise<void> } {
  const words = useMessages(briefingWebMessages).readers;
  const formats = useFormats();
  const toast = useToast();
  const remind = useAction(remindReaders);
  const run = async (userIds?: string[]) => {
    try {
      const { reminded, spared } = await remind.mutateAsync({ params: { campaignId }, body: userIds ? { userIds } : {} });
      const said = [reminded.length > 0 ? words.remindedNow(formats.list(reminded)) : '', spared.length > 0 ? words.spared(formats.list(spared)) : ''];
      toast.show({ text: said.filter(Boolean).join(words.join) });
    } catch (error) {
      toast.showError(error);
    }
  };
  return { busy: remind.isPending, run };
}
