import type { Transporter } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Written by the system, not by a person: marked so that nobody's holiday answer starts a loop (RFC 3834). */
  readonly automatic?: boolean;
  /** The same for the same mail, so that a copy after a broken connection is known as one. */
  readonly id?: string;
}

export interface Mailer {
  /** False without `SMTP_URL`: links are then shown to the administrator to pass on. */
  readonly configured: boolean;
  /** Resolves when the mail server has taken the mail. @throws Error of the connection or the server's refusal */
  send(mail: Mail): Promise<void>;
}

/** A mail server that does not answer must not hold a job; far below the lease of the one who sends. */
const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** Opens the SMTP transport of `SMTP_URL` (`smtp://user:password@host:587?from=Muster%20<muster@example.com>`). */
export function openMailer(smtpUrl: string | undefined): Mailer {
  if (!smtpUrl) return { configured: false, send: () => Promise.reject(new Error('no SMTP_URL')) };
  const url = new URL(smtpUrl);
  const from = url.searchParams.get('from') ?? `muster@${url.hostname}`;
  url.searchParams.delete('from');
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? url.hostname;
  let transport: Promise<Transporter> | undefined;
  // Loaded with the first mail: most of the time there is none to send.
  const open = async (): Promise<Transporter> => (await import('nodemailer')).createTransport({ url: url.href, ...TIMEOUTS } as object);
  return {
    configured: true,
    async send({ to, subject, text, html, automatic = false, id }) {
      transport ??= open();
      await (await transport).sendMail({
        from, subject: oneLine(subject), text,
        // As a finished address: as text, a comma in it would make two.
        to: { name: '', address: checkedAddress(to) },
        ...(html === undefined ? {} : { html }),
        ...(automatic ? { headers: AUTOMATIC } : {}),
        ...(id === undefined ? {} : { messageId: `<${id}@${domain}>` }),
      });
    },
  };
}

/** A header is one line: whatever a name or a title holds cannot begin another. */
const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

function checkedAddress(address: string): string {
  // RFC 2606: these domains are nobody's; the people of the demo live there.
  if (/\.(?:example|invalid|test|localhost)$/i.test(address)) throw Object.assign(new Error('a reserved domain'), { code: 'EENVELOPE', responseCode: 553 });
  if (/[\s\p{Cc}<>,;:"()[\]\\]/u.test(address) || address.split('@').length !== 2) throw Object.assign(new Error('not a mail address'), { code: 'EENVELOPE', responseCode: 553 });
  return address;
}

/** Why a mail was not sent, in words that may be logged (no address, no password), and whether trying again is useless. */
export function mailFault(error: unknown): { readonly reason: string; readonly lasting: boolean } {
  const { code = '', responseCode, message = '' } = error as { code?: string; responseCode?: number; message?: string };
  const said = oneLine(message).replaceAll(/<?[^\s<>@]+@[^\s<>@]+>?/g, '<…>').slice(0, 200);
  // RFC 5321 §4.2.1: 5yz is a refusal that stays; for the sign-in to the mail server it is a mistake in SMTP_URL that somebody mends.
  return { reason: [code, responseCode, said].filter(Boolean).join(' '), lasting: code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500 };
}
