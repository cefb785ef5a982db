import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Hash } from '#platform/web/ui/Hash.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { Archive } from '../archive.contract.ts';
import { archiveWebMessages } from '../archive.web.messages.ts';
import css from './archive.module.css';

type File = Archive['files'][number];

/** The manifest as a table. */
export function ArchivedFiles({ archive }: { readonly archive: Archive }) {
  const words = useMessages(archiveWebMessages);
  const formats = useFormats();
  const columns: DataColumn<File>[] = [
    { key: 'path', title: words.files.name, heading: true, render: (file) => file.path },
    { key: 'size', title: words.files.size, align: 'end', render: (file) => formats.fileSize(file.size) },
    { key: 'hash', title: words.files.hash, width: '38%', render: (file) => <Hash value={file.sha256} /> },
  ];
  return (
    <Section title={words.files.title} actions={<span className={css['hint']}>{words.files.count(archive.files.length)}</span>}>
      <DataTable label={words.files.title} columns={columns} rows={archive.files} rowKey={(file) => file.path} />
      <p className={css['whole']}><span>{words.whole}</span><Hash value={archive.sha256} /></p>
    </Section>
  );
}
