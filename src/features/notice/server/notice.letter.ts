import { escapeHtml } from '#platform/server/html.ts';
import type { Mail } from '#platform/server/mail.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { noticeMessages } from '../notice.messages.ts';
import type { NoticeText } from '../notice.rules.ts';

export interface LetterItem extends NoticeText {
  readonly id: string;
  /** A page of the application. */
  readonly link: string;
}

export interface Letter {
  readonly to: { readonly name: string; readonly email: string };
  readonly company: string;
  readonly locale: Locale;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** One, or those of a digest. */
  readonly items: readonly LetterItem[];
}

const BODY = 'margin:0;padding:24px 16px;background:#fbfaf7;color:#1d2129;font:14px/1.7 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif';
const SHEET = 'max-width:560px;margin:0 auto;padding:24px;background:#fff;border:1px solid #e7e4dc;border-radius:6px';
const BUTTON = 'display:inline-block;padding:9px 18px;border-radius:6px;background:#264d7a;color:#fff;text-decoration:none;font-weight:600';
const SMALL = 'margin:24px 0 0;padding-top:12px;border-top:1px solid #e7e4dc;font-size:12px;color:#4b5361';

/** One notice as a mail of its own, several as one list; text and HTML say the same. */
export function writeLetter(letter: Letter): Mail {
  const { to, locale, company, publicUrl, items } = letter;
  const words = noticeMessages[locale].mail;
  const [first] = items;
  const single = items.length === 1;
  const subject = single && first ? first.title : words.manySubject(items.length);
  const settings = `${publicUrl}/settings/notices`;
  const text = [
    words.hello(to.name), '',
    ...(single ? [] : [words.many(items.length), '']),
    ...items.flatMap((item) => [single ? item.title : `· ${item.title}`, ...(item.text === '' ? [] : [item.text]), `${publicUrl}${item.link}`, '']),
    '-- ', words.footer(company), `${words.settings}: ${settings}`, '',
  ].join('\n');
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="${escapeHtml(BODY)}"><div style="${SHEET}"><p style="margin:0 0 12px">${escapeHtml(words.hello(to.name))}</p>
${single && first ? singleHtml(first, publicUrl, words.open) : `<p style="margin:0 0 12px">${escapeHtml(words.many(items.length))}</p>${items.map((item) => rowHtml(item, publicUrl)).join('\n')}
<p style="margin:20px 0 0"><a style="${BUTTON}" href="${escapeHtml(`${publicUrl}/notices`)}">${escapeHtml(words.all)}</a></p>`}
<p style="${SMALL}">${escapeHtml(words.footer(company))}<br><a style="color:#264d7a" href="${escapeHtml(settings)}">${escapeHtml(words.settings)}</a></p></div></body></html>`;
  return { to: to.email, subject, text, html, automatic: true, ...(first ? { id: `notice-${first.id}-${items.length}` } : {}) };
}

function singleHtml({ title, text, link }: LetterItem, publicUrl: string, open: string): string {
  return `<p style="margin:0 0 8px;font-size:16px;font-weight:600">${escapeHtml(title)}</p>${paragraph(text)}
<p style="margin:20px 0 0"><a style="${BUTTON}" href="${escapeHtml(publicUrl + link)}">${escapeHtml(open)}</a></p>`;
}

function rowHtml({ title, text, link }: LetterItem, publicUrl: string): string {
  return `<div style="padding:12px 0;border-top:1px solid #e7e4dc"><a style="color:#264d7a;font-weight:600" href="${escapeHtml(publicUrl + link)}">${escapeHtml(title)}</a>${paragraph(text)}</div>`;
}

const paragraph = (text: string): string => (text === '' ? '' : `<p style="margin:4px 0 0;color:#4b5361">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`);
