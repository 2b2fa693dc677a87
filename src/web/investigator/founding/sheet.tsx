/** One sheet for each person, three boxes: what is kept, what is said aloud, what is thrown away. */
import { keyWordRows } from "../../shared/fingerprint.ts";
import { TwelveWords } from "../../screen/twelve-words.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { SixWords } from "../parts/fields/six-words.tsx";
import { SHEET } from "./words.ts";

export type SheetProps = {
  readonly fullName: string;
  readonly name: string;
  /** Six, shown once */
  readonly words: readonly string[];
  /** Twelve, of the own key */
  readonly fingerprint: readonly string[];
};

export function Sheet({ fullName, name, words, fingerprint }: SheetProps) {
  const { say } = useSpeech();
  const [row] = keyWordRows(fingerprint);
  return (
    <article class="person-sheet" aria-label={say(SHEET.title, { name: fullName })}>
      <h3>
        <bdi>{say(SHEET.title, { name: fullName })}</bdi>
      </h3>
      <section class="box keep">
        <h4>{say(SHEET.keep)}</h4>
        <p>{say(SHEET.keepLead)}</p>
        <dl>
          <div>
            <dt>{say(SHEET.user)}</dt>
            <dd translate={false}>{name}</dd>
          </div>
          <div>
            <dt>{say(SHEET.address)}</dt>
            <dd translate={false}>{`${location.origin}/desk`}</dd>
          </div>
        </dl>
        <h5>{say(SHEET.words)}</h5>
        <SixWords words={words} />
      </section>
      <section class="box aloud">
        <h4>{say(SHEET.aloud)}</h4>
        <p>{say(SHEET.aloudLead)}</p>
        <TwelveWords words={fingerprint} />
        <p>{say(SHEET.aloudLine)}</p>
        <p class="blanks" aria-hidden="true">
          {row?.groups.map((word) => (
            <span key={word} />
          ))}
        </p>
      </section>
      <section class="box away">
        <h4>{say(SHEET.away)}</h4>
        <p>{say(SHEET.awayLead)}</p>
      </section>
    </article>
  );
}
