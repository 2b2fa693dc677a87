/**
 * What a mail says: the same whatever came and however much, in each language of the office's people, and of one length
 * whether there is something new or not. No name, number, hour or address: a mailbox is read by others too.
 */
export type MailSays = "news" | "nothing" | "test";

export const MAIL_SUBJECT = "Segel";

/** Plain ASCII, so that no mail server encodes it anew. */
const TEXTS: Readonly<Record<MailSays, readonly string[]>> = {
  news: ["Ada yang baru. Silakan buka meja kerja Segel.", "There is something new. Please open the desk of Segel."],
  nothing: ["Tidak ada yang baru sejak pesan sebelumnya.", "There is nothing new since the message before this one."],
  test: ["Ini pesan percobaan. Tidak ada yang perlu dibuka.", "This is a test message. There is nothing to be opened."],
};
const CLOSING = [
  "Pesan ini tidak pernah memuat tautan atau isi laporan.",
  "This message never carries a link or anything of a report.",
];

const LINE_CHARACTERS = Math.max(...Object.values(TEXTS).flatMap((lines) => lines.map((line) => line.length)));

/** Each line filled up with spaces, which nobody sees. */
export function mailText(says: MailSays): string {
  return [...TEXTS[says].map((line) => line.padEnd(LINE_CHARACTERS)), "", ...CLOSING, ""].join("\r\n");
}
