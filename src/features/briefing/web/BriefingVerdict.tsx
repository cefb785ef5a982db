import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { teamMessages } from '#features/team/team.messages.ts';
import type { Briefing } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import type { BriefingCan } from './useBriefing.ts';

/** What the person has to do, or how far the team is. The lead reads about the team first. */
export function BriefingVerdict({ briefing, can }: { readonly briefing: Briefing; readonly can: BriefingCan }) {
  const says = useMessages(briefingWebMessages).verdict;
  if (can.confirm && briefing.mine && !can.hold) return <Asked briefing={briefing} mine={briefing.mine} />;
  return <><Own briefing={briefing} /><Standing briefing={briefing} />{can.confirm && briefing.progress.confirmed > 0 ? <em>{says.ownOpen}</em> : null}</>;
}

function Asked({ briefing, mine }: { readonly briefing: Briefing; readonly mine: NonNullable<Briefing['mine']> }) {
  const says = useMessages(briefingWebMessages).verdict;
  const { groups } = useMessages(teamMessages);
  const formats = useFormats();
  const names = (of: typeof mine.groups) => formats.list(of.map((group) => groups[group]));
  if (mine.since === null) {
    const tasks = briefing.pages.filter(({ group }) => mine.groups.includes(group)).flatMap(({ page }) => page.tasks.map((task) => JSON.stringify(task)));
    return <>{says.first(briefing.number, names(mine.groups), new Set(tasks).size)}<em>{says.firstAsk}</em></>;
  }
  if (mine.changes.length > 0) return <>{says.changed(briefing.number, mine.since, mine.changes.length)}<em>{says.changedAsk}</em></>;
  if (mine.newGroups.length > 0) return <>{says.newGroup(names(mine.newGroups))}<em>{says.newGroupAsk}</em></>;
  return <>{says.same(briefing.number)}<em>{says.sameAsk}</em></>;
}

function Own({ briefing }: { readonly briefing: Briefing }) {
  const says = useMessages(briefingWebMessages).verdict;
  const formats = useFormats();
  const at = briefing.mine?.confirmedAt;
  return at ? <>{says.done(briefing.number, formats.dateTime(at))}</> : null;
}

function Standing({ briefing: { number, progress } }: { readonly briefing: Briefing }) {
  const says = useMessages(briefingWebMessages).verdict;
  const { groups } = useMessages(teamMessages);
  const formats = useFormats();
  if (progress.total === 0) return <>{says.nobody(number)}</>;
  if (progress.confirmed === 0) {
    const [approved, open] = says.notOne(number, progress.total);
    return <>{approved}<em>{open}</em></>;
  }
  if (progress.confirmed === progress.total) return <>{says.all(number, progress.total)}</>;
  const missing = progress.groups.filter((one) => one.confirmed < one.total).map((one) => says.missingGroup(groups[one.group], one.total - one.confirmed));
  return <>{says.some(number, progress.confirmed, progress.total)}<em>{says.missing(formats.list(missing))}</em></>;
}
