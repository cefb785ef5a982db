import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { sayLetter, smartMessages } from '../goal.smart.messages.ts';
import { lettersHeld, SMART_LETTERS, type Smart } from '../goal.smart.rules.ts';
import { goalWebMessages } from '../goal.web.messages.ts';
import css from './goal.module.css';

/** Five letters in a row; pressing them opens the goal. A letter that fails has another shape as well as another colour. */
export function SmartMarks({ metric, smart, onOpen }: { readonly metric: string; readonly smart: Smart; readonly onOpen: () => void }) {
  const words = useMessages(goalWebMessages);
  const letters = useMessages(smartMessages).letters;
  const formats = useFormats();
  const locale = useLocale();
  const missing = SMART_LETTERS.filter((letter) => !smart[letter].ok);
  const title = missing.map((letter) => `${letter} ${letters[letter]}: ${sayLetter(smart[letter], locale).what}`).join('\n');
  return (
    <button
      type="button"
      className={css['marks']}
      title={title || undefined}
      aria-label={words.smartOf(metric, lettersHeld(smart), formats.list(missing.map((letter) => `${letter} ${letters[letter]}`)))}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={onOpen}
    >
      {SMART_LETTERS.map((letter) => <span key={letter} aria-hidden="true" className={smart[letter].ok ? css['held'] : css['missed']}>{letter}</span>)}
      <Icon name="right" size={12} />
    </button>
  );
}

/** Letter by letter in words: what holds it, or what is wrong and how to mend it. */
export function SmartList({ smart }: { readonly smart: Smart }) {
  const words = useMessages(goalWebMessages).detail;
  const letters = useMessages(smartMessages).letters;
  const locale = useLocale();
  return (
    <section className={css['smart']} aria-label={words.smartTitle} aria-live="polite">
      <h3>{words.smartTitle}<span>{words.held(lettersHeld(smart))}</span></h3>
      <ul>
        {SMART_LETTERS.map((letter) => {
          const { ok } = smart[letter];
          const { what, mend } = sayLetter(smart[letter], locale);
          return (
            <li key={letter} data-letter={letter} data-ok={ok}>
              <span className={ok ? css['held'] : css['missed']} aria-hidden="true">{letter}</span>
              <div>
                <p><b>{letters[letter]}</b><span className="visually-hidden"> {ok ? words.pass : words.fail} </span> {what}</p>
                {mend ? <p className={css['mend']}>{mend}</p> : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The letters beside the button, in sight wherever the form is scrolled to, with what is missing first; after saving, that it is saved. */
export function SmartStrip({ smart, saved }: { readonly smart: Smart; readonly saved: string }) {
  const locale = useLocale();
  const first = SMART_LETTERS.find((letter) => !smart[letter].ok);
  return (
    <span className={css['strip']}>
      {SMART_LETTERS.map((letter) => <span key={letter} aria-hidden="true" className={smart[letter].ok ? css['held'] : css['missed']}>{letter}</span>)}
      {saved ? <small role="status"><Icon name="check" size={12} />{saved}</small> : first ? <small aria-hidden="true">{sayLetter(smart[first], locale).what}</small> : null}
    </span>
  );
}
