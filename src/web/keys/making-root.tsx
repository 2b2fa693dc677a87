import { useEffect, useState } from "preact/hooks";
import { encodeRoot, makeRoot } from "../../client/ceremony/root.ts";
import { wordListOf } from "../../client/reporter/word-lists.ts";
import { hex } from "../../crypto/bytes.ts";
import { keyWordsOf } from "../../crypto/secret/words.ts";
import { wipe } from "../../crypto/sodium.ts";
import { factsOf } from "../../words/languages.ts";
import { drawTwo } from "../shared/draw-two.ts";
import { dayHere } from "./day-here.ts";
import { Action, SaveButton, Screen } from "./parts.tsx";
import { type AskedWord, SheetStep } from "./sheet-step.tsx";
import { Fingerprint, RootSheet } from "./sheets.tsx";
import { useSpeech } from "../screen/speech.ts";
import { ROOT, SHEET } from "./words.ts";

type Making = ReturnType<typeof makeRoot> & {
  readonly words: readonly string[];
  readonly places: readonly [number, number];
  readonly made: string;
};

/** A root key: its sheet in its holder's hand, two words read back from it, its public half in a file. */
export function MakingRoot({ onEnd }: { readonly onEnd: () => void }) {
  const { say, language } = useSpeech();
  const [making, setMaking] = useState<Making>();
  const [isAnswered, setAnswered] = useState(false);
  useEffect(() => () => wipe(...(making === undefined ? [] : [making.seed])), [making]);
  const make = () => {
    const root = makeRoot();
    const words = keyWordsOf(root.seed, wordListOf(factsOf(language).codeWords));
    setMaking({ ...root, words, places: drawTwo(words.length), made: dayHere() });
  };
  if (making === undefined)
    return (
      <Screen title={say(ROOT.title)}>
        <p>{say(ROOT.lead)}</p>
        <div class="actions">
          <Action label={say(ROOT.make)} icon="key" primary onClick={make} />
        </div>
      </Screen>
    );
  const { key, words, places, made } = making;
  if (!isAnswered) {
    const asked = places.map((at): AskedWord => ({
      label: say(SHEET.askWord, { position: at + 1 }),
      word: words[at] ?? "",
    }));
    return (
      <Screen title={say(ROOT.title)}>
        <SheetStep asked={asked} onDone={() => setAnswered(true)}>
          <RootSheet words={words} publicKey={key} made={made} />
        </SheetStep>
      </Screen>
    );
  }
  return (
    <Screen title={say(ROOT.saveTitle)}>
      <p>{say(ROOT.saveLead)}</p>
      <Fingerprint publicKey={key} />
      <div class="actions">
        <SaveButton
          label={say(ROOT.save)}
          name={`kunci-akar-${hex(key).slice(0, 8)}.json`}
          bytes={() => encodeRoot(key)}
          primary
        />
        <Action label={say(ROOT.finish)} onClick={onEnd} />
      </div>
    </Screen>
  );
}
