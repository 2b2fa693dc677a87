/** An office opens to the public once it has rehearsed: the server says how far that is, by what its tables show. */
import { API } from "../../protocol/api.ts";
import type { OPENING } from "../../protocol/api/founding.ts";
import type * as z from "../../protocol/encoding/zod.ts";
import { callJson } from "../line/http.ts";
import type { Member } from "../member/entry/sign-in.ts";

export type Opening = z.output<(typeof OPENING)["opening"]["answer"]["json"]>;

export function readOpening({ connection }: Pick<Member, "connection">): Promise<Opening> {
  return callJson(connection, "opening", API.opening.answer.json);
}

/** A steward. Where something is missing the answer says what, and nothing was opened. */
export function openOffice({ connection }: Pick<Member, "connection">): Promise<Opening> {
  return callJson(connection, "openOffice", API.openOffice.answer.json);
}
