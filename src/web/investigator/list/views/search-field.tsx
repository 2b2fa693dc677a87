import type { RefObject } from "preact";
import { Icon } from "../../parts/icons.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { LIST } from "../words.ts";

export type SearchFieldProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  /** How many cases it looks through */
  readonly cases: number;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** The arrow down, and Escape when nothing is left to clear, lead to the rows. */
  readonly onLeave: () => void;
  /** Enter opens what stands first. */
  readonly onEnter: () => void;
};

export function SearchField({ field, cases, query, onQuery, onLeave, onEnter }: SearchFieldProps) {
  const { say } = useSpeech();
  return (
    <div class="search">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        aria-label={say(LIST.search)}
        placeholder={say(LIST.searchHint, { n: cases })}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && query.trim() !== "") onEnter();
          if (event.key !== "Escape" && event.key !== "ArrowDown") return;
          event.preventDefault();
          if (event.key === "Escape" && query !== "") onQuery("");
          else onLeave();
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
  );
}
