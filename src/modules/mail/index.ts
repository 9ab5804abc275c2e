import './tables.ts';

export { MAIL_TEMPLATES, queueMail, type MailDoor, type MailTemplate, type NewMail } from './queue-mail.ts';
export { sendMails, type SendDeps } from './send-mails.ts';
export { resendMail } from './resend-mail.ts';
export { createSmtpSender, type MailSender } from './smtp-sender.ts';
export { forgetMails, listMailRows, type MailRow } from './queries.ts';
export type { MailList, MailParams, MailState } from './tables.ts';
