import { getCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { isRunning } from '#features/campaign/campaign.rules.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import { useRowsOperation } from '#platform/web/grid/useRowsOperation.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useParam } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { editGoals, goalFields, listGoals, type Goal } from '../goal.contract.ts';
import { goalsStanding } from '../goal.rules.ts';
import { goalWebMessages, type GoalWords } from '../goal.web.messages.ts';
import { useGoalColumns } from './goalColumns.tsx';
import css from './goal.module.css';

type Goals = OutputOf<typeof listGoals>;

const FIELDS = Object.keys(goalFields.shape);
const newRow = () => ({ metric: '', kind: 'count', unit: '', direction: 'up', target: 0, actual: null, note: '' });

/** What may be done here now, in one line. */
function stateText({ state }: GoalWords, { stage }: Campaign, can: Goals['can']): string {
  if (can.write) return state.draft;
  if (stage === 'draft') return state.notPlanner;
  if (stage === 'submitted') return state.frozen;
  if (stage === 'archived' || stage === 'cancelled') return state[stage];
  return can.record ? state.record : state.read;
}

/** How many goals, how many reached, which is furthest behind. */
function GoalsVerdict({ goals, campaign }: { readonly goals: readonly Goal[]; readonly campaign: Campaign }) {
  const words = useMessages(goalWebMessages).verdict;
  const formats = useFormats();
  const { count, measured, reached, behind } = goalsStanding(goals);
  if (measured === 0) {
    const unset = goals.filter((goal) => goal.target === 0).map((goal) => goal.metric);
    return <>{campaign.stage === 'draft' ? words.draft(count) : words.planned(count)}{unset.length > 0 ? <em>{words.noTarget(formats.list(unset))}</em> : null}</>;
  }
  if (reached === count) return words.all(count);
  return <>{words.measured(reached, measured, count)}{behind ? <em>{words.behind(behind.metric, formats.percent(behind.attainment, 1))}</em> : null}</>;
}

function Preview({ words }: { readonly words: GoalWords }) {
  return <ul className={css['preview']}>{words.empty.sample.map((metric, index) => <li key={metric}><span>{metric}</span><span>{words.empty.samples[index]}</span></li>)}</ul>;
}

function GoalsContent({ campaign, found }: { readonly campaign: Campaign; readonly found: Goals }) {
  const words = useMessages(goalWebMessages);
  const { goals, can } = found;
  const columns = useGoalColumns(can.write, can.record);
  const save = useRowsOperation(editGoals, campaign.id, FIELDS);
  const isEmpty = goals.length === 0;
  return (
    <>
      {isEmpty ? (
        <Section>
          <EmptyState title={words.empty.title} preview={<Preview words={words} />} actions={can.write ? <LinkButton kind="primary" to={`/campaigns/${campaign.id}/import`}>{words.empty.import}</LinkButton> : undefined}>
            {can.write ? words.empty.text : words.empty.readOnly}
          </EmptyState>
        </Section>
      ) : null}
      {isEmpty && !can.write ? null : (
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
      verdict={hasGoals ? <GoalsVerdict goals={data.found.goals} campaign={data.campaign} /> : undefined}
      actions={data?.found.can.write && !isRunning(data.campaign.stage) && hasGoals ? <LinkButton to={`/campaigns/${campaignId}/import`}>{words.actions.import}</LinkButton> : undefined}
    >
      <Loaded query={query} lines={6}>{(loaded) => <GoalsContent {...loaded} />}</Loaded>
    </Page>
  );
}
