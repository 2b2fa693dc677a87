/** Declared interests: whose they are, who may ask for them, and which version stays. */
import t from "tap";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { encodeDeclaration, encodeDeclarationPrefix } from "../../../src/crypto/declaration.ts";
import { SLOT_BYTES } from "../../../src/crypto/envelope.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { logIn } from "../../support/members.ts";
import { type Session, send, startServer } from "../../support/machine/server.ts";

function declare(memberId: string, version: number, slots = 8): Uint8Array {
  const place = { memberId: fromHex(memberId), version, directoryVersion: 1, directoryHash: randomBytes(32) };
  return encodeDeclaration({
    prefixBytes: encodeDeclarationPrefix(place),
    commit: randomBytes(32),
    box: randomBytes(16_424),
    slots: Array.from({ length: slots }, () => randomBytes(SLOT_BYTES)),
  });
}

t.test(
  "a declaration is its member's, the leads' of the member's channels, and never replaced by an older one",
  async (t) => {
    const server = await startServer(t);
    const { investigators, lead, custodians } = server.organisation;
    const [author, colleague] = investigators.map(({ entry }) => entry.id);
    const [own, other, leader] = await Promise.all([
      logIn(server, investigators[0]!),
      logIn(server, investigators[1]!),
      logIn(server, lead),
    ]);
    const put = async (session: Session, body: Uint8Array) =>
      (await send(server, "/api/interests", { method: "PUT", session, body })).status;
    const read = (session: Session, id = author) => send(server, `/api/members/${id}/interests`, { session });
    t.equal((await read(own!)).bytes.length, 0, "nothing yet");
    const second = declare(author!, 2);
    t.equal(await put(own!, second), 200);
    t.equal(await put(own!, second), 200, "the same again, after a lost answer");
    t.equal(await put(own!, declare(author!, 2)), 409, "another of that version");
    t.equal(await put(own!, declare(author!, 1)), 409);
    t.equal(await put(other!, declare(author!, 3)), 400, "somebody else's");
    for (const session of [own!, leader!]) t.same(Buffer.from((await read(session)).bytes), Buffer.from(second));
    t.equal((await read(other!)).status, 404);
    t.equal((await read(own!, colleague)).status, 404);
    t.equal((await read(leader!, custodians[0]!.entry.id)).status, 404, "no channel is shared");
    for (const wrong of [declare(author!, 3, 7), declare(author!, 0), randomBytes(200), new Uint8Array()])
      t.equal(await put(own!, wrong), 400);
    t.equal(await put(own!, declare(author!, 4_294_967_295, 64)), 200, "the largest");
  },
);
