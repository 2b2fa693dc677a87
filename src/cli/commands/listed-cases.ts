/** The member's list of cases, and which of them somebody means. */
import { MOST_PAGES, allPages } from "../../client/line/paging.ts";
import { type ListedCase, listCases } from "../../client/member/cases.ts";
import type { Member } from "../../client/member/sign-in.ts";
import { registerNumberOf } from "../../crypto/identity.ts";
import { Failure } from "../speech/failures.ts";
import { visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";
import type { CommandCall } from "./command.ts";

export async function allCases(member: Member): Promise<ListedCase[]> {
  const all: ListedCase[] = [];
  const fetch = (after: string | undefined) => listCases(member, after);
  for await (const { cases } of allPages(MOST_PAGES.cases, fetch, ({ next }) => next)) all.push(...cases);
  return all;
}

export async function findCase(member: Member, typed: string, { say }: CommandCall): Promise<ListedCase> {
  const plain = (number: string) => number.toUpperCase().replaceAll("-", "");
  const matches = (await allCases(member)).filter(
    ({ handle, caseId }) => handle === typed.toLowerCase() || plain(registerNumberOf(caseId)) === plain(typed),
  );
  const [found] = matches;
  if (found === undefined) throw new Failure(say(SENTENCES.noSuchCase, { id: visible(typed) }));
  if (matches.length > 1)
    throw new Failure(say(SENTENCES.severalCases, { list: matches.map(({ handle }) => handle).join(", ") }));
  return found;
}
