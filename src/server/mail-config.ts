/** The settings of mail: which mail server, from whom, and at which hours of the office. */
import { mailHoursSchema } from "../protocol/rules/notices-schema.ts";
import { isMailAddress } from "../protocol/rules/notices.ts";
import * as z from "../protocol/encoding/zod.ts";
import type { MailServer } from "./services/cases/mailer.ts";

export type MailConfig = { readonly server: MailServer; readonly hours: readonly string[] };

/** After the morning's first look at the desk, and after noon. */
export const DEFAULT_MAIL_HOURS = "08:00,13:00";

/** Ports of RFC 8314: TLS from the first byte, and submission. */
const PORTS = { "smtps:": 465, "smtp:": 587 } as const;

type MailSettings = {
  readonly SMTP_URL?: string | undefined;
  readonly SMTP_FROM?: string | undefined;
  readonly SMTP_TLS: "required" | "off";
  readonly MAIL_HOURS: string;
};

/**
 * Undefined where no mail server is named; the hours are looked at all the same, so that no slip waits for one. `refuse`
 * throws, for a setting and what it expects.
 */
export function readMailConfig(
  settings: MailSettings,
  refuse: (name: keyof MailSettings, expected: string) => never,
): MailConfig | undefined {
  const { SMTP_URL: url, SMTP_FROM: from, SMTP_TLS: tls } = settings;
  const { data: hours } = z.safeParse(mailHoursSchema, settings.MAIL_HOURS.split(","));
  if (hours === undefined) return refuse("MAIL_HOURS", "hours on full quarters, ascending, for example 08:00,13:00");
  if (url === undefined) return undefined;
  if (from === undefined || !isMailAddress(from)) return refuse("SMTP_FROM", "the address that mails come from");
  const { protocol, hostname, port, username, password, pathname } = URL.canParse(url) ? new URL(url) : NO_URL;
  const isFit = (protocol === "smtp:" || protocol === "smtps:") && hostname !== "" && ["", "/"].includes(pathname);
  if (!isFit) return refuse("SMTP_URL", "smtp://name:password@host:587, or smtps://");
  return {
    hours,
    server: {
      host: hostname,
      port: port === "" ? PORTS[protocol] : Number(port),
      isTlsFirst: protocol === "smtps:",
      needsTls: tls === "required",
      login: username === "" ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      from,
    },
  };
}

const NO_URL = { protocol: "", hostname: "", port: "", username: "", password: "", pathname: "" };
