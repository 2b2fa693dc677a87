/** Where one is at the desk beside a single case, and the way to the others: in the header, on every screen. */
import { useSpeech } from "../../screen/speech.ts";
import { PLACES } from "./words.ts";

const ALL = ["cases", "figures", "evaluation"] as const;
export type Place = (typeof ALL)[number];

export type PlacesProps = { readonly place: Place; readonly onPlace: (place: Place) => void };

export function Places({ place, onPlace }: PlacesProps) {
  const { say } = useSpeech();
  return (
    <nav class="places" aria-label={say(PLACES.title)}>
      {ALL.map((one) => (
        <button key={one} type="button" aria-current={one === place ? "page" : undefined} onClick={() => onPlace(one)}>
          {say(PLACES[one])}
        </button>
      ))}
    </nav>
  );
}
