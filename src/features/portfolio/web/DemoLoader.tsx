import { useState } from 'react';
import { createDemo } from '#features/document/document.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction, useRefresh } from '#platform/web/query.ts';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { CopyButton } from '#platform/web/ui/CopyButton.tsx';
import { DataTable } from '#platform/web/ui/DataTable.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { portfolioWebMessages } from '../portfolio.web.messages.ts';
import css from './Workbench.module.css';

export type Demo = OutputOf<typeof createDemo>;

/** Loads the demo campaign and hands over its people and their password, which is known only now. */
export function DemoButton({ onLoaded }: { readonly onLoaded: (demo: Demo) => void }) {
  const words = useMessages(portfolioWebMessages).first;
  const load = useAction(createDemo);
  const toast = useToast();
  return <Button busy={load.isPending} onClick={() => void load.mutateAsync({}).then(onLoaded, toast.showError)}>{words.demo}</Button>;
}

export function DemoDialog({ demo, onClose }: { readonly demo: Demo; readonly onClose: () => void }) {
  const words = useMessages(portfolioWebMessages).demo;
  const refresh = useRefresh();
  const [closing, setClosing] = useState(false);
  const close = () => {
    setClosing(true);
    void refresh('all').then(onClose, onClose);
  };
  const copyWords = { copied: words.copied, failed: words.failed };
  const lines = demo.people.map(({ name, role, email }) => `${name} · ${role} · ${email}`).join('\n');
  return (
    <Dialog
      open={!closing}
      dismissable={false}
      title={words.title}
      onClose={close}
      footer={<><CopyButton text={words.text(lines, demo.password)} label={words.copyAll} {...copyWords} /><LinkButton kind="primary" to={`/campaigns/${demo.campaignId}`}>{words.open}</LinkButton></>}
    >
      <p>{words.body}</p>
      <div className={css['password']}><span>{words.password}</span><code>{demo.password}</code><CopyButton small text={demo.password} label={words.copyPassword} {...copyWords} /></div>
      <DataTable
        label={words.people}
        rows={demo.people}
        rowKey={({ email }) => email}
        columns={[
          { key: 'name', title: words.name, heading: true, render: ({ name }) => name },
          { key: 'role', title: words.role, render: ({ role }) => role },
          { key: 'email', title: words.email, render: ({ email }) => email },
        ]}
      />
    </Dialog>
  );
}
