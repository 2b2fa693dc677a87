/** Members who want to be told by mail; and what anybody learns who reads those mails, or sees when they come: nothing. */
import { NOTICES } from "../../../src/web/investigator/notices/words.ts";
import { FRAME } from "../../../src/web/investigator/parts/words.ts";
import { mailText } from "../../../src/server/services/cases/mail-texts.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import type { MovableSite } from "../support/movable-site.ts";
import type { Screen } from "../support/screen.ts";

export type Wish = {
  readonly address: string;
  /** A mail at each hour, also where there is nothing new */
  readonly whenNothing?: boolean;
  /** A leave: its first and last day */
  readonly away?: { readonly from: string; readonly to: string };
};

export async function chooseNotices(screen: Screen, language: Language, wish: Wish): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(FRAME.notices));
  await screen.paste(say(NOTICES.address), wish.address);
  if (wish.whenNothing === true) await screen.choose(say(NOTICES.whenNothing));
  if (wish.away !== undefined) {
    await screen.press(say(NOTICES.addAbsence));
    for (const end of ["from", "to"] as const) await screen.paste(say(NOTICES[end]), wish.away[end]);
  }
  await screen.press(say(NOTICES.save));
  await screen.see(say(NOTICES.saved));
  await screen.page.keyboard.press("Escape");
}

type Mail = MovableSite["mails"][number];

/** What differs between two mails of the same words: whose it is, its name, and its hour. */
const OWN_LINES = /^(?:To|Message-ID|Date): .*\r\n/gimu;

/** Of one length and in the same words, at full quarters of an hour, without a word of what they were sent for. */
export function seeNothingIn(mails: readonly Mail[], secrets: readonly string[]): void {
  const lengths = new Set(mails.map(({ text }) => text.length));
  if (lengths.size !== 1) throw new Error(`mails of ${[...lengths].join(", ")} characters`);
  const wordings = new Set(mails.map(({ text }) => text.replaceAll(OWN_LINES, "")));
  if (wordings.size !== 2) throw new Error(`${wordings.size} wordings, and not one with news and one without`);
  for (const { text } of mails) {
    const told = secrets.find((secret) => text.toLowerCase().includes(secret.toLowerCase()));
    if (told !== undefined) throw new Error(`a mail says “${told}”`);
    if (!/^Date: .* \d\d:(?:00|15|30|45):00 \+0000\r$/mu.test(text)) throw new Error("a mail tells its minute");
  }
}

/** Who was mailed, and which of the two wordings, in the order of the addresses. */
export function toldIn(mails: readonly Mail[]): string[] {
  const nothing = mailText("nothing").split("\r\n")[0] ?? "";
  return mails.map(({ to, text }) => `${to.split("@")[0]} ${text.includes(nothing) ? "nothing" : "news"}`).toSorted();
}
