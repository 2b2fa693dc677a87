import t from "tap";
import { MAX_KNOWN_HEADS_BYTES } from "../../../src/protocol/api/casework.ts";
import { sha256 } from "../../../src/client/line/sha256.ts";
import { fromHex, hex } from "../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { parseHeadNames, parseHeads, parseNewHeadNames } from "../../../src/protocol/frames.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { type Session, type TestServer, send, startServer, storeReport } from "../../support/machine/server.ts";
import { playStrangers } from "./strangers.ts";

t.test("attack 90: heads for strangers are tried once, and later looks fetch their names alone", (t) =>
  playStrangers(t, 120),
);

const bare = (handle: string) => handle.replaceAll("-", "");

async function named(server: TestServer, session: Session, handles: readonly string[]): Promise<string[]> {
  const only = toBase64url(fromHex(handles.map(bare).join("")));
  const { heads, next } = parseHeads((await send(server, `/api/heads?only=${only}`, { session })).bytes);
  t.equal(next, undefined);
  return heads.map(({ handle }) => hex(handle));
}

t.test("by name a member gets the heads that the list would show, and no others", async (t) => {
  const server = await startServer(t);
  const { investigators, lead, channels } = server.organisation;
  await storeReport(server, { channel: channels[0] });
  await storeReport(server, { channel: channels[1] });
  // The lead receives from the first channel alone.
  const [one, other] = [await logIn(server, lead), await logIn(server, investigators[0]!)];
  const names = async (session: Session) => parseHeadNames((await send(server, "/api/heads/names", { session })).bytes);
  const all = await names(other);
  t.same([all.openedByNobody.length, all.openedByOthers.length], [0, 2], "of two nobody is told that none is opened");
  const handles = all.openedByOthers.map(hex);
  const [mine = ""] = (await names(one)).openedByOthers.map(hex);
  t.same(await named(server, one, [...handles, hex(randomBytes(16))]), [mine], "not those of another channel");
  await openHeads(server, other);
  t.same(await named(server, other, handles), [], "nor those that were opened");
  t.same((await names(one)).openedByOthers.map(hex), [mine], "and others hear nothing of it");
  for (const only of [toBase64url(randomBytes(17)), toBase64url(randomBytes(16 * 101)), "", "*"])
    t.equal((await send(server, `/api/heads?only=${only}`, { session: one })).status, 400, only.slice(0, 8));
});

t.test(
  "a look costs what came since yesterday: of all before a digest is told, without what the member opened",
  async (t) => {
    const server = await startServer(t);
    const { investigators, lead, channels } = server.organisation;
    const [one, other] = [await logIn(server, lead), await logIn(server, investigators[0]!)];
    const told = async (session: Session) => {
      const { digest, waiting, names } = parseNewHeadNames((await send(server, "/api/heads/new", { session })).bytes);
      return { digest: hex(digest), waiting, names: names.map(hex) };
    };
    const digestOf = async (handles: readonly string[]) =>
      hex(
        await sha256(
          fromHex(
            handles
              .map((handle) => bare(handle).slice(0, 16))
              .toSorted()
              .join(""),
          ),
        ),
      );
    const handles: string[] = [];
    for (const channel of [channels[0], channels[0], channels[1]]) {
      await storeReport(server, { channel });
      const [row] = await query(
        server.urls.ownerUrl,
        "UPDATE cases SET arrived_on = arrived_on - 3 WHERE arrived_on > current_date - 2 RETURNING handle",
      );
      handles.push(String(row?.["handle"]));
    }
    t.same(await told(one), { digest: await digestOf(handles.slice(0, 2)), waiting: 0, names: [] }, "of own channels");
    t.equal((await told(other)).digest, await digestOf(handles));
    await openHeads(server, other);
    t.equal((await told(other)).digest, await digestOf([]), "at once, where somebody has opened some");
    t.equal((await told(one)).digest, await digestOf(handles.slice(0, 2)), "and others hear nothing of it");
    await storeReport(server, { channel: channels[0] });
    const { digest, names } = await told(one);
    t.equal(digest, await digestOf(handles.slice(0, 2)));
    t.equal(names.length, 1);
    t.notOk(handles.map(bare).includes(names[0] ?? ""), "what came today is named");
  },
);

t.test("what a client remembers of heads is stored as it is, up to its bound, and is each member's own", async (t) => {
  const server = await startServer(t);
  const { investigators, lead } = server.organisation;
  const [one, other] = [await logIn(server, lead), await logIn(server, investigators[0]!)];
  const read = async (session: Session) => (await send(server, "/api/vault/heads", { session })).bytes;
  const put = (body: Uint8Array) => send(server, "/api/vault/heads", { method: "PUT", session: one, body });
  t.equal((await read(one)).length, 0);
  const record = randomBytes(5_000);
  t.equal((await put(record)).status, 200);
  t.same(Buffer.from(await read(one)), Buffer.from(record));
  t.equal((await read(other)).length, 0);
  t.equal((await put(randomBytes(MAX_KNOWN_HEADS_BYTES + 1))).status, 413);
});
