/** What arrives at the office: the newest case, opened by a member through the client layer, with its files' bytes. */
import { type MemberCase, openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { findNewCases } from "../../../src/client/member/list/cases.ts";
import { downloadFile } from "../../../src/client/files/download.ts";
import { concat } from "../../../src/crypto/bytes.ts";
import type { FileEntry } from "../../../src/protocol/content.ts";
import { first } from "../../support/hostile/hostile-story.ts";
import { enter } from "./colleague.ts";
import type { Login, Site } from "./site.ts";

export type Arrived = FileEntry & { readonly bytes: Uint8Array };

/** @param login a member who has not opened it yet */
export async function openArrivals(
  site: Site,
  login: Login = site.logins[0],
): Promise<{ readonly file: MemberCase; readonly files: readonly Arrived[] }> {
  const member = await enter(site, login);
  const file = await openMemberCase(member, first((await findNewCases(member)).opened));
  const entries = file.opened.conversation.flatMap(({ message }) => (message?.kind === "files" ? message.files : []));
  const files: Arrived[] = [];
  for (const entry of entries) {
    const pieces: Uint8Array[] = [];
    await downloadFile(file.cells, entry, { write: (piece) => void pieces.push(piece), end: () => {}, drop: () => {} });
    files.push({ ...entry, bytes: concat(...pieces) });
  }
  return { file, files };
}
