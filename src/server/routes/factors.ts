/** Members signing in by two steps, their second factors, and their sessions. */
import { hex } from "../../crypto/bytes.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { refuseCrossSite, setSessionCookie } from "../plugins/sessions.ts";
import { addCode, addPasskey, listFactors, listMemberFactors, removeFactor, stopReset } from "../entrance/factors.ts";
import { type Entered, giveFactor, logIn, logInByPasskey } from "../entrance/members.ts";
import { askReset } from "../entrance/resets.ts";
import type { Services } from "../services/services.ts";
import { type Login, findLoginOf } from "../store/office/members.ts";
import { deleteOtherSessions, deleteSessionOf, findSessionsOf } from "../store/office/sessions.ts";
import type { FACTORS } from "../../protocol/api/factors.ts";
import { ProblemError } from "../problem.ts";
import type { Handlers } from "./register.ts";

const recordsOf = ({ vault }: Login) => ({ keys: toBase64url(vault.keys), memory: toBase64url(vault.memory) });

const vaultOf = (login: Login) => ({ keyWrap: toBase64url(login.vault.keyWrap), ...recordsOf(login) });

const enteredOf = ({ login, mustAddFactor, wrongCodes, resetOn }: Entered) => ({
  memberId: hex(login.memberId),
  mustAddFactor,
  wrongCodes,
  resetOn,
});

export function factorHandlers(services: Services): Handlers<keyof typeof FACTORS> {
  const { database, nonces, origins } = services;
  return {
    async login({ body }, { request, reply }) {
      refuseCrossSite(request, origins);
      const entered = await logIn(services, { ...body, nonce: nonces.read(body.nonce) }, origins.of(request));
      if ("ticket" in entered) return { ...entered, ticket: toBase64url(entered.ticket) };
      setSessionCookie(request, reply, origins, entered.cookie);
      return { ...enteredOf(entered), vault: vaultOf(entered.login) };
    },
    async giveFactor({ body }, { request, reply }) {
      refuseCrossSite(request, origins);
      const entered = await giveFactor(services, body.ticket, body.factor);
      setSessionCookie(request, reply, origins, entered.cookie);
      return { ...enteredOf(entered), vault: vaultOf(entered.login) };
    },
    async passkeyLogin({ body: { nonce, assertion } }, { request, reply }) {
      refuseCrossSite(request, origins);
      const entered = await logInByPasskey(services, { assertion, nonce: nonces.read(nonce) });
      setSessionCookie(request, reply, origins, entered.cookie);
      const passkeyWrap = toBase64url(entered.passkeyWrap);
      return { ...enteredOf(entered), vault: { passkeyWrap, ...recordsOf(entered.login) } };
    },
    async vault({ caller }) {
      const login = await findLoginOf(database, caller.memberId);
      if (login === undefined) throw new ProblemError("not-found");
      const { name, memoryKiB, passes } = login;
      return { name, salt: toBase64url(login.salt), memoryKiB, passes, vault: vaultOf(login) };
    },
    async sessions({ caller }) {
      const sessions = await findSessionsOf(database, caller.memberId);
      return {
        sessions: sessions.map(({ idHash, begunOn, way }) => ({
          id: hex(idHash),
          begunOn,
          way,
          isThis: hex(idHash) === hex(caller.idHash),
        })),
      };
    },
    async endSession({ caller, params }) {
      await deleteSessionOf(database, caller.memberId, params.sessionId);
      return {};
    },
    async endOtherSessions({ caller }) {
      await deleteOtherSessions(database, caller.memberId, caller.idHash);
      return {};
    },
    factors: ({ caller }) => listFactors(services, caller),
    async addCode({ caller, params, body }) {
      await addCode(services, caller, { ...params, ...body, nonce: nonces.read(body.nonce) });
      return { stored: true };
    },
    async addPasskey({ caller, params, body }) {
      await addPasskey(services, caller, { ...params, ...body, nonce: nonces.read(body.nonce) });
      return { stored: true };
    },
    async removeFactor({ caller, params, body }) {
      await removeFactor(services, caller, { ...params, ...body, nonce: nonces.read(body.nonce) });
      return {};
    },
    memberFactors: async ({ caller }) => ({ members: await listMemberFactors(services, caller) }),
    async askFactorReset({ caller, params, body }) {
      const { goesOn } = await askReset(services, caller, { ...params, ...body });
      return { goesOn };
    },
    async stopFactorReset({ caller, body }) {
      await stopReset(services, caller, { ...body, nonce: nonces.read(body.nonce) });
      return {};
    },
  };
}
