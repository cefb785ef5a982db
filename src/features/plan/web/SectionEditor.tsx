import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FocusEvent } from 'react';
import { Collaboration } from '@tiptap/extension-collaboration';
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useMessages } from '#platform/web/i18n.tsx';
import { listenLive } from '#platform/web/live.ts';
import { planDocumentWebMessages } from '../plan.document.web.messages.ts';
import type { PlanSection } from '../plan.section.contract.ts';
import { HEADING_LEVELS, isSafeAddress } from '../plan.section.rules.ts';
import css from './document.module.css';
import { EditorToolbar, LinkDialog } from './EditorToolbar.tsx';
import { readPasted } from './pasted.ts';
import { fromBase64, sectionStash, sectionWire } from './section-wire.ts';
import { SectionSync, TEXT_FIELD } from './SectionSync.ts';
import { SyncNote } from './SyncNote.tsx';

export interface SectionEditorProps {
  readonly campaignId: string;
  readonly userId: string;
  readonly section: PlanSection;
  /** The name of the section, for those who do not see its heading. */
  readonly name: string;
  /** One sentence of what belongs here. */
  readonly teach: string;
  readonly canWrite: boolean;
  readonly onFocus: (focused: boolean) => void;
}

/** The shared text of a section; made once for as long as the section is on the page. */
function useSectionSync({ campaignId, userId, section }: SectionEditorProps): SectionSync {
  const [sync] = useState(() => new SectionSync({ state: section.state ? fromBase64(section.state) : null, revision: section.revision }, sectionWire(campaignId, section.id), sectionStash(userId, section.id)));
  useEffect(() => {
    sync.start();
    const stopListening = listenLive((note) => {
      if (note.kind === 'resync' || (note.kind === 'plan.section_text' && note.subjectId === section.id)) void sync.pull();
    });
    const onOnline = () => void sync.pull();
    const onHide = () => void sync.flush();
    window.addEventListener('online', onOnline);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      stopListening();
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', onHide);
      sync.stop();
    };
  }, [sync, section.id]);
  return sync;
}

function extensionsFor(sync: SectionSync) {
  return [
    StarterKit.configure({
      // Undo takes back one's own words alone: the shared text has its own.
      undoRedo: false, code: false, codeBlock: false, strike: false, trailingNode: false,
      heading: { levels: [...HEADING_LEVELS] },
      link: { openOnClick: false, defaultProtocol: 'https', isAllowedUri: (address) => isSafeAddress(address), HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' } },
    }),
    Collaboration.configure({ document: sync.doc, field: TEXT_FIELD }),
  ];
}

function useSectionEditor(props: SectionEditorProps, sync: SectionSync): Editor | null {
  const { name, canWrite } = props;
  return useEditor({
    // The page's rules of security allow no styles in scripts; they stand in the style sheet.
    injectCSS: false,
    editable: canWrite,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    extensions: extensionsFor(sync),
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': name, class: css['text'] ?? '' },
      transformPastedHTML: readPasted,
    },
  });
}

/** One section's rich text, written by several at once; loaded when somebody writes. */
export function SectionEditor(props: SectionEditorProps) {
  const words = useMessages(planDocumentWebMessages);
  const sync = useSectionSync(props);
  const state = useSyncExternalStore(sync.subscribe, sync.getState);
  const editor = useSectionEditor(props, sync);
  const { canWrite, section, onFocus } = props;
  const [inside, setInside] = useState(false);
  const [linking, setLinking] = useState(false);
  const open = canWrite && state !== 'frozen' && state !== 'gone';
  useEffect(() => {
    if (canWrite) sync.thaw();
  }, [sync, canWrite]);
  useEffect(() => {
    if (editor && editor.isEditable !== open) editor.setEditable(open, false);
  }, [editor, open]);
  const isEmpty = useEditorState({ editor, selector: ({ editor: now }) => now?.isEmpty ?? true });
  const enter = () => {
    if (!inside) onFocus(true);
    setInside(true);
  };
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setInside(false);
    onFocus(false);
    void sync.flush();
  };
  return (
    <div className={css['editor']} onFocus={enter} onBlur={leave}>
      {editor && open && inside ? <EditorToolbar editor={editor} onLink={() => setLinking(true)} /> : null}
      {isEmpty ? <p className={css['teach']} aria-hidden="true">{open ? props.teach : words.nothing}</p> : null}
      <EditorContent editor={editor} />
      {editor && linking ? <LinkDialog editor={editor} onClose={() => setLinking(false)} /> : null}
      <SyncNote sync={sync} state={state} section={section} textOf={() => editor?.getText({ blockSeparator: '\n' }) ?? ''} />
    </div>
  );
}
