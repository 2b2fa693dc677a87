import { useSpeech } from "../parts/speech.ts";
import type { CaseView, EntryView, SignedIn } from "../vault/vault-messages.ts";
import { CASE } from "./words.ts";

export type AuthorProps = { readonly entry: EntryView; readonly view: CaseView; readonly member: SignedIn };

/** Whose signature was verified, by the name that the directory gives. */
export function Author({
  entry: { author, direction },
  view,
  member,
}: {
  readonly entry: EntryView;
  readonly view: CaseView;
  readonly member: SignedIn;
}) {
  const { say, name } = useSpeech();
  if (direction === "reporter") return <>{say(CASE.reporter)}</>;
  if (author === undefined) return <>{say(CASE.unknownAuthor)}</>;
  if (author === member.memberId) return <>{say(CASE.you)}</>;
  return <bdi>{name(view.names[author])}</bdi>;
}
