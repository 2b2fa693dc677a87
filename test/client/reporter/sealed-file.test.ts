import t from "tap";
import type { Directories } from "../../../src/client/directory/directories.ts";
import { prepareHandingIn, sealedFileOf } from "../../../src/client/reporter/sealed-file.ts";
import { ApiError } from "../../../src/client/line/http.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { hex, utf8 } from "../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { HEADERS } from "../../../src/protocol/headers.ts";
import { makeProofOfWork } from "../../../src/server/admission/proof-of-work.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { CARRIED_DAYS } from "../../../src/protocol/limits.ts";
import { DAY_MS } from "../../../src/protocol/encoding/day.ts";
import { type Directory, documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { makeReport } from "../../support/machine/server.ts";

const organisation = makeOrganisation(Date.now());
const directory = parseDirectory(documentBytes(organisation.signed));
const report = makeReport({ organisation, directory });
const file = sealedFileOf(report);

function knowing(known: Directory | undefined, now = Date.now()): Directories {
  return { current: directory, now, at: async () => known } as unknown as Directories;
}

t.test("a file is looked at before anything of it is sent, and each reason not to send it has its code", async (t) => {
  t.ok(await prepareHandingIn(file, knowing(directory)));
  await t.rejects(prepareHandingIn(utf8("sebuah surat"), knowing(directory)), new Refusal("no-sealed-report"));
  await t.rejects(prepareHandingIn(file.slice(0, 4), knowing(directory)), new Refusal("no-sealed-report"));
  await t.rejects(prepareHandingIn(file.slice(0, -1), knowing(directory)), new Refusal("damaged-report"));
  const changed = new Uint8Array(file);
  changed[5_000]! ^= 1;
  await t.rejects(prepareHandingIn(changed, knowing(directory)), new Refusal("damaged-report"));
  await t.rejects(prepareHandingIn(file, knowing(undefined)), new ApiError("other-office"));
  const late = directory.expires + (CARRIED_DAYS + 1) * DAY_MS;
  await t.rejects(prepareHandingIn(file, knowing(directory, late)), new ApiError("sealed-too-long-ago"));
});

t.test("two carriers of one file show the server no key in common, and not its reporter's", async (t) => {
  const challenge = await makeProofOfWork(makeServerKey(randomBytes(32)), async () => 1).makeChallenge("report");
  const keys: string[] = [];
  const line = {
    origin: "http://segel.example",
    fetch: async (url: string, { method, headers }: RequestInit) => {
      if (method === "GET") return Response.json(challenge);
      t.equal(url, "http://segel.example/api/reports");
      keys.push(new Headers(headers).get(HEADERS.key) ?? "");
      return Response.json({ stored: true }, { status: 201 });
    },
  };
  for (let carrier = 0; carrier < 2; carrier++) await (await prepareHandingIn(file, knowing(directory))).run(line);
  t.equal(new Set([...keys, hex(report.keys.auth.publicKey)]).size, 3);
});
