/** The evaluation for a page: the ledger, who handles reports under which directory, and the folder signed. */
import { lookAtLog } from "../../../../client/audit/head.ts";
import { signExport } from "../../../../client/case-file/signing.ts";
import { changeLedger } from "../../../../client/evaluation/ledger.ts";
import { readRegister } from "../../../../client/member/list/interests.ts";
import { openOfficeDocument } from "../../../../client/member/document-trail.ts";
import { type OfficeDocument, newestRead } from "../../../../client/member/office-documents.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import { isValidAt } from "../../../../protocol/directory/validity.ts";
import { EMPTY_LEDGER } from "../../../../protocol/documents/ledger.ts";
import { isCaseworker } from "../../../../protocol/rules/casework.ts";
import type { Asked } from "../../../shared/ask-worker.ts";
import type { EvaluationCalls, EvaluationView, InterestLine, LedgerView, TrailView } from "../messages/evaluation.ts";

const CALLS: readonly string[] = ["readEvaluation", "changeLedger", "signFolder"] satisfies (keyof EvaluationCalls)[];

export function isAboutEvaluation(asked: { readonly call: string }): asked is Asked<EvaluationCalls> {
  return CALLS.includes(asked.call);
}

/** The format of a folder of evidence (docs/protocol.md, "Case file") */
const FOLDER_FORMAT = "segel/1/evidence-folder";

export async function answerEvaluation(
  member: Member,
  asked: Asked<EvaluationCalls>,
): Promise<EvaluationCalls[keyof EvaluationCalls]["answer"]> {
  if (asked.call === "readEvaluation") return readEvaluation(member);
  if (asked.call === "changeLedger")
    return await ledgerView(member, await changeLedger(member, asked.ask, asked.ask.isAnew));
  return { entries: signExport(member, { of: FOLDER_FORMAT, record: null, ...asked.ask }) };
}

async function readEvaluation(member: Member): Promise<EvaluationView> {
  const { current, now } = member.directories;
  const channels = [...current.channels.values()];
  const handlers = [...current.members.values()]
    .filter((one) => isCaseworker(one.roles) && isValidAt(one, now))
    .map(({ id, names, roles, validFrom }) => ({
      names,
      roles,
      channels: channels.filter(({ recipients }) => recipients.includes(id)).map((channel) => channel.names),
      since: validFrom,
    }));
  return {
    ...(await ledgerView(member, await openOfficeDocument(member, "ledger"))),
    handlers,
    channels: channels.map(({ names, recipients, recovery, deadlines }) => ({
      names,
      recipients: recipients.length,
      hasRecovery: recovery,
      deadlines,
    })),
    directoryVersion: current.version,
    trail: await readTrail(member),
    interests:
      current.members.get(member.id)?.roles.includes("lead") === true ? await interestLines(member) : undefined,
  };
}

/** What is wrong with the log is told at sign-in, and by its own screen; here it is not there. */
async function readTrail({ connection, log }: Member): Promise<TrailView | undefined> {
  const looked = await lookAtLog(connection, log.seen === undefined ? [] : [log.seen]);
  if ("alarm" in looked) return undefined;
  const { head, checkpoint, keys } = looked;
  return { size: head.size, root: head.root, note: checkpoint, key: keys[0] ?? "" };
}

async function ledgerView(member: Member, found: OfficeDocument<"ledger">): Promise<LedgerView> {
  const { version, author, alarm } = found;
  const names = author === undefined ? undefined : member.directories.current.members.get(author)?.names;
  const read = await newestRead(member, found);
  return { version, ledger: read?.content ?? EMPTY_LEDGER, author: names, alarm, read: read?.version };
}

async function interestLines(member: Member): Promise<InterestLine[]> {
  const register = await readRegister(member);
  const { members } = member.directories.current;
  return register.flatMap(({ memberId, interests }) =>
    interests.map(({ kind, nature, declared, ended }) => ({
      names: members.get(memberId)?.names ?? {},
      kind,
      nature,
      declared,
      ended,
    })),
  );
}
