import type { Speech } from "../../../words/speech.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseList, News } from "./use-cases.ts";
import { LIST } from "./words.ts";

/** One quiet line: the list can be used meanwhile. */
export function ListProgress({ list: { rows, loading, tried, found, news } }: { readonly list: CaseList }) {
  const { say } = useSpeech();
  const outcome = found?.opened === 0 ? say(LIST.lookedNothing) : say(LIST.lookedFound, { n: found?.opened ?? 0 });
  return (
    <p class="progress-line" role="status">
      {loading
        ? say(LIST.loading, { n: rows.length })
        : tried !== undefined
          ? say(LIST.looking, { n: tried })
          : news !== undefined
            ? newsText(news, say)
            : found !== undefined && outcome}
    </p>
  );
}

function newsText({ cases, changes }: News, say: Speech["say"]): string {
  const parts = [
    cases.size > 0 ? say(LIST.newCases, { n: cases.size }) : "",
    changes.size > 0 ? say(LIST.changedCases, { n: changes.size }) : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
