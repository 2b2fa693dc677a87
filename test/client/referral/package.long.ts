/** Words under which a package is sealed, with as many rounds as plain age takes: about a second each way. */
import t from "tap";
import { passphraseOf } from "../../../src/client/referral/age.ts";
import { PACKAGE_WORDS } from "../../../src/client/referral/package-words.ts";
import { sealPackage } from "../../../src/client/referral/package.ts";
import { concat, utf8, type Bytes } from "../../../src/crypto/bytes.ts";
import { INDONESIAN } from "../../../src/crypto/secret/wordlists/indonesian.ts";
import { openAge } from "../../support/proof/age.ts";

t.test("what is sealed under words takes 2^18 rounds, and opens by the format's page alone", async (t) => {
  const words = INDONESIAN.slice(0, PACKAGE_WORDS).join(" ");
  const pieces: Bytes[] = [];
  const content = new Blob([utf8("berkas kasus")]).stream();
  await sealPackage(content, { is: "words", words }, async (piece) => void pieces.push(piece));
  const file = concat(...pieces);
  t.match(Buffer.from(file).toString("latin1"), /^age-encryption\.org\/v1\n-> scrypt [\w+/]{22} 18\n/u);
  t.equal(openAge(file, { passphrase: passphraseOf(words) }).toString(), "berkas kasus");
});
