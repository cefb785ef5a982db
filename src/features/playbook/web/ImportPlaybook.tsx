import { useState } from 'react';
import type { Problem } from '#platform/shared/problem.ts';
import { callOperation, ClientProblem } from '#platform/web/client.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { useRefresh } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { SelectField } from '#platform/web/ui/Field.tsx';
import { FileDrop } from '#platform/web/ui/FileDrop.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { importPlaybook } from '../playbook.contract.ts';
import { playbookEditMessages } from '../playbook.edit.web.messages.ts';
import css from './playbook.module.css';

const LARGEST = 2 * 1024 * 1024;

/** Places that need mending, each with its sentence. */
export function IssueList({ problem }: { readonly problem: Problem }) {
  const issues = problem instanceof ClientProblem ? problem.issues : [];
  if (issues.length === 0) return null;
  return <ul className={css['warnings']}>{issues.map(({ path, message }) => <li key={`${path} ${message}`}><b>{path}</b> {message}</li>)}</ul>;
}

/** A playbook from a file; a scenario that is unknown here is chosen. */
export function ImportPlaybook({ scenarios, onClose }: { readonly scenarios: readonly Choice[]; readonly onClose: () => void }) {
  const words = useMessages(playbookEditMessages).import;
  const locale = useLocale();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const toast = useToast();
  const [file, setFile] = useState<File>();
  const [scenario, setScenario] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const unknown = error instanceof ClientProblem && error.code === 'playbook.scenario_unknown';
  const send = async (chosen: File, instead: string) => {
    setFile(chosen);
    setBusy(true);
    setError(undefined);
    try {
      const { key, name } = await callOperation(importPlaybook, { query: { name: chosen.name, ...(instead ? { scenario: instead } : {}) } }, { file: chosen });
      await refresh();
      toast.show({ text: words.done(name) });
      onClose();
      navigate(`/playbooks/${key}`);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open title={words.title} onClose={onClose}
      footer={<><Button onClick={onClose}>{words.close}</Button>{unknown && file ? <Button kind="primary" busy={busy} disabled={scenario === ''} onClick={() => void send(file, scenario)}>{words.again}</Button> : null}</>}
    >
      <FileDrop label={words.label} endings={['.json']} maxBytes={LARGEST} hint={words.hint} disabled={busy} onFiles={([chosen]) => (chosen ? void send(chosen, '') : undefined)} />
      {error ? <Banner tone="late">{problemText(error, locale)}{error instanceof ClientProblem ? <IssueList problem={error} /> : null}</Banner> : null}
      {unknown ? <SelectField label={words.scenario} name="scenario" placeholder={words.choose} choices={scenarios} value={scenario} onChange={setScenario} error={undefined} /> : null}
    </Dialog>
  );
}
