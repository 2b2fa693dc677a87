/** Hands one mail to the office's mail server. What that says stands nowhere but as one of a few codes. */
import { createTransport } from "nodemailer";
import type { MailFailure } from "../../../protocol/rules/notices.ts";
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

export type Mail = { readonly says: MailSays; readonly at: Date; readonly name: string };

export type Mailer = {
  /**
   * `at`: what its date says. `name`: of letters and digits, the same each time the same mail is tried, so that a mail
   * server that has it already can tell. Undefined when the mail server has taken it.
   */
  readonly send: (to: string, mail: Mail) => Promise<MailFailure | undefined>;
};

/** Each step of the conversation, and all of it: a transaction waits so long, whose limit is 30 s. */
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
    async send(to, { says, at, name }) {
      const sending = transport.sendMail({
        from,
        to,
        subject: MAIL_SUBJECT,
        text: mailText(says),
        date: at,
        messageId: `<${name}@${domain}>`,
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
