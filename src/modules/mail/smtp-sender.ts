import { createTransport } from 'nodemailer';
import type { RenderedMail } from './render-mail.ts';

/** Hands mails to a mail server. Throws what the server or the line said; `troubleOf` knows what it means. */
export type MailSender = {
  send(mail: RenderedMail & { to: string; messageId: string; date: Date }): Promise<void>;
  close(): void;
};

/** Milliseconds. All together stay well below the lease of a mail, so that no other worker takes it meanwhile. */
const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export function createSmtpSender(options: { smtpUrl: string; from: string }): MailSender {
  const url = new URL(options.smtpUrl);
  for (const [name, ms] of Object.entries(TIMES)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  }
  const transport = createTransport(url.href, { from: options.from });
  return {
    send: async ({ to, subject, text, html, messageId, date, variant }) => {
      await transport.sendMail({
        // As an address of its own, so that nothing in it is read as a second receiver.
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId,
        date,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': variant },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
}
