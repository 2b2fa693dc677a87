/** The desk's vault without its page: what it remembers of a case outlives a lock, so that no text goes astray. */
import t from "tap";
import type * as client from "../../../src/web/investigator/vault/vault-client.ts";
import { findNewCases } from "../../../src/client/member/list/cases.ts";
import { enrol } from "../../../src/client/member/entry/sign-in.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { CryptoError } from "../../../src/crypto/errors.ts";
import { encodeCaseItem, encodeCases, encodeReportEnvelope, handleText } from "../../../src/protocol/frames.ts";
import { makeVault } from "../../../src/web/investigator/vault/vault.ts";
import { bytes } from "../../support/hostile/hostile-server.ts";
import { ANSWERS, enter, report, tellStory } from "../../support/hostile/hostile-story.ts";

const CREDENTIALS = { name: "ani", passphrase: "enam kata yang dibuat oleh mesin" };

t.test("attack 62: a text that was kept through a lock is shown in no other case than its own", async (t) => {
  const story = await tellStory();
  const { server, organisation, stored } = story;
  const other = await report(server, organisation);
  await enrol(server.connect(), organisation.lead, CREDENTIALS);
  await findNewCases(await enter(story, organisation.lead));
  server.cases.forEach(({ wraps }) => wraps.clear());
  t.intercept(globalThis, "fetch", { value: server.connect(organisation.lead.entry.id).fetch });
  const { threshold, keys } = organisation.rootSet;
  const answering = { signal: new AbortController().signal, tell: () => {} };
  const comeIn = async () => {
    const vault = makeVault("https://segel.example");
    const roots = { threshold, keys: keys.map(hex) };
    await vault({ call: "signIn", ask: { ...CREDENTIALS, roots, builtAt: 0, device: undefined } }, answering);
    return vault;
  };
  const handle = hex(stored.handle).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");

  const before = await comeIn();
  await before({ call: "openCase", ask: { handle, pages: 1 } }, answering);
  const typed = JSON.stringify({ [handle]: "Untuk pelapor yang pertama." });
  const { sealed } = (await before({ call: "sealDrafts", ask: { drafts: typed } }, answering)) as {
    sealed: Uint8Array;
  };

  // The server has the other case stand under this handle, from the list on.
  const relabelled = (member: string) => ({ ...server.itemOf(other.stored, member), handle: stored.handle });
  server.lies.oneCase = ({ member }) => bytes(encodeCaseItem(relabelled(member)));
  server.lies.cases = ({ member }) => bytes(encodeCases({ next: undefined, cases: [relabelled(member)] }));
  server.lies.envelope = () => bytes(encodeReportEnvelope(other.stored.head, other.stored.body));
  for (const isListed of [false, true]) {
    const after = await comeIn();
    const { drafts } = (await after({ call: "openDrafts", ask: { sealed } }, answering)) as { drafts: string };
    t.equal(drafts, typed);
    const kept = (await after({ call: "sealDrafts", ask: { drafts } }, answering)) as { sealed: Uint8Array };
    sealed.set(kept.sealed);
    if (isListed) await after({ call: "listCases", ask: { after: undefined } }, answering);
    const opening = after({ call: "openCase", ask: { handle, pages: 1 } }, answering);
    await t.rejects(opening, new CryptoError("altered"), isListed ? "listed" : "at once");
  }
});

t.test(
  "what may not be read any more is not found any more, and a browser without a database searches all the same",
  async (t) => {
    const story = await tellStory();
    const { server, organisation, stored } = story;
    await enrol(server.connect(), organisation.lead, CREDENTIALS);
    await findNewCases(await enter(story, organisation.lead));
    t.intercept(globalThis, "fetch", { value: server.connect(organisation.lead.entry.id).fetch });
    const { threshold, keys } = organisation.rootSet;
    const answering = { signal: new AbortController().signal, tell: () => {} };
    const vault = makeVault("https://segel.example");
    const roots = { threshold, keys: keys.map(hex) };
    await vault({ call: "signIn", ask: { ...CREDENTIALS, roots, builtAt: 0, device: undefined } }, answering);
    const list = () => vault({ call: "listCases", ask: { after: undefined } }, answering);
    const build = () => vault({ call: "buildIndex", ask: {} }, answering);
    const find = () => vault({ call: "findCases", ask: { question: ANSWERS.unitName } }, answering);
    t.same(await build(), { done: 0, of: 0, kept: "never" }, "nothing is read before the list is there");
    await list();
    t.same(await build(), { done: 1, of: 1, kept: "never" });
    const handle = handleText(stored.handle);
    t.same(await find(), { handles: [handle] });
    t.match(await vault({ call: "showFound", ask: { handles: [handle] } }, answering), {
      snippets: { [handle]: [{ place: { of: "report", field: "unitName" } }] },
    });
    const wraps = server.cases.flatMap((one) => [...one.wraps.values()]);
    server.lies.cases = () => bytes(encodeCases({ next: undefined, cases: [] }));
    await list();
    t.same(await find(), { handles: [] }, "at once, when the list has come");
    t.same(await build(), { done: 0, of: 0, kept: "never" });
    delete server.lies.cases;
    server.lies.envelope = () => bytes(encodeReportEnvelope(new Uint8Array(stored.head), new Uint8Array()));
    await list();
    t.same(await build(), { done: 1, of: 1, kept: "never" }, "one that does not open holds nobody up");
    t.same(await find(), { handles: [] }, "and what was known of it is gone");
    t.same(
      server.cases.flatMap((one) => [...one.wraps.values()]),
      wraps,
      "reading for the search writes nothing",
    );
  },
);

t.test(
  "a part of the desk that was fetched by itself tells the page's failures from what nobody foresaw",
  async (t) => {
    const url = new URL("../../../src/web/investigator/vault/vault-client.ts", import.meta.url).href;
    const [own, copy] = (await Promise.all([import(url), import(`${url}?copy`)])) as (typeof client)[];
    const failure = { kind: "refusal", code: "changed", findings: [] } as const;
    t.same(copy?.pageFailureOf(new own!.VaultError(failure)), failure);
    t.same(copy?.pageFailureOf(new TypeError("x")), { kind: "unforeseen" });
  },
);
