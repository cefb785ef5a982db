import { useEffect, useState } from 'react';
import { moveCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { mayMove } from '#features/campaign/campaign.rules.ts';
import { playbookEditMessages } from '#features/playbook/playbook.edit.web.messages.ts';
import { maySaveAsPlaybook } from '#features/playbook/playbook.policy.ts';
import { getMe } from '#features/account/account.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate, useSearch } from '#platform/web/navigation.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { useDownload } from '#platform/web/useDownload.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { Menu } from '#platform/web/ui/Menu.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { overviewMessages } from '../portfolio.overview.messages.ts';
import { EditBasics } from './EditBasics.tsx';
import { SaveAsPlaybook } from './SaveAsPlaybook.tsx';

/** 导出, 编辑信息, 变更记录, 另存为活动模板, 取消活动. */
export function OverviewActions({ campaign }: { readonly campaign: Campaign }) {
  const words = useMessages(overviewMessages).actions;
  const navigate = useNavigate();
  const [search, setSearch] = useSearch();
  const [dialog, setDialog] = useState<'edit' | 'cancel' | 'playbook' | undefined>();
  const { busy, download } = useDownload();
  const { writePlan, moveStage } = campaign.can;
  const playbook = useMessages(playbookEditMessages).save;
  const orgRole = useOperation(getMe, {}).data?.orgRole;
  const at = `/api/campaigns/${campaign.id}`;
  useEffect(() => {
    if (search['edit'] && writePlan) setDialog('edit');
  }, [search, writePlan]);
  const close = () => {
    setDialog(undefined);
    if (search['edit']) setSearch({ edit: undefined });
  };
  const more = [
    { key: 'history', label: words.history, icon: 'clock' as const, onSelect: () => navigate(`/campaigns/${campaign.id}/history`) },
    ...(orgRole && maySaveAsPlaybook(orgRole, campaign) ? [{ key: 'playbook', label: playbook.action, icon: 'list' as const, onSelect: () => setDialog('playbook') }] : []),
    ...(moveStage && mayMove(campaign.stage, 'cancelled') ? [{ key: 'cancel', label: words.cancel, danger: true, rule: true, onSelect: () => setDialog('cancel') }] : []),
  ];
  return (
    <>
      <Menu label={words.more} icon="more" items={more} />
      <Menu
        label={words.export}
        icon="download"
        items={[
          { key: 'overview', label: words.overviewPdf, onSelect: () => download(`${at}/overview.pdf`) },
          { key: 'budget', label: words.budgetXlsx, onSelect: () => download(`${at}/export/budget.xlsx`) },
          { key: 'schedule', label: words.scheduleXlsx, onSelect: () => download(`${at}/export/schedule.xlsx`) },
          { key: 'tables', label: words.tablesDocx, onSelect: () => download(`${at}/export/tables.docx`) },
          ...(campaign.stage === 'reviewing' || campaign.stage === 'archived' ? [{ key: 'evaluation', label: words.evaluationPdf, onSelect: () => download(`${at}/evaluation/report.pdf`) }] : []),
        ]}
      >
        {words.export}
      </Menu>
      {writePlan ? <Button icon="edit" onClick={() => setDialog('edit')}>{words.edit}</Button> : null}
      {busy ? <span className="visually-hidden" role="status">{words.export}</span> : null}
      {dialog === 'edit' ? <EditBasics campaign={campaign} onClose={close} /> : null}
      {dialog === 'playbook' ? <SaveAsPlaybook campaign={campaign} onClose={close} /> : null}
      {dialog === 'cancel' ? <CancelCampaign campaignId={campaign.id} onClose={close} /> : null}
    </>
  );
}

function CancelCampaign({ campaignId, onClose }: { readonly campaignId: string; readonly onClose: () => void }) {
  const words = useMessages(overviewMessages).cancel;
  const toast = useToast();
  const move = useAction(moveCampaign);
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() ? undefined : words.reasonMissing }),
    submit: ({ reason }) => move.mutateAsync({ params: { campaignId }, body: { to: 'cancelled', reason } }),
  });
  const done = () => {
    toast.show({ text: words.done });
    onClose();
  };
  return (
    <Dialog open title={words.title} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{words.keep}</Button><Button type="submit" form="cancel-campaign" kind="danger" busy={form.busy}>{words.confirm}</Button></>}>
      <Form form={form} formId="cancel-campaign" onDone={done}>
        <p>{words.text}</p>
        <TextAreaField label={words.reason} required rows={3} maxLength={500} {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}
