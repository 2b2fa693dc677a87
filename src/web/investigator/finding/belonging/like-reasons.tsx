import type { LikeReason } from "../../../../client/finding/alike.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { ALIKE } from "./words.ts";

/** Why another case may be about the same matter. */
export function LikeReasons({ reasons }: { readonly reasons: readonly LikeReason[] }) {
  const { say, day, number } = useSpeech();
  const text = (reason: LikeReason): string => {
    switch (reason.of) {
      case "unit":
        return say(ALIKE.unit);
      case "text":
        return say(ALIKE.text, { percent: number(reason.percent) });
      case "day":
        return say(ALIKE.day, { said: day(reason.said) });
      case "amount":
        return say(ALIKE.amount, { said: `Rp${number(Number(reason.said))}` });
      case "person":
        return say(ALIKE.person, { said: reason.said });
      case "words":
        return say(ALIKE.words, { said: reason.said });
    }
  };
  return (
    <ul class="like-reasons">
      {reasons.map((reason) => (
        <li key={text(reason)}>
          <bdi>{text(reason)}</bdi>
        </li>
      ))}
    </ul>
  );
}
