/** Hands one mail to the office's mail server. What that says stands nowhere but as one of a few codes. */
import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import type { MailFailure } from "../../protocol/notices.ts";
import { MAIL_SUBJECT, type MailSays, mailText } from "./mail-texts.ts";

export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else it is asked for (STARTTLS) */
  readonly isTlsFirst: boolean;
  /** Without TLS nothing is sent; only a setting says otherwise */
  readonly needsTls: boolean;
  readonly login: { readonly user: string; readonly pass: string } | undefined;
  readonly from: string;
};

export type Mailer = {
  /** `at`: what its date says. Undefined when the mail server has taken it. */
  readonly send: (to: string, says: MailSays, at: Date) => Promise<MailFailure | undefined>;
};

/** Each step of the conversation, and all of it: a row of the database is held so long, whose limit is 30 s. */
const STEP_MS = 8_000;
const WHOLE_MS = 20_000;

/** By the package's codes; all others are unknown. */
const FAILURES: Readonly<Record<string, MailFailure>> = {
  ECONNECTION: "unreachable",
  EDNS: "unreachable",
  ESOCKET: "unreachable",
  ETIMEDOUT: "unreachable",
  EPROXY: "unreachable",
  EAUTH: "login",
  ENOAUTH: "login",
  ETLS: "no-tls",
  EENVELOPE: "refused",
  EMESSAGE: "refused",
};

export function makeMailer({ host, port, isTlsFirst, needsTls, login, from }: MailServer): Mailer {
  const [, domain = "localhost"] = from.split("@");
  const transport = createTransport({
    host,
    port,
    secure: isTlsFirst,
    requireTLS: needsTls && !isTlsFirst,
    ignoreTLS: !needsTls,
    // The name of this machine is nobody's business.
    name: domain,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(login === undefined ? {} : { auth: login }),
  });
  return {
    async send(to, says, date) {
      const sending = transport.sendMail({
        from,
        to,
        subject: MAIL_SUBJECT,
        text: mailText(says),
        date,
        messageId: `<${randomUUID()}@${domain}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return Promise.race([sending.then(() => undefined, failureOf), tooLate()]);
    },
  };
}

function failureOf(error: unknown): MailFailure {
  const { code } = error as { code?: unknown };
  return (typeof code === "string" ? FAILURES[code] : undefined) ?? "unknown";
}

async function tooLate(): Promise<MailFailure> {
  return new Promise((resolve) => void setTimeout(() => resolve("unreachable"), WHOLE_MS).unref());
}
