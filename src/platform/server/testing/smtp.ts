import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as a mail server got it: the envelope, and the message taken apart. */
export interface ReceivedMail {
  /** Whom it really went to, whatever the headers say. */
  readonly to: readonly string[];
  /** By lower-case name, unfolded and decoded; a header that stands twice is here twice. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface TestSmtp {
  /** For `SMTP_URL`. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Answers RCPT with this code from now on; 0 takes the mail. */
  refuse(code: number): void;
  /** Goes away; `start` takes the same port again. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A real SMTP server in this process. */
export async function startTestSmtp(): Promise<TestSmtp> {
  const mails: ReceivedMail[] = [];
  let port = 0;
  let refusal = 0;
  let server: SMTPServer;
  const start = async (): Promise<void> => {
    server = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
      onRcptTo: (address, _session, done) => done(refusal === 0 ? null : Object.assign(new Error(`<${address.address}> is not taken`), { responseCode: refusal })),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          mails.push(takeApart(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo.map(({ address }) => address)));
          done();
        });
      },
    });
    server.on('error', () => undefined);
    const listening = server.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    port = (listening.address() as AddressInfo).port;
  };
  await start();
  return {
    url: `smtp://127.0.0.1:${port}?from=${encodeURIComponent('点兵 <muster@example.com>')}`,
    mails, start,
    refuse: (code) => { refusal = code; },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function takeApart(raw: string, to: readonly string[]): ReceivedMail {
  const { headers, body } = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type')?.[0] ?? '')?.[1];
  const parts = boundary === undefined ? [{ headers, body }] : body.split(`--${boundary}`).slice(1, -1).map((part) => split(part.replace(/^\r\n/, '')));
  const of = (type: string): string => {
    const part = parts.find((one) => (one.headers.get('content-type')?.[0] ?? '').startsWith(type));
    return part ? decodeBody(part.body, part.headers.get('content-transfer-encoding')?.[0] ?? '') : '';
  };
  return { to, headers, subject: headers.get('subject')?.[0] ?? '', text: of('text/plain'), html: of('text/html') };
}

function split(raw: string): { headers: Map<string, string[]>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [name = '', ...rest] = line.split(':');
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), decodeWords(rest.join(':').trim())]);
  }
  return { headers, body: raw.slice(end + 4) };
}

/** RFC 2047: `=?UTF-8?B?…?=`, and no space between two of them. */
function decodeWords(text: string): string {
  return text.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (run) =>
    Buffer.concat([...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind = '', word = '']) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quoted(word.replaceAll('_', ' ')))).toString('utf8'));
}

function quoted(text: string): Buffer {
  return Buffer.from(text.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? quoted(body).toString('utf8') : body;
}
