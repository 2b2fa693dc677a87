/** There is a directory: what the server's administrator does once, and what everybody does then. */
import { TwelveWords } from "../../screen/twelve-words.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FOUNDED } from "./words.ts";

/** As docs/operations/pages.md has it; in containers it is without a folder. */
const COMMAND = "npm run -s segel -- office pages FOLDER";

export type FoundedProps = {
  /** Twelve, of all roots together: what stands on the poster */
  readonly poster: readonly string[];
  /** User name of whoever has joined on this device */
  readonly name: string | undefined;
};

export function Founded({ poster, name }: FoundedProps) {
  const { say } = useSpeech();
  return (
    <>
      <h2>{say(FOUNDED.title)}</h2>
      <p>{say(FOUNDED.lead)}</p>
      <h3>{say(FOUNDED.server)}</h3>
      <ol class="founded-steps">
        <li>
          <p>{say(FOUNDED.command)}</p>
          <p class="command" translate={false}>
            <code>{COMMAND}</code>
          </p>
        </li>
        <li>
          <p>{say(FOUNDED.poster)}</p>
          <div class="the-line">
            <TwelveWords words={poster} />
          </div>
        </li>
        <li>{say(FOUNDED.restart)}</li>
      </ol>
      <h3>{say(FOUNDED.everybody)}</h3>
      <ol class="founded-steps">
        <li>
          <p>{say(FOUNDED.signIn, { address: `${location.origin}/desk` })}</p>
          {name !== undefined && <p translate={false}>{say(FOUNDED.asName, { name })}</p>}
        </li>
        <li>{say(FOUNDED.factor)}</li>
        <li>{say(FOUNDED.rehearse)}</li>
      </ol>
    </>
  );
}
