import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useEditorState, type Editor } from '@tiptap/react';
import { useMessages } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { webMessages } from '#platform/web/web.messages.ts';
import { planDocumentWebMessages } from '../plan.document.web.messages.ts';
import { isSafeAddress } from '../plan.section.rules.ts';
import css from './document.module.css';

/** Drawn on a 16-unit square like the other icons. */
const SHAPES = {
  heading: 'M3.500 3v10M9.500 3v10M3.500 8h6M12.500 7.500l1.500-1v6.500',
  subheading: 'M3.500 4.500v7M8 4.500v7M3.500 8H8M10.800 8.500c.2-2.200 3.200-1.800 2.900.2-.2 1.200-2.900 2.500-2.900 2.800h3',
  bold: 'M4.500 3h4a2.400 2.400 0 0 1 0 4.800h-4zM4.500 7.800h4.700a2.600 2.600 0 0 1 0 5.200H4.500z',
  italic: 'M7 3h5M4 13h5M9.500 3l-3 10',
  underline: 'M4.500 3v4.500a3.500 3.500 0 0 0 7 0V3M3.500 13.500h9',
  bullets: 'M6 4h7.500M6 8h7.500M6 12h7.500M2.800 4h.01M2.800 8h.01M2.800 12h.01',
  numbers: 'M7 4h6.500M7 8h6.500M7 12h6.500M2.500 3l1-.5V6M2.300 10c.6-1 2-.6 1.700.4-.2.600-1.700 1.500-1.700 1.900H4.200',
  quote: 'M2.500 4h11M2.500 12.500h11M6 6.800h7.500M6 9.600h7.500M3 6.500v3.500',
  link: 'M6.800 9.200a2.500 2.500 0 0 0 3.600 0l2.200-2.200a2.500 2.500 0 0 0-3.600-3.600l-.8.8M9.200 6.800a2.500 2.500 0 0 0-3.600 0L3.400 9a2.500 2.500 0 0 0 3.600 3.600l.8-.8',
  undo: 'M5.500 3L2.800 5.800l2.700 2.700M3 5.800h6.500a3.600 3.600 0 0 1 0 7.200H6',
  redo: 'M10.500 3l2.700 2.800-2.700 2.700M13 5.800H6.500a3.600 3.600 0 0 0 0 7.200H10',
} as const;
type Tool = keyof typeof SHAPES;

const runs: Record<Exclude<Tool, 'link'>, (editor: Editor) => void> = {
  heading: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  subheading: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  underline: (editor) => editor.chain().focus().toggleUnderline().run(),
  bullets: (editor) => editor.chain().focus().toggleBulletList().run(),
  numbers: (editor) => editor.chain().focus().toggleOrderedList().run(),
  quote: (editor) => editor.chain().focus().toggleBlockquote().run(),
  undo: (editor) => editor.chain().focus().undo().run(),
  redo: (editor) => editor.chain().focus().redo().run(),
};

const active: Record<Exclude<Tool, 'undo' | 'redo'>, (editor: Editor) => boolean> = {
  heading: (editor) => editor.isActive('heading', { level: 2 }), subheading: (editor) => editor.isActive('heading', { level: 3 }), bold: (editor) => editor.isActive('bold'), italic: (editor) => editor.isActive('italic'),
  underline: (editor) => editor.isActive('underline'), bullets: (editor) => editor.isActive('bulletList'), numbers: (editor) => editor.isActive('orderedList'), quote: (editor) => editor.isActive('blockquote'), link: (editor) => editor.isActive('link'),
};

const TOOLS = Object.keys(SHAPES) as readonly Tool[];
const KEYS: Partial<Record<Tool, string>> = { bold: 'Ctrl+B', italic: 'Ctrl+I', underline: 'Ctrl+U', heading: 'Ctrl+Alt+2', subheading: 'Ctrl+Alt+3', bullets: 'Ctrl+Shift+8', numbers: 'Ctrl+Shift+7', quote: 'Ctrl+Shift+B', undo: 'Ctrl+Z', redo: 'Ctrl+Y' };

/** Arrows walk along the bar; Escape goes back to the text. */
function walk(event: KeyboardEvent<HTMLElement>, editor: Editor): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === 'Escape') editor.commands.focus();
  if (!step) return;
  event.preventDefault();
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  tools[(tools.indexOf(document.activeElement as HTMLElement) + step + tools.length) % tools.length]?.focus();
}

/** What the marked words become; stands above the section while its text has the focus. */
export function EditorToolbar({ editor, onLink }: { readonly editor: Editor; readonly onLink: () => void }) {
  const words = useMessages(planDocumentWebMessages).toolbar;
  const on = useEditorState({ editor, selector: ({ editor: now }) => Object.fromEntries(Object.entries(active).map(([tool, isActive]) => [tool, isActive(now)])) as Record<string, boolean> });
  return (
    <div className={css['toolbarPlace']}>
      <div role="toolbar" aria-label={words.label} className={css['toolbar']} onKeyDown={(event) => walk(event, editor)}>
        {TOOLS.map((tool) => (
          <button
            key={tool} type="button" tabIndex={tool === 'heading' ? 0 : -1} aria-label={words[tool]} title={KEYS[tool] ? `${words[tool]} ${KEYS[tool]}` : words[tool]} aria-pressed={tool in active ? on[tool] : undefined}
            // The text keeps its focus and what is marked in it.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => (tool === 'link' ? onLink() : runs[tool](editor))}
          >
            <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round"><path d={SHAPES[tool]} /></svg>
          </button>
        ))}
      </div>
    </div>
  );
}

/** Asks where the marked words lead. */
export function LinkDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const words = useMessages(planDocumentWebMessages).toolbar;
  const { cancel } = useMessages(webMessages);
  const [present] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const removing = useRef(false);
  const form = useForm({
    initial: { address: present },
    check: ({ address }) => ({ address: isSafeAddress(address) ? undefined : words.linkWrong }),
    submit: async ({ address }) => {
      const href = address.trim();
      if (editor.state.selection.empty && !present) editor.chain().focus().insertContent([{ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }]).run();
      else editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
    },
  });
  const remove = () => {
    removing.current = true;
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };
  return (
    <Dialog open title={words.linkTitle} onClose={onClose} footer={<>{present ? <Button onClick={remove}>{words.linkRemove}</Button> : <Button onClick={onClose}>{cancel}</Button>}<Button type="submit" form="plan-link" kind="primary">{words.linkSet}</Button></>}>
      <Form form={form} formId="plan-link" onDone={onClose}>
        <TextField label={words.linkAddress} hint={words.linkHint} required {...form.field('address')} />
      </Form>
    </Dialog>
  );
}
