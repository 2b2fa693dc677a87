import { ruleOf } from "../../../protocol/law/law.ts";
import { useSpeech } from "../../screen/speech.ts";
import { useOffice } from "../parts/office.ts";
import { FIGURES } from "./words.ts";

/**
 * How many reporters, of so many. In print such a number stands beside unit and period, where two of three would name
 * people: below the rule's k, and where all but fewer than k did, it is not said.
 */
export function useSafeCount(of: number): (n: number) => number | string {
  const { say } = useSpeech();
  const k = ruleOf("publish-k", useOffice().law).value;
  return (n) => {
    if (n === 0) return n;
    if (n < k) return say(FIGURES.fewer, { k });
    return of - n < k ? say(FIGURES.allBut) : n;
  };
}
