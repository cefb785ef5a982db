import { useId, useState } from 'react';
import { useFormats, useMessages } from '../i18n.tsx';
import { webMessages } from '../web.messages.ts';
import { Banner } from './Banner.tsx';
import { Icon } from './Icon.tsx';
import css from './FileDrop.module.css';

export interface FileDropProps {
  /** Its name: what the files are for. */
  readonly label: string;
  /** Endings, with the dot. Empty takes all. */
  readonly endings: readonly string[];
  readonly maxBytes: number;
  readonly multiple?: boolean;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A place to drop or choose files. What cannot be taken is said by name; the rest goes on. */
export function FileDrop({ label, endings, maxBytes, multiple = false, hint, disabled = false, onFiles }: FileDropProps) {
  const words = useMessages(webMessages).drop;
  const formats = useFormats();
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    const wrong: string[] = [];
    const good = files.filter((file) => {
      if (endings.length > 0 && !endings.some((ending) => file.name.toLowerCase().endsWith(ending))) wrong.push(words.wrongKind(file.name, formats.list(endings)));
      else if (file.size > maxBytes) wrong.push(words.tooLarge(file.name, formats.fileSize(maxBytes)));
      else return true;
      return false;
    });
    if (!multiple && good.length > 1) wrong.push(words.onlyOne);
    setRefused(wrong);
    if (good.length > 0 && (multiple || good.length === 1)) onFiles(good);
  };
  return (
    <div>
      <div className={css['drop']} data-over={over || undefined} onDragEnter={() => setOver(true)} onDragLeave={() => setOver(false)} onDrop={() => setOver(false)}>
        <Icon name="upload" size={24} />
        <span><b>{over ? words.release : words.hint}</b></span>
        {hint ? <small id={id}>{hint}</small> : null}
        <input
          type="file"
          aria-label={label}
          aria-describedby={hint ? id : undefined}
          accept={endings.join(',')}
          multiple={multiple}
          disabled={disabled}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </div>
      {refused.map((text) => <Banner key={text} tone="warn">{text}</Banner>)}
    </div>
  );
}
