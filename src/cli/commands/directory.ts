/** `segel directory`: who reads, whom one can exclude, and whether the signed list is genuine. */
import { fetchChain, loadDirectories } from "../../client/directory/directories.ts";
import { hex } from "../../crypto/bytes.ts";
import { fingerprintOf, rootsFingerprintOf } from "../../crypto/identity.ts";
import { type Directory, type Member, documentBytes, parseDirectory } from "../../protocol/directory/directory.ts";
import { isValidAt } from "../../protocol/directory/validity.ts";
import { acceptDirectory, firstUse } from "../../protocol/directory/trust.ts";
import type { Command, CommandCall } from "./command.ts";
import { recallDirectory } from "./device-memory.ts";
import { Failure } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { ROLE_NAMES } from "../../words/glossary.ts";
import { bold, grouped, indented, json, print, visible } from "../speech/print.ts";
import { wordRows, wordsOfHash } from "../speech/word-rows.ts";
import { SENTENCES } from "../speech/words.ts";

export const directory: Command = {
  topic: "directory",
  reader: "reporter",
  options: {},
  run: showOrVerify,
};

async function showOrVerify(call: CommandCall): Promise<void> {
  const [verb, ...more] = call.words;
  if (more.length > 0 || (verb !== "show" && verb !== "verify")) throw misuse("directory", call);
  await (verb === "show" ? show(call) : verify(call));
}

async function show(call: CommandCall): Promise<void> {
  const { say, name, connection } = call;
  const { current, now } = await loadDirectories(connection, firstUse(await call.roots()), {
    depth: "quick",
    ...(await call.clock()),
  });
  if (call.json) return print(json(describe(current)));
  const nameOf = (id: string) => visible(name(current.members.get(id)?.names));
  printHead(current, call);
  for (const channel of current.channels.values()) {
    print();
    print(bold(`${say(SENTENCES.channel)} ${visible(name(channel.names))}  ${channel.id}`));
    print(say(SENTENCES.recipients, { names: channel.recipients.map(nameOf).join(", ") }));
    print(say(SENTENCES.excludable, { names: channel.excludable.map(nameOf).join(", ") || "-" }));
    if (channel.recovery) print(say(SENTENCES.withRecovery));
  }
  print();
  print(bold(say(SENTENCES.members)));
  for (const member of current.members.values()) {
    const { id, names, roles } = member;
    const named = `${visible(name(names))}, ${roles.map((role) => say(ROLE_NAMES[role])).join(", ")}`;
    print(`  ${id}  ${named} (${standing(member, now, call)})`);
  }
}

function standing(member: Member, now: number, { say, day }: CommandCall): string {
  const { removedIn, validFrom, validUntil } = member;
  if (removedIn !== null) return say(SENTENCES.removedIn, { version: String(removedIn) });
  if (isValidAt(member, now)) return say(SENTENCES.entryUntil, { day: day(validUntil) });
  return say(SENTENCES.entryNotValid, { from: day(validFrom), until: day(validUntil) });
}

/** Every document from the first on, as strictly as a member's program does. */
async function verify(call: CommandCall): Promise<void> {
  const { say, connection } = call;
  const roots = await call.roots();
  const chain = await fetchChain(connection, 1);
  const now = Date.now();
  const { directory: newest } = acceptDirectory(firstUse(roots), chain, { depth: "thorough", now });
  const device = await recallDirectory({ origin: connection.origin, roots, name: "" }, say);
  if (device !== undefined)
    checkAgainst(
      device,
      chain.map((signed) => parseDirectory(documentBytes(signed))),
      call,
    );
  const signatures = chain.at(-1)?.signatures.length ?? 0;
  if (call.json)
    return print(
      json({ verified: true, documents: chain.length, remembered: device !== undefined, ...describe(newest) }),
    );
  printHead(newest, call);
  print(
    say(SENTENCES.signaturesRight, { signatures, threshold: newest.roots.threshold, of: newest.roots.keys.length }),
  );
  print(say(SENTENCES.chainWhole, { documents: chain.length }));
  print(say(SENTENCES.membersRight, { members: newest.members.size }));
  print(say(device === undefined ? SENTENCES.notRememberedHere : SENTENCES.sameAsRemembered));
  print();
  print(say(SENTENCES.compareRoots));
  print();
  const fingerprint = rootsFingerprintOf(newest.roots);
  print(indented(`${wordRows(fingerprint)}\n\n${grouped(hex(fingerprint))}`));
}

function checkAgainst(
  device: { directoryVersion: number; directoryHash: Uint8Array },
  documents: readonly Directory[],
  { say }: CommandCall,
): void {
  const same = documents.find(({ version }) => version === device.directoryVersion);
  if (same === undefined || hex(same.hash) !== hex(device.directoryHash))
    throw new Failure(say(SENTENCES.notAsRemembered));
}

function printHead({ version, notBefore, expires, freshness }: Directory, { say, day }: CommandCall): void {
  print(bold(say(SENTENCES.directoryHead, { version: String(version) })));
  print(say(SENTENCES.directoryDates, { from: day(notBefore), until: day(expires) }));
  if (freshness !== null) print(say(SENTENCES.statedUntil, { stated: day(freshness.expires), expires: day(expires) }));
}

function describe({ version, hash, notBefore, expires, roots, members, channels }: Directory): object {
  const instant = (ms: number) => new Date(ms).toISOString();
  return {
    version,
    hash: hex(hash),
    notBefore: instant(notBefore),
    expires: instant(expires),
    roots: {
      threshold: roots.threshold,
      fingerprint: hex(rootsFingerprintOf(roots)),
      words: wordsOfHash(rootsFingerprintOf(roots)).join(" "),
      fingerprints: roots.keys.map((key) => hex(fingerprintOf(key))),
    },
    channels: [...channels.values()],
    members: [...members.values()].map(describeMember),
  };
}

function describeMember({ id, names, roles, removedIn, validFrom, validUntil }: Member): object {
  const instant = (ms: number) => new Date(ms).toISOString();
  return { id, names, roles, removedIn, validFrom: instant(validFrom), validUntil: instant(validUntil) };
}
