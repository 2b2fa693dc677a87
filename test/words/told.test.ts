import t from "tap";
import { MESSAGE_ALARMS } from "../../src/words/alarms.ts";
import { LANGUAGE_CODES } from "../../src/words/languages.ts";
import { speak } from "../../src/words/speech.ts";
import { adviceFor, toldOfMessage } from "../../src/words/told.ts";

t.test("where a message is not shown, of the gap before it only the gap is told", (t) => {
  const shown = { kind: "text", text: "" };
  for (const language of LANGUAGE_CODES) {
    const { say } = speak(language);
    for (const reader of ["member", "reporter"] as const) {
      const advice = (alarm: keyof typeof MESSAGE_ALARMS, message: unknown) =>
        adviceFor(reader, toldOfMessage(MESSAGE_ALARMS, alarm, message), say);
      t.not(advice("gap", shown), "", language);
      t.equal(advice("gap", undefined), "", language);
      t.equal(advice("forged", undefined), adviceFor(reader, MESSAGE_ALARMS.forged, say), "others say what to do");
    }
  }
  t.equal(toldOfMessage(MESSAGE_ALARMS, "gap", undefined).happened, MESSAGE_ALARMS.gap.happened);
  t.end();
});

t.test("reporters read of a message's alarm in the words of their pages, not the desk's", (t) => {
  const { say } = speak("en");
  for (const [alarm, told] of Object.entries(MESSAGE_ALARMS))
    t.notMatch(
      `${say(told.happened)} ${adviceFor("reporter", told, say)}`,
      /investigator|directory|withdraw|administrator|colleague/iu,
      alarm,
    );
  t.end();
});
