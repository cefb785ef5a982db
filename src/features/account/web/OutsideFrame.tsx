import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { LOCALES } from '#platform/shared/messages.ts';
import { useLocale, useMessages, useSetLocale } from '#platform/web/i18n.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { accountWebMessages } from '../account.web.messages.ts';
import css from './OutsideFrame.module.css';

export interface OutsideFrameProps {
  readonly title: string;
  /** One sentence that says what this page is for; the product's own by default, null for none. */
  readonly lead?: ReactNode | undefined;
  readonly children: ReactNode;
  /** The way to another page, under the sheet. */
  readonly below?: ReactNode;
}

/** The page of someone who is not signed in: the brand, one sheet, the other language. */
export function OutsideFrame({ title, lead, children, below }: OutsideFrameProps) {
  const words = useMessages(accountWebMessages);
  const locale = useLocale();
  const setLocale = useSetLocale();
  useEffect(() => {
    document.title = `${title} · Muster`;
  }, [title]);
  const others = LOCALES.filter((other) => other !== locale);
  return (
    <div className={css['frame']}>
      <header className={css['top']}>
        <span className={css['brand']}>
          <img src="/mark.svg" alt="" width="26" height="26" />
          {words.brandFull}
        </span>
        {others.map((other) => (
          <Button key={other} kind="quiet" lang={other} onClick={() => setLocale(other)}>{words.languages[other]}</Button>
        ))}
      </header>
      <main className={css['main']}>
        <div className={css['card']}>
          <h1>{title}</h1>
          <p className={css['lead']}>{lead === undefined ? words.slogan : lead}</p>
          <div className={css['sheet']}>{children}</div>
          {below ? <p className={css['below']}>{below}</p> : null}
        </div>
      </main>
    </div>
  );
}
