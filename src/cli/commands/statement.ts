/** `segel statement`: stewards say that the directory holds, suspend members and close channels, as at the desk. */
import { isActive } from "../../protocol/directory/directory.ts";
import {
  type Proposal,
  confirmProposal,
  findProposals,
  readProposals,
  nameOfProposal,
  proposeStatement,
} from "../../client/office/statements.ts";
import type { Steward } from "../../client/member/entry/sign-in.ts";
import { foldText } from "../../protocol/encoding/fold.ts";
import { Failure } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { alarm, bold, json, print, tell, visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";
import type { Command, CommandCall } from "./command.ts";
import { withSteward } from "./entrance.ts";

export const statement: Command = {
  topic: "statement",
  reader: "member",
  options: { suspend: { type: "string", multiple: true }, close: { type: "string", multiple: true } },
  run: work,
};

/** So much of a proposal's name is typed. */
const NAME_LENGTH = 8;

async function work(call: CommandCall): Promise<void> {
  const [verb, proposal, ...more] = call.words;
  const takes = [...call.values("suspend"), ...call.values("close")].length > 0;
  const fits =
    verb === "show" ? proposal === undefined && !takes : verb === "confirm" && !(takes && proposal !== undefined);
  if (!fits || more.length > 0) throw misuse("statement", call);
  await withSteward(call, (steward) => (verb === "show" ? show(steward, call) : confirm(steward, proposal, call)));
}

async function show(steward: Steward, call: CommandCall): Promise<void> {
  const { say, day } = call;
  const { version, expires, freshness } = steward.directories.current;
  const { proposals, invalid } = await readProposals(steward);
  if (invalid > 0) tell(alarm(`! ${say(SENTENCES.invalidProposals, { n: invalid })}`));
  if (call.json) return print(json({ version, expires, freshness, proposals: proposals.map(describe), invalid }));
  print(bold(say(SENTENCES.directoryHead, { version: String(version) })));
  if (freshness !== null) print(say(SENTENCES.statedUntil, { stated: day(freshness.expires), expires: day(expires) }));
  for (const one of proposals) printProposal(one, steward, call);
}

function printProposal(one: Proposal, { directories: { current } }: Steward, { say, name, day }: CommandCall): void {
  const names = (ids: readonly string[]) =>
    ids.map((id) => visible(name((current.members.get(id) ?? current.channels.get(id))?.names))).join(", ");
  print();
  print(
    bold(`${nameOfProposal(one).slice(0, NAME_LENGTH)}  ${say(SENTENCES.proposedUntil, { day: day(one.expires) })}`),
  );
  if (one.directory !== undefined)
    print(`  ${say(SENTENCES.publishesDirectory, { version: String(one.directory.read.version) })}`);
  if (one.takes.suspended.length > 0) print(`  ${say(SENTENCES.suspends, { names: names(one.takes.suspended) })}`);
  if (one.takes.closed.length > 0) print(`  ${say(SENTENCES.closes, { names: names(one.takes.closed) })}`);
  print(`  ${say(SENTENCES.statementSigners, { names: names(one.signers), n: one.missing })}`);
}

/** Signs a colleague's proposal by the beginning of its name; or states anew, less what is taken. */
async function confirm(steward: Steward, typed: string | undefined, call: CommandCall): Promise<void> {
  const { say } = call;
  const isPublished = await (typed === undefined
    ? proposeStatement(steward, { suspended: named("suspend", steward, call), closed: named("close", steward, call) })
    : confirmProposal(steward, await proposalNamed(typed, steward, call)));
  if (call.json) return print(json({ isPublished }));
  print(say(isPublished ? SENTENCES.stated : SENTENCES.statementSigned));
}

async function proposalNamed(typed: string, steward: Steward, { say }: CommandCall): Promise<Proposal> {
  const found = (await findProposals(steward)).filter((one) => nameOfProposal(one).startsWith(typed.toLowerCase()));
  const [only] = found;
  if (only === undefined || found.length > 1 || typed.length < NAME_LENGTH)
    throw new Failure(say(SENTENCES.noSuchProposal, { name: visible(typed) }));
  return only;
}

/** Ids of members or channels, which are named by id or by their whole name. */
function named(option: "suspend" | "close", { directories: { current } }: Steward, call: CommandCall): string[] {
  const all: readonly { readonly id: string; readonly names: Readonly<Record<string, string>> }[] =
    option === "suspend" ? [...current.members.values()].filter(isActive) : [...current.channels.values()];
  return call.values(option).map((typed) => {
    const wanted = foldText(typed.trim());
    const found = all.filter(
      ({ id, names }) => id === typed || Object.values(names).some((one) => foldText(one) === wanted),
    );
    const [only] = found;
    if (only !== undefined && found.length === 1) return only.id;
    const list = all.map(({ names }) => visible(call.name(names))).join(", ");
    throw new Failure(call.say(SENTENCES.noSuchMember, { name: visible(typed), list }));
  });
}

function describe(one: Proposal): object {
  const { expires, takes, signers, missing, directory } = one;
  return { name: nameOfProposal(one), expires, ...takes, signers, missing, publishes: directory?.read.version ?? null };
}
