/** Members coming in and going, and what they keep here for themselves. */
import { VAULT_MEMORY_BYTES } from "../../protocol/api/factors.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { clearSessionCookie } from "../plugins/sessions.ts";
import { ProblemError } from "../problem.ts";
import { putInterests, readInterests } from "../services/cases/interests.ts";
import { enrol, findLoginParameters } from "../entrance/members.ts";
import { putRecoveryRecord, readRecoveryRecords } from "../services/office/recovery.ts";
import { actOf } from "../services/common/sessions.ts";
import type { Services } from "../services/services.ts";
import { findKnownHeads, updateKnownHeads, updateVaultMemory } from "../store/office/members.ts";
import { deleteSession } from "../store/office/sessions.ts";
import type { Handlers } from "./register.ts";

type MemberOperation =
  | "loginParameters"
  | "session"
  | "logout"
  | "enrol"
  | "putVaultMemory"
  | "knownHeads"
  | "putKnownHeads"
  | "notices"
  | "putNotices"
  | "dropNotices"
  | "testNotices"
  | "failingNotices"
  | "interests"
  | "putInterests"
  | "recoveryRecords"
  | "putRecoveryRecord"
  | "publishDirectory"
  | "proposals"
  | "propose"
  | "opening"
  | "openOffice";

export function memberHandlers(services: Services): Handlers<MemberOperation> {
  const { database, directories, nonces, notices, opening, origins } = services;
  return {
    async loginParameters({ body }) {
      const { salt, ...rest } = await findLoginParameters(services, body.name);
      return { salt: toBase64url(salt), ...rest, nonce: nonces.makeCommon() };
    },
    session: async ({ caller }) => ({
      memberId: caller.member.id,
      roles: [...caller.member.roles],
      directoryVersion: caller.directory.version,
    }),
    async logout({ caller }, { request, reply }) {
      await deleteSession(database, caller.idHash);
      clearSessionCookie(request, reply, origins);
      return undefined;
    },
    async enrol({ params, body }) {
      await enrol(services, { ...params, ...body, nonce: nonces.read(body.nonce) });
      return { stored: true };
    },
    async putVaultMemory({ caller, body }) {
      if (!VAULT_MEMORY_BYTES.includes(body.length)) throw new ProblemError("bad-request");
      await updateVaultMemory(database, caller.memberId, body);
      return { stored: true };
    },
    knownHeads: ({ caller }) => findKnownHeads(database, caller.memberId),
    async putKnownHeads({ caller, body }) {
      await updateKnownHeads(database, caller.memberId, body);
      return { stored: true };
    },
    notices: ({ caller }) => notices.read(caller),
    async putNotices({ caller, body }) {
      await notices.put(caller, body);
      return { stored: true };
    },
    async dropNotices({ caller }) {
      await notices.drop(caller);
      return {};
    },
    async testNotices({ caller }) {
      await notices.test(caller);
      return { sent: true };
    },
    failingNotices: () => notices.failing(),
    interests: ({ caller, params }) => readInterests(database, caller, params.memberId),
    async putInterests({ caller, body }) {
      await putInterests(database, caller, body);
      return { stored: true };
    },
    recoveryRecords: async () => ({ records: await readRecoveryRecords(database) }),
    async putRecoveryRecord({ caller, body }) {
      await putRecoveryRecord(database, caller, body);
      return { stored: true };
    },
    async publishDirectory({ caller, body }) {
      await directories.publish(body, actOf(caller));
      return { stored: true };
    },
    proposals: async () => ({ proposals: await directories.proposals() }),
    propose: async ({ caller, body }) => ({
      isPublished: await directories.propose(caller.member.id, body, actOf(caller)),
    }),
    opening: ({ caller }) => opening.read(caller.directory),
    openOffice: ({ caller }) => opening.open(caller.directory, actOf(caller)),
  };
}
