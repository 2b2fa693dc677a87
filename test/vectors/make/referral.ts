/** Vectors of the records about packages that went to other bodies. */
import { Collection, type VectorFile } from "../format.ts";
import { readsOf } from "./records.ts";

export function referrals(): VectorFile {
  const c = new Collection("referral");
  const sent = readsOf(c, "referral-package");
  const made = {
    to: "kpk",
    name: "Direktorat Pelayanan Laporan",
    letter: "700/12/2026",
    on: "2026-11-27",
    reason: "Di atas satu miliar rupiah.",
    key: "ab".repeat(32),
    checked: "lewat telepon kantor",
    sha256: "0c".repeat(32),
    bytes: 1_048_576,
    files: 12,
  };
  sent.good("a package that was sealed to a key", made);
  sent.good("one under words", { ...made, key: null });
  sent.good("a body of a later version, and a day that is none, are read as they stand", {
    ...made,
    to: "ojk",
    on: "soon",
  });
  sent.bad("one without its hash", Object.fromEntries(Object.entries(made).filter(([name]) => name !== "sha256")));
  sent.bad("a size that is a text", { ...made, bytes: "1048576" });
  sent.put("one in the conversation", JSON.stringify(made), { error: "malformed" }, "team");
  const back = readsOf(c, "referral-receipt");
  const receipt = { package: 4, on: "2026-12-01", by: "Loket pengaduan", number: "", agrees: true, text: "" };
  back.good("a receipt that came back", receipt);
  back.good("one whose hash is another", { ...receipt, agrees: false, text: "Satu angka berbeda." });
  back.bad("one that does not say whether the hash agrees", { ...receipt, agrees: "yes" });
  return c.file();
}
