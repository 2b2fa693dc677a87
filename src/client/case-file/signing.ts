/** A ZIP that leaves the office, signed by the member who made it: what goes into it beside its entries. */
import { type Bytes, hex, utf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { type SigningKeyPair, sign } from "../../crypto/secret/keys.ts";
import {
  DIRECTORY_NAME,
  type ExportManifest,
  MANIFEST_NAME,
  SIGNATURE_NAME,
  encodeManifest,
  manifestInput,
} from "../../protocol/documents/export-manifest.ts";
import type { Directories } from "../directory/directories.ts";

export type Signer = {
  /** A member's id, hexadecimal */
  readonly id: string;
  readonly signing: SigningKeyPair;
  readonly directories: Pick<Directories, "current" | "signed">;
};

export type SignedEntry = { readonly name: string; readonly bytes: Bytes };

/** What is said of the ZIP beside who signs it under which directory. */
export type SignOrder = Pick<ExportManifest, "of" | "on" | "record" | "entries">;

/** The three last entries of the ZIP. Throws CryptoError `malformed` for what no manifest may say. */
export function signExport({ id, signing, directories }: Signer, order: SignOrder): SignedEntry[] {
  const { current, signed } = directories;
  if (current.members.get(id) === undefined) throw new CryptoError("malformed");
  const { of, on, record, entries } = order;
  const manifest = encodeManifest({
    format: "segel/1/export",
    of,
    on,
    member: id,
    directoryVersion: current.version,
    directoryHash: hex(current.hash),
    record,
    entries: [...entries],
  });
  return [
    { name: MANIFEST_NAME, bytes: manifest },
    { name: SIGNATURE_NAME, bytes: sign(signing, manifestInput(manifest)) },
    { name: DIRECTORY_NAME, bytes: utf8(JSON.stringify(signed)) },
  ];
}
