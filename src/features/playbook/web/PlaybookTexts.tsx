import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { planSectionMessages } from '#features/plan/plan.section.messages.ts';
import { SECTION_KEYS } from '#features/plan/plan.section.contract.ts';
import { teamMessages } from '#features/team/team.messages.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import type { PlaybookFile } from '../playbook.file.contract.ts';
import { playbookEditMessages } from '../playbook.edit.web.messages.ts';
import type { PlaybookDraft } from './usePlaybookDraft.ts';
import css from './playbook.module.css';

interface Part {
  readonly draft: PlaybookDraft;
  readonly canEdit: boolean;
}

const DUTIES_LIMIT = 1_000;
const WORKS_WITH_LIMIT = 500;
const SECTION_LIMIT = 20_000;
const TITLE_LIMIT = 60;

type Group = PlaybookFile['team']['groups'][number];

/** What each of the five groups does (P3.1), and how it works with the others (P3.2). */
export function GroupDuties({ draft, canEdit }: Part) {
  const { groups: names } = useMessages(teamMessages);
  const words = useMessages(playbookEditMessages).edit;
  const { team } = draft.content;
  const all = TEAM_GROUPS.map((group): Group => team.groups.find((row) => row.group === group) ?? { group, duties: '', worksWith: '' });
  const set = (group: Group['group'], patch: Partial<Group>) => {
    const groups = all.map((row) => (row.group === group ? { ...row, ...patch } : row)).filter(({ duties, worksWith }) => duties !== '' || worksWith !== '');
    draft.set({ team: { ...team, groups } });
  };
  return (
    <div className={css['basics']}>
      {all.map(({ group, duties, worksWith }) => (
        <div key={group} className={css['two']}>
          <TextAreaField label={words.dutiesOf(names[group])} name={group} rows={4} maxLength={DUTIES_LIMIT} disabled={!canEdit} error={undefined} value={duties} onChange={(text) => set(group, { duties: text })} />
          <TextAreaField label={words.worksWith(names[group])} name={`${group}-with`} rows={4} maxLength={WORKS_WITH_LIMIT} disabled={!canEdit} error={undefined} value={worksWith} onChange={(text) => set(group, { worksWith: text })} />
        </div>
      ))}
    </div>
  );
}

type SectionText = PlaybookFile['sections'][number];

/** The text of the plan's sections: the standard ones by their key, and the playbook's own. */
export function SectionTexts({ draft, canEdit }: Part) {
  const words = useMessages(playbookEditMessages).edit;
  const { names } = useMessages(planSectionMessages);
  const { sections } = draft.content;
  const isStandard = ({ key }: SectionText): boolean => (SECTION_KEYS as readonly string[]).includes(key);
  const own = sections.filter((section) => !isStandard(section));
  const setStandard = (key: string, text: string) => {
    const at = sections.findIndex((section) => section.key === key);
    draft.set({ sections: at === -1 ? [...sections.filter(isStandard), { key, title: '', text }, ...own] : sections.with(at, { key, title: '', text }) });
  };
  const setOwn = (section: SectionText, patch: Partial<SectionText>) => draft.set({ sections: sections.map((one) => (one === section ? { ...one, ...patch } : one)) });
  return (
    <div className={css['basics']}>
      {canEdit ? <p className={css['hint']}>{words.sectionHint} {words.placeholderHint}</p> : null}
      {SECTION_KEYS.map((key) => (
        <TextAreaField key={key} label={words.section(names[key])} name={key} rows={5} maxLength={SECTION_LIMIT} disabled={!canEdit} error={undefined} value={sections.find((section) => section.key === key)?.text ?? ''} onChange={(text) => setStandard(key, text)} />
      ))}
      {own.map((section, index) => (
        <fieldset key={index} className={css['asked']}>
          <legend>{words.ownSections}{canEdit ? <IconButton icon="remove" label={words.removeSection(section.title)} onClick={() => draft.set({ sections: sections.filter((one) => one !== section) })} /> : null}</legend>
          <TextField label={words.sectionTitle} name={`own-${index}-title`} maxLength={TITLE_LIMIT} disabled={!canEdit} error={undefined} value={section.title} onChange={(title) => setOwn(section, { title })} />
          <TextAreaField label={words.sectionText} name={`own-${index}-text`} rows={5} maxLength={SECTION_LIMIT} disabled={!canEdit} error={undefined} value={section.text} onChange={(text) => setOwn(section, { text })} />
        </fieldset>
      ))}
      {canEdit ? <div><Button icon="add" onClick={() => draft.set({ sections: [...sections, { key: 'own', title: '', text: '' }] })}>{words.addSection}</Button></div> : null}
    </div>
  );
}
