import { JOINING } from "../../../src/web/investigator/entrance/joining/words.ts";
import { SIGN_IN } from "../../../src/web/investigator/entrance/words.ts";
import type { Role } from "../../../src/protocol/rules/casework.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import type { Screen } from "./screen.ts";

/** `role`: other than the one that stands there. */
type Newcomer = { readonly fullName: string; readonly name: string; readonly role?: Role };

/** Somebody new makes the own keys on the page of the desk, as far as the file. Gives the six words. */
export async function makeKeysAt(
  screen: Screen,
  { fullName, name, role }: Newcomer,
  language: Language = "id",
): Promise<string[]> {
  const { say } = speak(language);
  await screen.press(say(SIGN_IN.join));
  await screen.fill(say(JOINING.fullName), fullName);
  if (role !== undefined) await screen.select(say(JOINING.role), role);
  await screen.fill(say(JOINING.name), name);
  await screen.press(say(JOINING.make));
  await screen.see(say(JOINING.write));
  const words = await screen.page.$$eval(".six-words li", (all) => all.map((one) => one.textContent ?? ""));
  await screen.press(say(JOINING.written));
  await screen.see(say(JOINING.askBackLead));
  for (const [at, word] of words.entries()) {
    const label = say(JOINING.askBack, { n: at + 1 });
    if (await screen.has("field", label)) await screen.fill(label, word);
  }
  await screen.press(say(JOINING.check));
  await screen.see(say(JOINING.fingerprint));
  return words;
}
