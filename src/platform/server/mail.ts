export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** False without `SMTP_URL`: links are then shown to the administrator to pass on. */
  readonly configured: boolean;
  send(mail: Mail): Promise<void>;
}

/** Opens the SMTP transport of `SMTP_URL` (`smtp://user:password@host:587?from=Muster%20<muster@example.com>`). */
export function openMailer(smtpUrl: string | undefined): Mailer {
  if (!smtpUrl) return { configured: false, send: () => Promise.reject(new Error('no SMTP_URL')) };
  const url = new URL(smtpUrl);
  const from = url.searchParams.get('from') ?? `muster@${url.hostname}`;
  url.searchParams.delete('from');
  return {
    configured: true,
    async send({ to, subject, text }) {
      // Loaded with the first mail: most of the time there is none to send.
      const { createTransport } = await import('nodemailer');
      await createTransport(url.href).sendMail({ from, to, subject, text });
    },
  };
}
