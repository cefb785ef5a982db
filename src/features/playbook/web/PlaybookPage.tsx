import { useState } from 'react';
import { planListMessages } from '#features/plan/plan.lists.messages.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useNavigate, useParam, useSearch } from '#platform/web/navigation.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { useAction, useOperation } from '#platform/web/query.ts';
import { ClientProblem } from '#platform/web/client.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { Tabs } from '#platform/web/ui/Tabs.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { readPlaybook, savePlaybook, type Playbook } from '../playbook.contract.ts';
import { newRow, type EditList, type EditRow } from '../playbook.edit.rules.ts';
import { playbookEditMessages } from '../playbook.edit.web.messages.ts';
import { placeOf, playbookMessages } from '../playbook.messages.ts';
import { useEditColumns } from './editColumns.ts';
import { IssueList } from './ImportPlaybook.tsx';
import { PlaybookActs } from './PlaybookActs.tsx';
import { PlaybookBasics } from './PlaybookBasics.tsx';
import { GroupDuties, SectionTexts } from './PlaybookTexts.tsx';
import { usePlaybookDraft, type PlaybookDraft } from './usePlaybookDraft.ts';
import css from './playbook.module.css';

const TABS = ['basics', 'goals', 'lines', 'team', 'tasks', 'channels', 'materials', 'site', 'risks', 'survey', 'data', 'sections'] as const;
type Tab = (typeof TABS)[number];
/** The tables of each tab. */
const GRIDS: Readonly<Record<Tab, readonly EditList[]>> = {
  basics: [], goals: ['goals'], lines: ['lines'], team: ['areas'], tasks: ['tasks'], channels: ['personas', 'channels'], materials: ['materials'], site: ['steps', 'zones'], risks: ['risks'], survey: ['questions'], data: ['data'], sections: [],
};

interface Part {
  readonly draft: PlaybookDraft;
  readonly canEdit: boolean;
}

function ListGrid({ list, draft, canEdit }: Part & { readonly list: EditList }) {
  const words = useMessages(playbookEditMessages);
  const { lists } = useMessages(planListMessages);
  const columns = useEditColumns()[list];
  const title = list === 'goals' || list === 'tasks' || list === 'lines' ? words.edit.tabs[list] : list === 'areas' ? words.edit.areas : lists[list];
  return (
    <Section bare title={title}>
      <Grid<EditRow>
        label={title} rows={draft.rows[list]} columns={columns} onChange={draft.save[list]} readOnly={!canEdit} newRow={() => newRow(list)} rowNumber={words.columns.number}
        {...(list === 'lines' ? { footer: { category: { text: words.columns.total }, share: 'sum' as const } } : {})}
      />
    </Section>
  );
}

function TabPanel({ tab, draft, canEdit }: Part & { readonly tab: Tab }) {
  const words = useMessages(playbookEditMessages).edit;
  const hints = [...(tab === 'tasks' ? [words.afterHint] : []), ...(tab === 'lines' || tab === 'channels' ? [words.shareHint] : []), ...(['goals', 'tasks', 'channels', 'materials', 'data'].includes(tab) ? [words.whenHint] : [])];
  return (
    <>
      {canEdit && hints.length > 0 ? <p className={css['hint']}>{hints.join(' ')}</p> : null}
      {tab === 'basics' ? <PlaybookBasics draft={draft} canEdit={canEdit} /> : null}
      {tab === 'team' ? <GroupDuties draft={draft} canEdit={canEdit} /> : null}
      {tab === 'sections' ? <SectionTexts draft={draft} canEdit={canEdit} /> : null}
      {GRIDS[tab].map((list) => <ListGrid key={list} list={list} draft={draft} canEdit={canEdit} />)}
    </>
  );
}

/** What keeps the playbook from being saved, each with its place. */
function Faults({ draft }: Pick<Part, 'draft'>) {
  const words = useMessages(playbookMessages);
  const { faults } = useMessages(playbookEditMessages).edit;
  if (draft.faults.length === 0) return null;
  return (
    <Banner tone="warn">
      {faults(draft.faults.length)}
      <ul className={css['warnings']}>{draft.faults.slice(0, 8).map(({ code, path, data }) => <li key={path.join('.')}><b>{placeOf(words, path)}</b> {words.faults[code](data)}</li>)}</ul>
    </Banner>
  );
}

function Editor({ playbook: { playbook, content } }: { readonly playbook: Playbook }) {
  const words = useMessages(playbookEditMessages);
  const locale = useLocale();
  const navigate = useNavigate();
  const toast = useToast();
  const [search, setSearch] = useSearch();
  const save = useAction(savePlaybook);
  const [error, setError] = useState<unknown>();
  const draft = usePlaybookDraft(content);
  // The one that was opened, not the latest: what others save meanwhile is answered by the server, and never taken over what is being edited.
  const [revision, setRevision] = useState(playbook.revision);
  const canEdit = playbook.can.edit;
  const tab = TABS.find((one) => one === search['part']) ?? 'basics';
  const counts = (one: Tab) => (GRIDS[one].length > 0 ? { count: GRIDS[one].reduce((sum, list) => sum + draft.rows[list].length, 0) } : {});
  const run = async () => {
    setError(undefined);
    try {
      const saved = await save.mutateAsync({ params: { playbookKey: playbook.key }, body: { revision, content: draft.file } });
      setRevision(saved.revision);
      draft.saved();
      toast.show({ text: playbook.origin === 'builtIn' ? words.edit.savedOwn : words.edit.saved });
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Page
      wide
      title={playbook.name}
      crumbs={[{ label: words.edit.crumb, to: '/playbooks' }]}
      seal={<StateTag>{words.list.origins[playbook.origin]}</StateTag>}
      meta={[canEdit ? (playbook.origin === 'builtIn' ? words.edit.builtInHint : undefined) : words.edit.readOnly, draft.dirty ? words.edit.unsaved : undefined]}
      actions={(
        <>
          <PlaybookActs playbook={playbook} onGone={() => navigate('/playbooks')} />
          <LinkButton to={`/campaigns/new/${playbook.key}`}>{words.list.use}</LinkButton>
          {canEdit ? <Button kind="primary" busy={save.isPending} disabled={!draft.dirty || draft.faults.length > 0} onClick={() => void run()}>{words.edit.save}</Button> : null}
        </>
      )}
    >
      {error ? <Banner tone="late">{problemText(error, locale)}{error instanceof ClientProblem ? <IssueList problem={error} /> : null}</Banner> : null}
      {canEdit ? <Faults draft={draft} /> : null}
      <Tabs label={words.edit.parts} items={TABS.map((key) => ({ key, label: words.edit.tabs[key], ...counts(key) }))} value={tab} onChange={(part) => setSearch({ part })}>
        <TabPanel tab={tab} draft={draft} canEdit={canEdit} />
      </Tabs>
    </Page>
  );
}

/** One playbook: to read, and to edit for those who keep it. */
export function PlaybookPage() {
  const playbookKey = useParam('playbookKey');
  const query = useOperation(readPlaybook, { params: { playbookKey } });
  return <Loaded query={query} lines={10}>{(playbook) => <Editor key={playbookKey} playbook={playbook} />}</Loaded>;
}
