/** When the recovery key was rehearsed, and whether cases were opened with it: by records that this client has verified. */
import { fromHex, hex } from "../../crypto/bytes.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import { sign } from "../../crypto/secret/keys.ts";
import { API } from "../../protocol/api.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { addDays } from "../../protocol/encoding/day.ts";
import type { Directory, ListedRecovery } from "../../protocol/directory/directory.ts";
import { REHEARSAL_ASKED_DAYS, REHEARSAL_DAYS } from "../../protocol/limits.ts";
import {
  type Attested,
  type RecoveryRecord,
  isAttested,
  isRecoveryRecord,
  recoveryRecordInput,
} from "../../protocol/directory/recovery-record.ts";
import { CeremonyError } from "../ceremony/refusal.ts";
import { callJson } from "../line/http.ts";
import type { Steward } from "../member/entry/sign-in.ts";

export type RecoveryStanding = {
  /** None where the office has no recovery key */
  readonly recovery: ListedRecovery | null;
  /** Those of the recovery key that the newest directory lists, newest first */
  readonly records: readonly RecoveryRecord[];
  /** The newest rehearsal of it, as a day */
  readonly rehearsedOn: string | undefined;
  /** Cases were opened with it: it is to be replaced */
  readonly openedOn: string | undefined;
  /** Whether it is time for a rehearsal, or past it */
  readonly due: "not-yet" | "soon" | "over";
};

/** By the newest directory; what no member of this office has signed is left out. Throws ApiError, DirectoryError. */
export async function readRecoveryStanding(steward: Steward, today: string): Promise<RecoveryStanding> {
  // The key may have been replaced since this session looked, also by what it has proposed itself.
  await steward.directories.refresh();
  const { records } = await callJson(steward.connection, "recoveryRecords", API.recoveryRecords.answer.json);
  const { current } = steward.directories;
  const own: RecoveryRecord[] = [];
  for (const record of records) {
    const { version, hash } = record.directory;
    const named = isOfKey(record, current) ? await steward.directories.at(version, fromHex(hash)) : undefined;
    if (named !== undefined && isRecoveryRecord(record, named)) own.push(record);
  }
  const newest = (use: RecoveryRecord["use"]) => own.find((record) => record.use === use)?.day;
  const rehearsedOn = newest("rehearsed");
  return {
    recovery: current.recovery,
    records: own,
    rehearsedOn,
    openedOn: newest("opened"),
    due: dueOn(rehearsedOn, today),
  };
}

function isOfKey({ recoveryKey }: RecoveryRecord, directory: Directory): boolean {
  return directory.recoveryKey !== null && recoveryKey === hex(fingerprintOf(directory.recoveryKey));
}

function dueOn(rehearsedOn: string | undefined, today: string): RecoveryStanding["due"] {
  if (rehearsedOn === undefined || addDays(rehearsedOn, REHEARSAL_DAYS) <= today) return "over";
  return addDays(rehearsedOn, REHEARSAL_ASKED_DAYS) <= today ? "soon" : "not-yet";
}

/** Stores what the sheets have answered, signed by this member. Throws CeremonyError `other-recovery`, ApiError. */
export async function putAttested(steward: Steward, answer: Attested): Promise<void> {
  const { id, signing, connection, directories } = steward;
  const { current } = directories;
  if (!isAttested(answer, current)) throw new CeremonyError("other-recovery");
  const { format: _format, ...attested } = answer;
  const record = { ...attested, directory: { version: current.version, hash: hex(current.hash) }, member: id };
  const signature = toBase64url(sign(signing, recoveryRecordInput(record)));
  await callJson(connection, "putRecoveryRecord", API.putRecoveryRecord.answer.json, {
    body: { ...record, signature },
  });
}
