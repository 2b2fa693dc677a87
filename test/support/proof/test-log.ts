/** An audit trail that a test fills and bends: leaves by their hashes alone, and heads signed as a server does. */
import { sha256Of } from "../../../src/client/line/sha256.ts";
import { concat } from "../../../src/crypto/bytes.ts";
import { type Tree, growTree } from "../../../src/crypto/log/merkle.ts";
import { type SigningKeyPair, deriveSigningKeyPair, sign } from "../../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { checkpointText, logOriginOf } from "../../../src/protocol/audit/checkpoint.ts";
import { type PlaceOfPage, encodeAuditPage, pageProofOf } from "../../../src/protocol/audit/pages.ts";
import { type NoteSigner, encodeNote, encodeNoteKey, signText } from "../../../src/protocol/audit/signed-note.ts";
import { AUDIT_PAGE } from "../../../src/protocol/limits.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";

export class TestLog {
  leaves: Uint8Array[] = [];
  readonly shown = new Map<number, Uint8Array>();
  /** The newest first, as in the server's key file */
  keys: SigningKeyPair[] = [deriveSigningKeyPair(randomBytes(32))];
  readonly #name: string;

  constructor(officeOrigin: string) {
    this.#name = logOriginOf(officeOrigin);
    this.add(2);
  }

  /** So many more leaves. */
  add(count = 1): void {
    for (let more = 0; more < count; more++) this.leaves.push(randomBytes(32));
  }

  get tree(): Tree {
    const tree = growTree(sha256Of);
    for (const leaf of this.leaves) tree.append(leaf);
    return tree;
  }

  /** Its leaves are shown by their hashes, but for those that stand in `shown`, by place. */
  page(place: PlaceOfPage): Uint8Array<ArrayBuffer> {
    const from = place.number * AUDIT_PAGE;
    const leaves = this.leaves.slice(from, Math.min(from + AUDIT_PAGE, place.size));
    return encodeAuditPage(
      pageProofOf(this.tree, place),
      leaves.map((leaf, at) => this.shown.get(from + at) ?? leaf),
    );
  }

  /** What the server answers to whoever knows the first `from` leaves. */
  head(from: number): { checkpoint: string; keys: string[]; proof: string } {
    const { tree } = this;
    const signers = this.keys.map((pair): NoteSigner => ({
      name: this.#name,
      kind: "note",
      publicKey: pair.publicKey,
      sign: (message) => sign(pair, message),
    }));
    const text = checkpointText({ origin: this.#name, size: tree.size, root: tree.root() });
    return {
      checkpoint: encodeNote({ text, signatures: signers.map((signer) => signText(sha256Of, text, signer)) }),
      keys: signers.map((signer) => encodeNoteKey(sha256Of, signer)),
      proof: toBase64url(concat(...(from < tree.size ? tree.consistency(from) : []))),
    };
  }
}
