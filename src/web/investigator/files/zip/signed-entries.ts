/** Entries of a ZIP that leaves the office: listed with size and hash, signed by the vault, all of one day. */
import type { SignOrder, SignedEntry } from "../../../../client/case-file/signing.ts";
import { startSha256 } from "../../../../client/line/sha256.ts";
import { hex } from "../../../../crypto/bytes.ts";
import type { ZipEntry } from "./zip.ts";

const HASHED_AT_ONCE = 1_048_576;

export type WrittenEntry = Omit<ZipEntry, "day">;
type Listed = SignOrder["entries"][number];
type Sign = (order: Pick<SignOrder, "on" | "entries">) => Promise<readonly SignedEntry[]>;

export async function sha256Of(content: Blob): Promise<string> {
  const digest = startSha256();
  for (let at = 0; at < content.size; at += HASHED_AT_ONCE)
    digest.update(new Uint8Array(await content.slice(at, at + HASHED_AT_ONCE).arrayBuffer()));
  return hex(digest.digest());
}

/** @param known hashes by name, of those that were hashed before */
export async function listEntries(
  entries: readonly WrittenEntry[],
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const { name, content } of entries)
    listed.push({ name, size: content.size, sha256: known.get(name) ?? (await sha256Of(content)) });
  return listed;
}

/** In their order, and behind them what says by whom they are; rejects as signing does. */
export async function signEntries(
  entries: readonly WrittenEntry[],
  listed: readonly Listed[],
  on: string,
  sign: Sign,
): Promise<ZipEntry[]> {
  const signed = await sign({ on, entries: [...listed] });
  const behind = signed.map(({ name, bytes }) => ({ name, content: new Blob([bytes]) }));
  return [...entries, ...behind].map((entry) => ({ ...entry, day: on }));
}
