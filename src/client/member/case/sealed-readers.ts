/** Whom a report was sealed to, against the directory that it names. */
import { hex } from "../../../crypto/bytes.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import type { ReportBody } from "../../../protocol/content.ts";
import type { ListedRecovery } from "../../../protocol/directory/directory.ts";
import { mayBeLeftOut } from "../../../protocol/directory/validity.ts";
import { Refusal } from "../../refusal.ts";
import type { Member } from "../entry/sign-in.ts";

/**
 * After opening: who reads is who the directory of that version says, minus the excluded and who was not valid; and I am one
 * of them, or came by it otherwise, which the records say. Gives the recovery key that the directory listed then.
 */
export async function checkReaders(
  member: Member,
  prefix: { channelId: Uint8Array; directoryVersion: number; directoryHash: Uint8Array },
  body: Pick<ReportBody, "recipients" | "excluded">,
  isOtherwise: boolean,
): Promise<ListedRecovery | null> {
  const { directories } = member;
  const directory = await directories.at(prefix.directoryVersion, prefix.directoryHash);
  const channel = directory?.channels.get(hex(prefix.channelId));
  if (directory === undefined || channel === undefined) throw new CryptoError("altered");
  const [recipients, excluded] = [body.recipients.map(hex), body.excluded.map(hex)];
  // Before anything of it is kept: who recovers would go on reading a report about themselves.
  if (isOtherwise && excluded.includes(member.id)) throw new Refusal("must-not-read");
  const all = [...recipients, ...excluded];
  let suspended: readonly string[] = [];
  const isLeftOut = (id: string) =>
    suspended.includes(id) || mayBeLeftOut(directory, directory.members.get(id), directories.current.members.get(id));
  const isComplete = () => channel.recipients.every((id) => all.includes(id) || isLeftOut(id));
  // Suspended while this session went on: the reporter's page may have heard it first.
  if (!isComplete()) await directories.refresh();
  // Suspended then, and let back by a directory since.
  if (!isComplete()) suspended = await directories.suspendedAtTheEndOf(directory);
  const complete =
    new Set(all).size === all.length && all.every((id) => channel.recipients.includes(id)) && isComplete();
  if (!complete || (!recipients.includes(member.id) && !isOtherwise)) throw new CryptoError("altered");
  return directory.recovery;
}
