/** What may stand in an office's file `settings`: docs/settings.md without what the folder decides and what members' commands ask. */
const SETTING_NAMES: readonly string[] = [
  "HOST",
  "PORT",
  "ORIGIN",
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "DATABASE_DISKS",
  "FILES_PER_CASE",
  "FILES_MIB_PER_CASE",
  "FILES_MIB",
  "TEXTS_MIB",
  "DECOYS",
  "SMTP_URL",
  "SMTP_FROM",
  "SMTP_TLS",
  "MAIL_HOURS",
  "EXIT_URL",
  "LOG_LEVEL",
  "METRICS_HOST",
  "METRICS_PORT",
  "SOURCE_DATE_EPOCH",
];

/** Such as are Node's or the system's own, and slips: a mail server that is misspelt is none, and nothing else would say so. */
export function unknownIn(settings: Readonly<Record<string, string>>): string[] {
  return Object.keys(settings).filter((name) => !SETTING_NAMES.includes(name));
}
