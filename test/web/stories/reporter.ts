/** A reporter at the screen: what is written, which buttons are pressed, what is read. */
import type { Language } from "../../../src/words/languages.ts";
import { CASE_WORDS, FILES, HOME, SCREENS } from "../../../src/web/reporter/words.ts";
import { type Screen, pickNamed } from "../support/screen.ts";
import { waitForElement, waitInPage } from "../support/wait.ts";
import { speak } from "../../../src/words/speech.ts";

export type Writing = {
  readonly unit: string;
  readonly what: string;
  /** Without one the beginning of `what` serves */
  readonly title?: string;
};

/** From home to the last step, where the report is read through before it is sent. */
export async function fillReport(
  screen: Screen,
  language: Language,
  { unit, what, title }: Writing,
  // Where they cannot be fetched the form still leads on.
  {
    readersKnown = true,
    files = [],
    without = [],
    protection = false,
    until = "review",
  }: {
    readonly readersKnown?: boolean;
    readonly files?: readonly string[];
    /** Names of members who must not read it */
    readonly without?: readonly string[];
    /** Whether protection is asked for first, before anything is written */
    readonly protection?: boolean;
    /** Where to stop */
    readonly until?: "files" | "review";
  } = {},
): Promise<void> {
  const text = SCREENS[language];
  if (protection) {
    await screen.press(HOME[language].protection[0]);
    await screen.press(text.protect.inReport);
  } else await screen.press(HOME[language].report);
  await screen.seeHeading(text.what.title);
  await screen.fill(text.fields.unitName, unit);
  await screen.fill(text.fields.what, what);
  await screen.press(text.next);
  await screen.seeHeading(text.who.title);
  if (title !== undefined) await screen.fill(text.fields.title, title);
  await screen.press(text.next);
  await screen.seeHeading(text.files.title);
  // The part for files is there, or has failed: until then the buttons below it move.
  await screen.seeNoMore(text.files.loading);
  if (until === "files") return;
  await chooseFiles(screen, files);
  // What is found in them makes their rows longer: until then the buttons below move again.
  await screen.seeNoMore(FILES[language].looking);
  await screen.press(text.next);
  await screen.seeHeading(text.readers.title);
  if (readersKnown) await screen.see(text.readers.atLeastTwo);
  for (const name of without) await pickNamed(screen, ".readers label", name);
  await screen.press(text.next);
  await screen.seeHeading(text.review.title);
}

/** Gives files by their paths, as the browser's own window for choosing would. */
export async function chooseFiles({ page }: Screen, files: readonly string[], taken = files.length): Promise<void> {
  if (files.length === 0) return;
  const input = await waitForElement<HTMLInputElement>(page, 'input[type="file"]');
  await input.uploadFile(...files);
  await waitInPage(page, (count) => document.querySelectorAll(".files li").length >= count, {}, taken);
}

/** Presses send and waits for the code. The twelve words as they stand on the page. */
export async function sendReport(screen: Screen, language: Language): Promise<string[]> {
  const text = SCREENS[language];
  await screen.press(text.review.send);
  return readCode(screen, language);
}

export async function readCode(screen: Screen, language: Language): Promise<string[]> {
  const { code } = SCREENS[language];
  await screen.seeHeading(code.title);
  const words = await waitInPage(
    screen.page,
    (label) => {
      const items = [...document.querySelectorAll(`ol[aria-label="${label}"] li`)];
      // The number stands in the list item for the eye alone.
      const found = items.map((item) =>
        [...item.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent)
          .join("")
          .trim(),
      );
      return found.length === 12 && found.every((word) => word !== "") ? found : undefined;
    },
    { what: `twelve words of “${code.list}”` },
    code.list,
  );
  return (await words.jsonValue()) ?? [];
}

/** Two words are asked back; then the page knows nothing of them any more. */
export async function proveNoted(screen: Screen, language: Language, words: readonly string[]): Promise<void> {
  const { code, match, done } = SCREENS[language];
  const { say } = speak(language);
  await screen.press(code.written);
  await screen.seeHeading(match.title);
  for (const [index, word] of words.entries()) {
    const label = say(match.word, { position: index + 1 });
    if (await screen.has("field", label)) await screen.fill(label, word);
  }
  await screen.press(match.submit);
  await screen.seeHeading(done.title);
}

/** Comes back with the words: the first four letters of each, as the screen allows, or all of them from a note. */
export async function comeBack(
  screen: Screen,
  language: Language,
  words: readonly string[],
  { pasted = false, until }: { readonly pasted?: boolean; readonly until?: "removed" | "not-found" } = {},
): Promise<void> {
  const { check } = SCREENS[language];
  const { say } = speak(language);
  await screen.press(HOME[language].check);
  await screen.seeHeading(check.title);
  if (pasted) await screen.paste(say(check.word, { position: 1 }), words.join(" "));
  else
    for (const [index, word] of words.entries())
      await screen.fill(say(check.word, { position: index + 1 }), word.slice(0, 4));
  // Enter in the last field opens, as the button does.
  await screen.page.keyboard.press("Enter");
  if (until === undefined) await screen.see(CASE_WORDS[language].CASE.status);
  else await screen.seeHeading(until === "removed" ? check.removed : check.notFound);
}

export async function writeFollowUp(screen: Screen, language: Language, message: string): Promise<void> {
  const text = CASE_WORDS[language].CASE;
  await screen.fill(text.message, message);
  await screen.press(text.send);
  await screen.see(text.sent);
}

/** From the open case: what it does is read first, then it is done. */
export async function withdraw(screen: Screen, language: Language, reason: string): Promise<void> {
  const { CASE, WITHDRAW } = CASE_WORDS[language];
  await screen.press(CASE.withdraw);
  await screen.seeHeading(WITHDRAW.title);
  await screen.fill(WITHDRAW.reason, reason);
  await screen.press(WITHDRAW.submit);
  await screen.see(WITHDRAW.sent);
}

/** From the open case: at once, within 24 hours. */
export async function askForProtection(screen: Screen, language: Language, wish: string): Promise<void> {
  const { CASE, PROTECT } = CASE_WORDS[language];
  const { protect } = SCREENS[language];
  await screen.press(CASE.protection);
  await screen.seeHeading(protect.title);
  await screen.choose(PROTECT.urgencies.now);
  await screen.fill(protect.ask, wish);
  await screen.press(protect.askSend);
  await screen.see(CASE.sent);
}
