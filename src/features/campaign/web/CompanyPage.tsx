import { useState } from 'react';
import { getMe } from '#features/account/account.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { createScenario, listScenarios } from '../campaign.contract.ts';
import { campaignWebMessages } from '../campaign.web.messages.ts';
import css from './campaigns.module.css';

type Scenario = OutputOf<typeof listScenarios>['scenarios'][number];
const NAME_LIMIT = 30;

function ScenarioDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useMessages(campaignWebMessages).company;
  const create = useAction(createScenario);
  const toast = useToast();
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => ({ name: name.trim() ? undefined : words.nameMissing }),
    problemFields: { 'campaign.scenario_taken': 'name' },
    submit: async (body) => {
      await create.mutateAsync({ body });
      toast.show({ text: words.added(body.name.trim()) });
    },
  });
  return (
    <Dialog open dismissable={!form.dirty} title={words.addTitle} onClose={onClose}>
      <Form form={form} submitLabel={words.add} onCancel={onClose} onDone={onClose}>
        <TextField label={words.name} required maxLength={NAME_LIMIT} placeholder={words.placeholder} autoComplete="off" {...form.field('name')} />
      </Form>
    </Dialog>
  );
}

/** S1: five scenarios are built in; a company adds its own. */
function ScenariosSection({ canAdd }: { readonly canAdd: boolean }) {
  const words = useMessages(campaignWebMessages).company;
  const locale = useLocale();
  const query = useOperation(listScenarios, {});
  const [adding, setAdding] = useState(false);
  return (
    <Section title={words.scenarios} actions={canAdd ? <Button small icon="add" onClick={() => setAdding(true)}>{words.add}</Button> : undefined}>
      <p className={css['note']}>{words.scenariosHint}</p>
      <Loaded query={query} lines={5}>
        {({ scenarios }) => (
          <DataTable<Scenario>
            label={words.scenarios}
            rows={scenarios}
            rowKey={({ key }) => key}
            columns={[
              { key: 'name', title: words.name, heading: true, render: ({ nameZh, nameEn }) => (locale === 'en' ? nameEn : nameZh) },
              { key: 'kind', title: words.kind, width: '30%', render: ({ builtIn }) => (builtIn ? words.builtIn : <StateTag tone="doing">{words.own}</StateTag>) },
            ]}
          />
        )}
      </Loaded>
      {adding ? <ScenarioDialog onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

/** 设置 → 公司 */
export function CompanyPage() {
  const words = useMessages(campaignWebMessages).company;
  const me = useOperation(getMe, {});
  const mayAdd = (person: OutputOf<typeof getMe>) => createScenario.access.scope === 'company' && 'allow' in createScenario.access && createScenario.access.allow({ userId: person.id, name: person.name, orgRole: person.orgRole, departmentId: person.departmentId }, undefined);
  return (
    <Page title={words.title}>
      <Loaded query={me}>
        {(person) => (
          <>
            <Section title={words.facts}>
              <dl className={css['list']}>
                <dt>{words.companyName}</dt><dd>{person.companyName}</dd>
                <dt>{words.timeZone}</dt><dd>{person.timeZone}</dd>
              </dl>
            </Section>
            <ScenariosSection canAdd={mayAdd(person)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
