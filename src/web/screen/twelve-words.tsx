import { keyWordRows } from "../shared/fingerprint.ts";

/** Of a key, or the line of a request: in lettered rows, for reading aloud. */
export function TwelveWords({ words }: { readonly words: readonly string[] }) {
  return (
    <dl class="twelve-words" translate={false}>
      {keyWordRows(words).map(({ letter, groups }) => (
        <div key={letter}>
          <dt>{letter}</dt>
          <dd>{groups.join(" ")}</dd>
        </div>
      ))}
    </dl>
  );
}
