import { useCallback, useEffect, useRef } from 'react';
import { getCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { isClosed, isRunning } from '#features/campaign/campaign.rules.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import { useRowsOperation } from '#platform/web/grid/useRowsOperation.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useParam, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { editGoals, goalFields, listGoals, type Goal } from '../goal.contract.ts';
import { goalsStanding, OPEN_GOAL } from '../goal.rules.ts';
import { smartMessages } from '../goal.smart.messages.ts';
import { lettersHeld, SMART_LETTERS } from '../goal.smart.rules.ts';
import { goalWebMessages, type GoalWords } from '../goal.web.messages.ts';
import { GoalExamples } from './GoalExamples.tsx';
import { GoalPanel } from './GoalPanel.tsx';
import { useGoalColumns } from './goalColumns.tsx';
import { useJudge } from './useJudge.ts';
import css from './goal.module.css';

type Goals = OutputOf<typeof listGoals>;

const FIELDS = Object.keys(goalFields.shape);
const newRow = () => ({ ...OPEN_GOAL });

/** What may be done here now, in one line. */
function stateText({ state }: GoalWords, { stage }: Campaign, can: Goals['can']): string {
  if (can.write) return state.draft;
  if (stage === 'draft') return state.notPlanner;
  if (stage === 'submitted') return state.frozen;
  if (stage === 'archived' || stage === 'cancelled') return state[stage];
  return can.record ? state.record : state.read;
}

/** How many goals, how sound they are, how many reached, which is furthest behind. */
function GoalsVerdict({ found, campaign }: { readonly found: Goals; readonly campaign: Campaign }) {
  const words = useMessages(goalWebMessages).verdict;
  const { letters } = useMessages(smartMessages);
  const formats = useFormats();
  const { goals } = found;
  const { count, measured, reached, behind } = goalsStanding(goals);
  if (measured > 0) return reached === count ? words.all(count) : <>{words.measured(reached, measured, count)}{behind ? <em>{words.behind(behind.metric, formats.percent(behind.attainment, 1))}</em> : null}</>;
  if (campaign.stage !== 'draft') return words.planned(count);
  const unset = goals.filter((goal) => goal.smart.M.code === 'target_missing').map((goal) => goal.metric);
  const lacking = goals.find((goal) => lettersHeld(goal.smart) < SMART_LETTERS.length);
  const missing = lacking ? SMART_LETTERS.filter((letter) => !lacking.smart[letter].ok).map((letter) => letters[letter]) : [];
  return (
    <>
      {words.draft(count, goals.filter((goal) => goal.level === 'key').length)}
      {words.smart(goals.filter((goal) => lettersHeld(goal.smart) === SMART_LETTERS.length).length, count)}
      {unset.length > 0 ? <em>{words.noTarget(formats.list(unset))}</em> : lacking ? <em>{words.lacking(lacking.metric, formats.list(missing))}</em> : null}
    </>
  );
}

function Empty({ campaign, canWrite }: { readonly campaign: Campaign; readonly canWrite: boolean }) {
  const words = useMessages(goalWebMessages).empty;
  return (
    <Section>
      <EmptyState title={words.title} actions={canWrite ? <><GoalExamples campaignId={campaign.id} /><LinkButton to={`/campaigns/${campaign.id}/import`}>{words.import}</LinkButton></> : undefined}>
        {canWrite ? words.text : words.readOnly}
      </EmptyState>
    </Section>
  );
}

function GoalsContent({ campaign, found }: { readonly campaign: Campaign; readonly found: Goals }) {
  const words = useMessages(goalWebMessages);
  const { goals, can } = found;
  const [search, setSearch] = useSearch();
  const judge = useJudge(campaign, found.past);
  const running = isRunning(campaign.stage) || isClosed(campaign.stage);
  const latest = useRef(setSearch);
  useEffect(() => {
    latest.current = setSearch;
  });
  const open = useCallback((id: string) => latest.current({ goal: id }), []);
  const columns = useGoalColumns({ judge, can, running, onOpen: open });
  const save = useRowsOperation(editGoals, campaign.id, FIELDS);
  const opened = goals.find((goal) => goal.id === search['goal']);
  return (
    <>
      {goals.length === 0 ? <Empty campaign={campaign} canWrite={can.write} /> : null}
      {goals.length === 0 && !can.write ? null : (
        <Section bare title={words.table} actions={<span className={css['hint']}>{stateText(words, campaign, can)}</span>}>
          <Grid<Goal>
            label={words.table}
            rows={goals}
            columns={columns}
            onChange={save}
            readOnly={!can.write && !can.record}
            canInsert={can.write}
            canDelete={can.write}
            canMove={can.write}
            newRow={newRow}
            rowNumber={words.columns.number}
          />
        </Section>
      )}
      {opened ? <GoalPanel key={opened.id} goal={opened} judge={judge} can={can} running={running} onClose={() => setSearch({ goal: undefined })} /> : null}
    </>
  );
}

/** P1: what the campaign is to reach, and while it runs how far it has come. */
export function GoalsPage() {
  const campaignId = useParam('campaignId');
  const words = useMessages(goalWebMessages);
  const query = together({
    campaign: useOperation(getCampaign, { params: { campaignId } }),
    found: useOperation(listGoals, { params: { campaignId } }),
  });
  const { data } = query;
  const hasGoals = data !== undefined && data.found.goals.length > 0;
  return (
    <Page
      wide
      title={words.title}
      crumbs={data ? [{ label: data.campaign.name, to: `/campaigns/${campaignId}` }, { label: words.part }] : []}
      verdict={hasGoals ? <GoalsVerdict found={data.found} campaign={data.campaign} /> : undefined}
      actions={data?.found.can.write && hasGoals ? <><LinkButton kind="quiet" to="/settings/metrics">{words.actions.metrics}</LinkButton><LinkButton to={`/campaigns/${campaignId}/import`}>{words.actions.import}</LinkButton></> : undefined}
    >
      <Loaded query={query} lines={6}>{(loaded) => <GoalsContent {...loaded} />}</Loaded>
    </Page>
  );
}
