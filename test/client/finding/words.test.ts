/** Words, amounts and affixes as the search takes them. */
import t from "tap";
import fc from "fast-check";
import { rootsOf } from "../../../src/client/finding/affixes.ts";
import { fold, questionTerms, tokensOf } from "../../../src/client/finding/tokens.ts";
import { cpuMsOf } from "../../support/cpu-time.ts";

const related = (a: string, b: string): boolean => {
  const all = new Set([a, ...rootsOf(a)]);
  return [b, ...rootsOf(b)].some((one) => all.has(one));
};

/** Frozen: words of one line find each other. The first is the root. */
const FAMILIES = `
suap menyuap disuap penyuapan penyuap suapan suapnya menyuapnya
lapor laporan melapor melaporkan dilaporkan pelapor terlapor pelaporan laporannya
periksa pemeriksaan pemeriksa memeriksa diperiksa terperiksa
adu aduan mengadu pengaduan pengadu diadukan teradu
pungut memungut dipungut pungutan pemungutan
tulis menulis ditulis tulisan penulis tertulis menuliskan
ambil mengambil diambil pengambilan mengambilkan
kirim mengirim dikirim pengiriman kiriman mengirimkan
pakai memakai dipakai pemakaian terpakai
baik memperbaiki perbaikan diperbaiki kebaikan
kerja bekerja pekerja pekerjaan mengerjakan dikerjakan
ajar belajar pelajar pengajar mengajar pelajaran ajaran
guna menggunakan digunakan penggunaan pengguna
gelembung menggelembungkan penggelembungan
cek mengecek dicek pengecekan
sah mengesahkan pengesahan disahkan
aju mengajukan diajukan pengajuan
tanggungjawab pertanggungjawaban
nilai menilai dinilai penilaian
ancam mengancam diancam ancaman pengancaman
bukti membuktikan terbukti pembuktian buktinya
palsu memalsukan dipalsukan pemalsuan
bribe bribes bribed bribing
company companies
invoice invoices invoiced
payment payments
`;

t.test("Indonesian words of one root, and English ones, are of one family", async (t) => {
  for (const line of FAMILIES.trim().split("\n")) {
    const [root = "", ...words] = line.split(" ");
    t.same(
      words.filter((word) => !related(root, word)),
      [],
      root,
    );
  }
});

t.test("words that only look alike are of none", async (t) => {
  const strangers =
    "dinas dina, dimas mas, polis poli, kasus kasu, makan ikan, dia ia, pasar kasar, sulit kulit, berkas kas, mereka reka, kepala pala";
  for (const [a = "", b = ""] of strangers.split(", ").map((pair) => pair.split(" ")))
    t.notOk(related(a, b), `${a} ${b}`);
});

t.test("an amount is one number, however it is written", async (t) => {
  const same = [
    "15 juta",
    "15juta",
    "15 jt",
    "Rp15.000.000",
    "Rp 15.000.000,00",
    "IDR 15,000,000",
    "15000000",
    "15 million",
  ];
  for (const written of same) t.same(questionTerms(written), ["15000000"], written);
  t.same(questionTerms("1,3 miliar"), ["1300000000"]);
  t.same(questionTerms("pukul 10.15 WIB"), ["pukul", "10", "15", "wib"]);
  t.same(questionTerms("16GB B1234XY"), ["16gb", "b1234xy"]);
  t.same(questionTerms("K7QD-4M2P"), ["k7qd", "4m2p"]);
});

t.test("capitals, accents, apostrophes and the spelling before 1972 do not count", async (t) => {
  const pairs = "Soekarno sukarno, Djoko joko, Tjahjo cahjo, Jum'at jumat, Müller muller, ÉCLAIR eclair, İzmir izmir";
  for (const [a = "", b = ""] of pairs.split(", ").map((pair) => pair.split(" "))) t.equal(fold(a), b);
});

t.test("any text is taken: its words stand where they are said to stand, and in their order", async () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("\u202E", "\u200B", "🙂", "ا", "'", ".", "9", "Rp", " juta", "e\u0301", "\uD83D"),
    }),
    fc.constantFrom("constructor", "__proto__", "toString 15 juta", "﷽".repeat(3)),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      let last = 0;
      for (const { term, from, to } of tokensOf(text)) {
        if (from < last || to <= from || to > text.length || term === "" || term.length > 40) return false;
        last = from;
        rootsOf(term);
      }
      return true;
    }),
  );
});

t.test("a word of four megabytes is over in a moment", async (t) => {
  for (const unit of ["a", "9", "é", "1.000", "a'", "di", "🙂"]) {
    const ms = cpuMsOf(() => {
      for (const { term } of tokensOf(unit.repeat(4_000_000 / unit.length))) if (term.length > 40) t.fail("too long");
    });
    t.ok(ms < 5_000, unit);
  }
});
