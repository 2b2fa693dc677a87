/** The details hash of an act, made again from what its request was: whoever has that finds its entry in the trail. */
import type { Bytes } from "../../crypto/bytes.ts";
import { API, type Operation } from "../../protocol/api.ts";
import { detailsInput } from "../../protocol/audit/entry.ts";
import { type Call, pathOf } from "../line/http.ts";
import { sha256Of } from "../line/sha256.ts";

export function detailsOf(operation: Operation, params: NonNullable<Call["params"]>, bodyHash: Uint8Array): Bytes {
  return sha256Of(detailsInput({ method: API[operation].method, path: pathOf(operation, { params }), bodyHash }));
}
