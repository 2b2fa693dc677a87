/** An investigator at the desk: signs in, opens a case, answers, moves it on. */
import type { ElementHandle } from "puppeteer-core";
import { connect } from "../../../src/client/line/http.ts";
import { enrol } from "../../../src/client/member/entry/sign-in.ts";
import { questionsBefore } from "../../../src/protocol/rules/protection.ts";
import type { Outcome, State } from "../../../src/protocol/rules/casework.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { OUTCOME_NAMES, STATE_NAMES, STATE_VERBS } from "../../../src/words/glossary.ts";
import { CASE, NEXT_STEP } from "../../../src/web/investigator/case/words.ts";
import { SIGN_IN } from "../../../src/web/investigator/entrance/words.ts";
import { EXPOSURE } from "../../../src/web/investigator/judging/words.ts";
import { EXPOSURE_ANSWER_NAMES, EXPOSURE_QUESTION_TEXTS } from "../../../src/words/judging.ts";
import { LIST, VIEW_NAMES } from "../../../src/web/investigator/list/words.ts";
import { MOVE_FORM, WRITING } from "../../../src/web/investigator/writing/words.ts";
import type { Screen } from "../support/screen.ts";
import type { Login, Site } from "../support/site.ts";
import { waitInPage } from "../support/wait.ts";

/** Argon2id without WebAssembly takes a minute on a quiet machine (the protocol's measured facts). */
const SIGN_IN_TIMEOUT_MS = 240_000;

/** Name and words, as far as the page lets in. */
export async function typeWords(
  screen: Screen,
  language: Language,
  { name, passphrase }: Pick<Login, "name" | "passphrase">,
): Promise<void> {
  const { say } = speak(language);
  await screen.fill(say(SIGN_IN.name), name);
  await screen.fill(say(SIGN_IN.passphrase), passphrase);
  await screen.press(say(SIGN_IN.submit));
}

export async function signIn(
  screen: Screen,
  language: Language,
  login: Pick<Login, "name" | "passphrase">,
): Promise<void> {
  const { say } = speak(language);
  await screen.seeHeading(say(SIGN_IN.title));
  await typeWords(screen, language, login);
  await screen.seeHeading(say(LIST.title), SIGN_IN_TIMEOUT_MS);
  // "My day" comes first, and lets go of what somebody works on.
  await screen.press(say(VIEW_NAMES.open));
}

/** The case whose title begins so; reports without a title are called by their first words. */
export async function openCase(screen: Screen, language: Language, title: string): Promise<void> {
  const { say } = speak(language);
  await screen.press(title);
  await screen.seeHeading(say(CASE.report));
}

export async function answer(screen: Screen, language: Language, message: string): Promise<void> {
  const { say } = speak(language);
  await screen.fill(say(WRITING.answerLabel), message);
  await screen.press(say(WRITING.send));
  await screen.see(say(WRITING.sent));
}

export async function move(screen: Screen, language: Language, to: State, explanation: string): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(NEXT_STEP.other));
  await screen.choose(say(STATE_NAMES[to]));
  await screen.fill(say(to === "awaiting_reporter" ? MOVE_FORM.questionLabel : MOVE_FORM.textLabel), explanation);
  await screen.press(say(STATE_VERBS[to]));
  if (to === "referred") await answerExposure(screen, language);
  await screen.see(say(NEXT_STEP.moved, { state: say(STATE_NAMES[to]) }));
}

/** What the case itself proposes, without more words. */
export async function follow(screen: Screen, language: Language, ...states: readonly State[]): Promise<void> {
  const { say } = speak(language);
  for (const state of states) {
    await screen.press(say(STATE_VERBS[state]));
    await screen.seeHeading(say(MOVE_FORM.moveTitle));
    await screen.press(say(STATE_VERBS[state]));
    await screen.see(say(NEXT_STEP.moved, { state: say(STATE_NAMES[state]) }));
  }
}

export async function conclude(screen: Screen, language: Language, outcome: Outcome): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(NEXT_STEP.other));
  await screen.choose(say(STATE_NAMES.closed));
  await screen.select(say(MOVE_FORM.outcome), outcome);
  await screen.paste(say(MOVE_FORM.textLabel), `Penjelasan: ${say(OUTCOME_NAMES[outcome])}`);
  await screen.press(say(STATE_VERBS.closed));
  await screen.see(say(NEXT_STEP.moved, { state: say(STATE_NAMES.closed) }));
}

/** Before a case is referred: nothing of it could show who the reporter is. */
export async function answerExposure(screen: Screen, language: Language): Promise<void> {
  const { say } = speak(language);
  await screen.see(say(EXPOSURE.title));
  for (const question of questionsBefore("forwarding")) {
    const answer = question === "wishes" ? EXPOSURE_ANSWER_NAMES.yes : EXPOSURE_ANSWER_NAMES.no;
    const choice = await screen.page.evaluateHandle(
      (text, chosen) => {
        const all = [...document.querySelectorAll("fieldset.question")];
        const fieldset = all.find((one) => one.querySelector("legend")?.textContent === text);
        return [...(fieldset?.querySelectorAll("label") ?? [])].find((label) => label.textContent === chosen);
      },
      say(EXPOSURE_QUESTION_TEXTS[question]),
      say(answer),
    );
    await (choice.asElement() as ElementHandle<HTMLElement> | null)?.click();
  }
  await screen.press(say(EXPOSURE.saveAndGoOn));
}

/** Until it is said what was found; what was said of an earlier look is no answer. */
export async function lookForNew(screen: Screen, language: Language): Promise<void> {
  const { say } = speak(language);
  const { page } = screen;
  await page.$eval(".progress-line", (line) => line.firstChild !== null && (line.firstChild.textContent = ""));
  await screen.press(say(LIST.refresh));
  const some = [1, 2, 3, 4, 5].flatMap((n) =>
    [LIST.lookedFound, LIST.newCases, LIST.changedCases].map((found) => say(found, { n })),
  );
  await waitInPage(
    page,
    (ends) => ends.some((end) => document.querySelector(".progress-line")?.textContent?.includes(end)),
    {},
    [say(LIST.lookedNothing), ...some],
  );
}

export async function lookAgain(screen: Screen, language: Language): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(CASE.backLabel));
  await screen.seeHeading(say(LIST.title));
  await screen.press(say(LIST.refresh));
}

/** Who sees most: a lead gives cases to others, and reads the register of declared interests. */
export async function enrolLead({ origin, organisation: { lead } }: Site): Promise<Login> {
  const login = { name: "penanggung-jawab", passphrase: "enam kata lain yang tidak menjaga apa pun", member: lead };
  await enrol(connect(origin), lead, login);
  return login;
}
