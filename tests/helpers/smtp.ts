import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type TestSmtp = AsyncDisposable & {
  url: string;
  port: number;
  /** What was accepted, read by a mail parser. */
  mails: ParsedMail[];
  /** Answers a mail to this address, waiting for it a little. */
  mailTo(address: string): Promise<ParsedMail>;
};

export type SmtpOptions = {
  port?: number;
  /** Answers of the server to a receiver: a code such as 451, or nothing to take the mail. */
  refuse?: (address: string) => number | undefined;
  /** Called when a whole message is here, before the server says that it has it. */
  onMail?: (mail: ParsedMail) => Promise<void> | void;
  credentials?: { user: string; pass: string };
};

const refusal = (code: number) =>
  Object.assign(new Error(code < 500 ? 'come back later' : 'no such mailbox'), { responseCode: code });

/** A real SMTP server on a free port of this machine. */
export async function testSmtp(options: SmtpOptions = {}): Promise<TestSmtp> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    // Its own certificate is known to everybody, and the test speaks to this machine only.
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    authOptional: options.credentials === undefined,
    onAuth: (given, _session, done) => {
      const { user, pass } = options.credentials ?? { user: '', pass: '' };
      if (given.username === user && given.password === pass) done(null, { user });
      else done(Object.assign(new Error('wrong password'), { responseCode: 535 }));
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = options.refuse?.(address);
      done(code === undefined ? null : refusal(code));
    },
    onData: (stream, _session, done) => {
      const taken = simpleParser(stream).then(async (mail) => {
        await options.onMail?.(mail);
        mails.push(mail);
      });
      taken.then(() => done(), done);
    },
  });
  // A client that is killed in the middle is not the server's fault.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const found = (address: string) =>
    mails.findLast((mail) => [mail.to].flat().some((to) => to?.value.some((one) => one.address === address)));
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    mailTo: async (address) => {
      for (let tries = 0; tries < 100; tries += 1) {
        const mail = found(address);
        if (mail) return mail;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`no mail to ${address} among ${mails.length}`);
    },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
