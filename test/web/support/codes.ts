/** A second factor at the desk, and the app on a telephone that has it. */
import { Secret, TOTP } from "otpauth";
import { FACTORS } from "../../../src/web/investigator/account/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import type { Screen } from "./screen.ts";

const STEP_MS = 30_000;

/** From the button that offers codes to the first one that proves them. Gives the codes of the app from then on. */
export async function addCodes(screen: Screen, language: Language): Promise<() => Promise<string>> {
  const { say } = speak(language);
  await screen.press(say(FACTORS.addCode));
  await screen.see(say(FACTORS.scan));
  const { nextCode } = appWith(await screen.page.$eval(".adding code", ({ textContent }) => textContent ?? ""));
  await screen.fill(say(FACTORS.firstCode), await nextCode());
  await screen.press(say(FACTORS.confirm));
  return nextCode;
}

/** The app that was given this secret. */
export function appWith(secret: string): {
  /** One serves once, and the next half minute's serves already */
  readonly nextCode: () => Promise<string>;
  readonly codeIn: (ms: number) => string;
} {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/gu, "")) });
  let last = 0;
  return {
    async nextCode() {
      const now = () => Math.floor(Date.now() / STEP_MS);
      const step = Math.max(last + 1, now());
      while (step > now() + 1) await new Promise((resolve) => setTimeout(resolve, 500));
      last = step;
      return totp.generate({ timestamp: step * STEP_MS });
    },
    codeIn: (ms) => totp.generate({ timestamp: Date.now() + ms }),
  };
}
