/** A case file is made at the desk, of the case that is open. */
import { DIALOG } from "../../../src/web/investigator/case-file/words.ts";
import { FRAME } from "../../../src/web/investigator/parts/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { catchDownloads } from "../support/places.ts";
import type { Screen } from "../support/screen.ts";
import { savedBy } from "../support/sticks.ts";

/** @param included whether the reporter's words go with it: somebody chooses that */
export async function makeCaseFile(
  screen: Screen,
  language: Language,
  { included = false }: { readonly included?: boolean } = {},
): Promise<Buffer> {
  const { say } = speak(language);
  const { page } = screen;
  await catchDownloads(screen);
  await screen.press(say(FRAME.caseFile));
  await screen.see(say(DIALOG.lead));
  await screen.paste(say(DIALOG.reason), "Gelar perkara");
  await screen.paste(say(DIALOG.to), "Inspektorat Provinsi");
  await screen.paste(say(DIALOG.summary), "Dugaan penyerahan uang.");
  if (included) await page.$$eval("input[name=case-file-words]", ([, second]) => (second as HTMLInputElement).click());
  await screen.press(say(DIALOG.make));
  await screen.see(say(DIALOG.savedText));
  const file = await savedBy(screen);
  await screen.press(say(FRAME.close));
  return file;
}
