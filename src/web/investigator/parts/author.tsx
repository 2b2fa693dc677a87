import { useSpeech } from "../../screen/speech.ts";
import type { CaseView, EntryView, SignedIn } from "../vault/messages/vault.ts";
import { AUTHORS } from "./words.ts";

export type AuthorProps = { readonly entry: EntryView; readonly view: CaseView; readonly member: SignedIn };

/** Whose signature was verified, by the name that the directory gives. */
export function Author({ entry: { author, direction }, view, member }: AuthorProps) {
  const { say, name } = useSpeech();
  if (direction === "reporter") return <>{say(AUTHORS.reporter)}</>;
  if (author === undefined) return <>{say(AUTHORS.unknown)}</>;
  if (author === member.memberId) return <>{say(AUTHORS.you)}</>;
  return <bdi>{name(view.names[author])}</bdi>;
}
