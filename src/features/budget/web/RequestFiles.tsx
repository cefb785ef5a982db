import { useEffect, useRef, useState } from 'react';
import { callOperation } from '#platform/web/client.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { FileDrop } from '#platform/web/ui/FileDrop.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { draftWebMessages } from '../budget.draft.web.messages.ts';
import { uploadFile, type RequestDetail } from '../budget.request.contract.ts';
import { budgetAddress } from './budgetAddress.ts';
import css from './request.module.css';

export type FileView = RequestDetail['files'][number];

/** The server's own limit for one upload, and what it takes as a paper. */
const MAX_BYTES = 20 * 1024 * 1024;
const PAPERS = ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.heic', '.ofd', '.docx', '.xlsx'];

/** A file by its name; it opens beside the page. */
export function FileLink({ campaignId, file }: { readonly campaignId: string; readonly file: { readonly id: string; readonly name: string } }) {
  return <a className={css['file']} href={budgetAddress.file(campaignId, file.id)} target="_blank" rel="noopener"><Icon name="file" /><span>{file.name}</span></a>;
}

interface Upload {
  readonly key: string;
  readonly file: File;
  readonly error?: unknown;
}

export interface RequestFilesProps {
  readonly campaignId: string;
  readonly value: readonly FileView[];
  readonly onChange: (files: readonly FileView[]) => void;
  readonly onBusy: (busy: boolean) => void;
  readonly error?: string | undefined;
  /** One file at most. */
  readonly single?: boolean;
  readonly label?: string;
  readonly hint?: string;
}

function useUploads({ campaignId, value, onChange, onBusy, single = false }: RequestFilesProps) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  // Uploads end in any order: each adds to what is there then.
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  });
  const busy = uploads.some(({ error }) => error === undefined);
  useEffect(() => onBusy(busy), [busy, onBusy]);
  const drop = (key: string) => setUploads((now) => now.filter((upload) => upload.key !== key));
  const send = async ({ key, file }: Upload) => {
    setUploads((now) => [...now.filter((upload) => upload.key !== key), { key, file }]);
    try {
      const view = await callOperation(uploadFile, { params: { campaignId }, query: { name: file.name } }, { file });
      const next = single ? [view] : [...latest.current.value, view];
      latest.current = { ...latest.current, value: next };
      latest.current.onChange(next);
      drop(key);
    } catch (error) {
      setUploads((now) => now.map((upload) => (upload.key === key ? { ...upload, error } : upload)));
    }
  };
  return { uploads, drop, send, add: (files: readonly File[]) => files.forEach((file) => void send({ key: crypto.randomUUID(), file })) };
}

/** Files go up as soon as they are chosen; the request is saved with what has arrived. */
export function RequestFiles(props: RequestFilesProps) {
  const { campaignId, value, onChange, error, single = false } = props;
  const words = useMessages(draftWebMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { uploads, drop, send, add } = useUploads(props);
  const label = props.label ?? words.files;
  return (
    <div className={css['files']}>
      <span className={css['label']}>{label}</span>
      {value.length + uploads.length > 0 ? (
        <ul>
          {value.map((file) => (
            <li key={file.id}>
              <FileLink campaignId={campaignId} file={file} />
              <small>{formats.fileSize(file.size)}</small>
              <IconButton icon="close" small label={words.removeFile(file.name)} onClick={() => onChange(value.filter(({ id }) => id !== file.id))} />
            </li>
          ))}
          {uploads.map((upload) => (
            <li key={upload.key}>
              <span className={css['file']}><Icon name="upload" /><span>{upload.file.name}</span></span>
              {upload.error === undefined ? <small role="status">{words.uploading}</small> : (
                <>
                  <small className={css['wrong']} role="alert">{problemText(upload.error, locale)}</small>
                  <Button small onClick={() => void send(upload)}>{words.uploadAgain}</Button>
                  <IconButton icon="close" small label={words.removeFile(upload.file.name)} onClick={() => drop(upload.key)} />
                </>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {single && value.length > 0 ? null : <FileDrop label={label} endings={PAPERS} maxBytes={MAX_BYTES} multiple={!single} hint={props.hint ?? words.filesHint} onFiles={add} />}
      {error ? <span className={css['wrong']}><Icon name="warn" size={12} />{error}</span> : null}
    </div>
  );
}
