/** What goes without a question, and under which name. */
import t from "tap";
import { concat } from "../../src/crypto/bytes.ts";
import { needsDecision, neutralName } from "../../src/evidence/attachment.ts";
import { cleaning } from "../../src/evidence/cleaning.ts";
import { bytesSource } from "../../src/evidence/source.ts";
import { ascii, noise } from "./make/bytes.ts";
import { makeJpeg } from "./make/jpeg.ts";
import { makePdf } from "./make/pdf.ts";

async function asks(bytes: Uint8Array): Promise<boolean> {
  return needsDecision({ ...(await cleaning(bytesSource(bytes))), size: bytes.length });
}

t.test("what is cleaned, plain to its end, empty or sealed already goes without a question", async (t) => {
  const free = {
    picture: makeJpeg(),
    text: ascii("Isi catatan.\n".repeat(100_000)),
    empty: new Uint8Array(),
    sealed: concat(ascii("age-encryption.org/v1\n-> X25519 x\n"), noise(50)),
  };
  for (const [name, bytes] of Object.entries(free)) t.equal(await asks(bytes), false, name);
});

t.test("attack 40: what may hide an author waits for a decision, also where it is written as text", async (t) => {
  const waiting = {
    PDF: makePdf(),
    "a flat document": ascii('<?xml version="1.0"?><office:document><meta:initial-creator>x</meta:initial-creator>'),
    "Word as XML": ascii('<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>'),
    PostScript: ascii("%!PS-Adobe-3.0\n%%For: nama\n"),
    "a signed text": ascii("-----BEGIN PGP SIGNED MESSAGE-----\n\nIsi\n"),
    "a text with something behind it": concat(ascii("Isi catatan.\n".repeat(200_000)), Uint8Array.of(0, 1, 2)),
    "nothing known": noise(1_000),
  };
  for (const [name, bytes] of Object.entries(waiting)) t.equal(await asks(bytes), true, name);
});

t.test("a name that says nothing says nothing, whatever the file was called", (t) => {
  t.equal(neutralName("lampiran", 1, "jpeg", "IMG_20250206_Rini.jpeg"), "lampiran-01.jpg");
  t.equal(neutralName("lampiran", 12, "text", "gaji.csv"), "lampiran-12.csv");
  t.equal(neutralName("lampiran", 3, "unknown", "surat.rini"), "lampiran-03.bin");
  t.equal(neutralName("lampiran", 4, "xml", "surat.xml"), "lampiran-04.txt");
  t.equal(neutralName("lampiran", 5, "pe", "alat.exe"), "lampiran-05.bin");
  t.end();
});
