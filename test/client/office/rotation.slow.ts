/** Two requests one after the other in a session that began before both: the second exchanges a root. */
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { readRequest } from "../../../src/client/ceremony/request.ts";
import { encodeSignature, makeRoot, signRequest } from "../../../src/client/ceremony/root.ts";
import { confirmProposal, findProposals, proposeStatement } from "../../../src/client/office/statements.ts";
import type { Wish } from "../../../src/client/office/wishes.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { sign } from "../../../src/crypto/secret/keys.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { directorySignatureInput } from "../../../src/protocol/directory/directory.ts";
import { askRoots, gather, proposeDirectory } from "../../../src/web/investigator/vault/parts/roster.ts";
import { readStatement } from "../../../src/web/investigator/vault/parts/statements.ts";
import { memberAt } from "../../support/members.ts";
import { startServer } from "../../support/machine/server.ts";

t.test(
  "a colleague publishes, and the next request rests on that: also one that exchanges a root while somebody is suspended",
  async (t) => {
    const server = await startServer(t);
    const { lead: first, administrator, investigators, roots } = server.organisation;
    // Whoever signs in in the second in which the office was made would renew nothing.
    await sleep(1_000);
    const [lead, colleague] = [await memberAt(server, first), await memberAt(server, administrator)];
    const [root] = roots;
    const comes = makeRoot();
    const agree = async () => {
      const [proposal] = await findProposals(colleague);
      t.ok(await confirmProposal(colleague, proposal!));
    };
    await proposeStatement(lead, { suspended: [investigators[1]!.entry.id], closed: [] });
    await agree();

    const round = async (wish: Wish, seeds: readonly Uint8Array[]) => {
      const asked = await askRoots(lead, [wish]);
      if (!("file" in asked)) throw new Error(JSON.stringify(asked));
      const read = readRequest(asked.file);
      const old = encodeSignature({
        format: "segel/1/root-signature",
        directory: hex(read.directory.hash),
        root: hex(root!.publicKey),
        signature: toBase64url(sign(root!, directorySignatureInput(read.bytes))),
      });
      const files = [asked.file, old, ...seeds.map((seed) => encodeSignature(signRequest(read, seed)))];
      t.match(await gather(lead, files), { isEnough: true, taken: { suspended: [investigators[1]!.entry.id] } });
      t.same(await proposeDirectory(lead, { files, givenBack: [] }), { isPublished: false });
      t.match(await readStatement(lead), { proposals: [{ publishes: read.directory.version, missing: 1 }] });
      await agree();
    };
    await round({ what: "renew", member: investigators[0]!.entry.id }, []);
    await round({ what: "roots", come: [hex(comes.key)], go: [hex(root!.publicKey)], threshold: 1 }, [comes.seed]);
    await lead.directories.refresh();
    t.equal(lead.directories.current.version, 3);
    t.same(lead.directories.current.roots.keys.map(hex), [hex(comes.key)]);
  },
);
