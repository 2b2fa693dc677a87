import * as fs from "node:fs/promises";
import path from "node:path";
import * as fc from "fast-check";
import t from "tap";
import { EMPTY_ANSWERS, type Field, type ReadAnswers } from "../../src/protocol/rules/report-fields.ts";
import { largestAmountIn } from "../../src/protocol/urgency/amounts.ts";
import { MARKS, type Mark, urgencyOf } from "../../src/protocol/urgency/marks.ts";
import { amountOf, marksOf } from "../../src/protocol/urgency/reading.ts";
import { LIMITS } from "../../src/protocol/rules/suggestions.ts";
import { titleOf } from "../../src/protocol/content.ts";
import { cpuMsOf } from "../support/cpu-time.ts";

const FIXTURES = path.join(import.meta.dirname, "../fixtures");

const report = (change: Partial<ReadAnswers>): ReadAnswers => ({ ...EMPTY_ANSWERS, ...change });

/** With the sum, as a list shows it. */
function allMarks(answers: ReadAnswers): Mark[] {
  const isLarge = (amountOf(answers)?.amountIDR ?? 0) >= LIMITS.kpkFromIDR;
  return [...marksOf(answers).map(({ mark }) => mark), ...(isLarge ? (["amount"] as const) : [])];
}
const marksIn = (change: Partial<ReadAnswers>) => allMarks(report(change));

async function fixture(name: string): Promise<ReadAnswers[]> {
  const all = JSON.parse(await fs.readFile(path.join(FIXTURES, `${name}.json`), "utf8")) as Partial<ReadAnswers>[];
  return all.map(report);
}

/** By the beginning of the title; those that are not named have no mark. */
const OF_SAMPLES: readonly (readonly [title: string, marks: readonly Mark[]])[] = [
  ["Dugaan pengaturan pemenang", ["protection", "evidence", "amount"]],
  ["Kendaraan dinas dan pegawai", ["ongoing"]],
  ["Petugas memaki pemohon", ["evidence"]],
  ["Dimutasi setelah menyampaikan", ["protection"]],
  ["Reviewer scored proposals", ["amount"]],
];

t.test("the shared samples have the marks that a reader would give them, and no others", async (t) => {
  for (const answers of await fixture("sample-reports")) {
    const title = titleOf(answers);
    const [, wanted = []] = OF_SAMPLES.find(([beginning]) => title.startsWith(beginning)) ?? [];
    t.same(allMarks(answers), wanted, title);
  }
});

t.test("difficult reports have no mark but a sum, and none is too difficult", async (t) => {
  for (const answers of await fixture("difficult-reports")) {
    const sum = (answers.amountIDR ?? 0) >= LIMITS.kpkFromIDR;
    t.same(allMarks(answers), sum ? ["amount"] : []);
  }
});

/** What is written, where, and the mark that it has; undefined where somebody could take it for one. */
const SENTENCES: readonly (readonly [mark: Mark | undefined, text: string, field?: Field])[] = [
  ["protection", "Saya mohon agar saya diberi perlindungan."],
  ["protection", "Kami membutuhkan perlindungan segera"],
  ["protection", "SAYA DIANCAM kalau bicara"],
  ["protection", "Keluarga saya terancam."],
  ["protection", "Saya tidak berani bicara, takut dipecat."],
  ["protection", "Ia dipindahkan tugas tidak lama sesudah melapor ke atasan."],
  ["protection", "Mohon saya dihubungkan dengan LPSK."],
  ["protection", "Saya tidak hanya diancam, tetapi juga dikucilkan."],
  ["protection", "I need some protection, they know me."],
  ["protection", "My manager threatened me twice."],
  ["protection", "She was demoted shortly after reporting it."],
  ["protection", "I am afraid of losing my job"],
  [undefined, "Saya tidak memerlukan perlindungan."],
  [undefined, "Saya belum pernah diancam."],
  [undefined, "There was no threat against me, and I do not need protection."],
  [undefined, "Pegawai tidak memakai alat perlindungan diri."],
  [undefined, "Dana perlindungan anak dipotong"],
  [undefined, "Perbuatan ini diancam dengan pidana penjara."],
  [undefined, "The clerk sold data protection training."],
  [undefined, "Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "unitName"],
  ["protection", "sy di ancam atasan lewat telepon"],
  ["protection", "Saya tidak takut tetapi keluarga saya diancam."],
  ["protection", "Petugas loket no 3 mengancam saya."],
  ["protection", "(tidak ada saksi) Saya diteror lewat pesan."],
  ["protection", "Tidak bohong — saya diancam."],
  ["protection", "Saya tidak dibayar dan diancam."],
  ["protection", "Ia tidak henti mengancam kami."],
  ["protection", "Bukan saja dipindahkan, saya diintimidasi."],
  ["protection", "Saya merasa tidak aman di rumah."],
  ["protection", "Saksi tidak berani bersaksi."],
  ["protection", "Rumah saya didatangi orang tak dikenal"],
  ["protection", "tolong saya minta dilindungi"],
  ["protection", "Pelapor meminta perlindungan: merasa terancam atau takut dibalas."],
  ["protection", "The reporter asks for protection: feels threatened or fears retaliation."],
  ["protection", "I don't feel safe at work anymore."],
  ["protection", "They did not pay me and threatened my family."],
  ["protection", "He said he would kill us."],
  [undefined, "Perlindungan saya tidak perlukan."],
  [undefined, "Ancaman tidak ada."],
  [undefined, "Saya tidak diancam atau diteror."],
  [undefined, "Pegawai yang disuruh tidak berani menolak."],
  [undefined, "The site does not keep data safe."],
  ["evidence", "Tidak ada rekaman. Ada kamera pengawas di atas loket."],
  ["evidence", "Kejadian itu terekam CCTV di lobi."],
  ["evidence", "Dokumen2 itu mau di bakar minggu depan."],
  ["evidence", "Vidio nya takut dihapus"],
  ["evidence", "Jangan sampai rekaman itu hilang."],
  ["evidence", "Staf disuruh menghapus percakapan grup."],
  ["evidence", "Saya tidak punya salinan, tetapi berkas aslinya akan dibuang."],
  ["evidence", "Mohon ditindak supaya bukti tidak hilang."],
  ["evidence", "There was a camera above the counter."],
  ["evidence", "Please act before they shred the records."],
  [undefined, "Tidak ada kamera di ruangan itu."],
  [undefined, "Ada kamera pengawas tetapi mati sejak Januari."],
  [undefined, "Ada rekaman CCTV yang saya lampirkan."],
  [undefined, "Foto diambil dengan kamera ponsel saya."],
  [undefined, "There is no camera in that room."],
  ["evidence", "Rekaman CCTV biasanya hanya disimpan 14 hari."],
  ["evidence", "Dokumen aslinya akan segera dimusnahkan."],
  ["evidence", "Mohon segera amankan berkas di lemari bendahara."],
  ["evidence", "Mereka sedang membakar nota lama."],
  ["evidence", "The footage will be overwritten next week."],
  ["evidence", "They are shredding the receipts."],
  ["evidence", "Logs are automatically deleted after 30 days."],
  [undefined, "Metadata lokasi foto sudah dihapus."],
  [undefined, "Bukti tidak akan hilang karena sudah saya simpan."],
  [undefined, "Saya punya rekaman dan dokumen."],
  [undefined, "The recording is attached. It was lost for words."],
  ["official", "Bupati memerintahkan agar paket dipecah."],
  ["official", "Adik dari Wali Kota mendapat proyek"],
  ["official", "Seorang hakim pengadilan negeri menerima amplop."],
  ["official", "Uangnya untuk anggota DPRD komisi II."],
  ["official", "The governor asked for a share."],
  [undefined, "Kejadian di kantor Bupati lantai dua."],
  [undefined, "Melanggar Peraturan Menteri Keuangan."],
  [undefined, "Bapak Lukman Hakim yang menandatangani."],
  [undefined, "Bukan bupati yang meminta."],
  [undefined, "It is against a decree of the minister."],
  [undefined, "Kantor Bupati", "unitName"],
  [undefined, "You can judge for yourself."],
  ["ongoing", "Pungutan ini masih terus berlangsung."],
  ["ongoing", "Sampai sekarang uang itu diminta."],
  ["ongoing", "Hampir setiap pagi loket meminta uang."],
  ["ongoing", "Sejak Agustus 2024", "when"],
  ["ongoing", "setiap Sabtu", "when"],
  ["ongoing", "It is still happening every week."],
  ["ongoing", "since March", "when"],
  ["ongoing", "Setiap bulan kami menyetor ke kepala bagian."],
  ["ongoing", "sampe skrg pungutan itu ada"],
  ["ongoing", "They collect it every week."],
  [undefined, "Mohon beri kabar setiap bulan walaupun belum ada yang diminta."],
  [undefined, "Dulu setiap bulan uang diminta."],
  [undefined, "Sejak 2021 sampai Maret 2023", "when"],
  [undefined, "Hotel itu tutup sejak 2022."],
  [undefined, "Mohon kabar setiap bulan."],
  [undefined, "Sampai sekarang belum ada tanggapan atas laporan saya."],
  [undefined, "Sudah tidak terjadi lagi."],
  ["amount", "Kerugian sekitar Rp 4,5 miliar."],
  ["amount", "Nilai kontrak Rp2.300.000.000,00"],
  ["amount", "about 1.2 billion rupiah went missing"],
  [undefined, "Rp999.999.999 saja"],
  [undefined, "Nomor 081234567890, tahun 2025, 40 m dari kantor"],
];

t.test("an expression counts where it says what it seems to, in both languages", (t) => {
  for (const [mark, text, field = "what"] of SENTENCES)
    t.same(marksIn({ [field]: text }), mark === undefined ? [] : [mark], `${field}: ${text}`);
  t.end();
});

t.test("capitals, accents, signs and line breaks between words change nothing", (t) => {
  for (const text of ["mohon\nperlindungan", "Mohon: PERLINDUNGAN!", "móhon perlindúngan", "mohon -- perlindungan"])
    t.same(marksIn({ what: text }), text.includes("\n") ? [] : ["protection"], JSON.stringify(text));
  t.end();
});

t.test("each mark quotes the words that it rests on, as they were typed, or names the field", (t) => {
  const what =
    "Pada hari Senin saya datang ke loket. Petugas bilang rekaman kamera di gudang akan segera dihapus oleh bagian umum minggu depan, jadi mohon cepat.";
  const quote = "Petugas bilang rekaman kamera di gudang akan segera dihapus oleh bagian umum minggu depan …";
  t.same(marksOf(report({ what })), [{ mark: "evidence", quote, field: "what", source: 0 }]);
  t.same(marksOf(report({ category: "pembalasan-pelapor" })), [
    { mark: "protection", quote: undefined, field: "category", source: 0 },
  ]);
  t.end();
});

t.test("a sum that was named is believed, and none is read out of the text then", (t) => {
  const what = "Nilai kontrak Rp2.300.000.000.";
  t.same(marksIn({ what }), ["amount"]);
  t.same(marksIn({ what, amountIDR: 184_000_000 }), []);
  t.same(amountOf(report({ what })), { amountIDR: 2_300_000_000, field: "what" }, "it is told where it stands");
  t.end();
});

t.test("sums are read as they are written", (t) => {
  const sums: readonly (readonly [string, number | undefined])[] = [
    ["Rp50.000", 50_000],
    ["Rp 1.312.400.000 dan Rp900", 1_312_400_000],
    ["rp2,300,000,000", 2_300_000_000],
    ["Rp850.000,00", 850_000],
    ["Rp 4,5 miliar", 4_500_000_000],
    ["2 milyar", 2_000_000_000],
    ["Rp1.500 juta", 1_500_000_000],
    ["Rp3M", 3_000_000_000],
    ["Rp 1,2 T", 1_200_000_000_000],
    ["3 m", undefined],
    ["tahun 2025", undefined],
    ["Rp", undefined],
  ];
  for (const [text, sum] of sums) t.equal(largestAmountIn(text), sum, text);
  t.end();
});

t.test("a message that follows can cry for help as well", (t) => {
  const messages = ["Terima kasih, Bupati.", "Saya diancam sejak kemarin."].map((text, at) => ({
    sequence: at + 1,
    text,
  }));
  t.match(marksOf(report({ what: "isi" }), messages), [{ mark: "protection", field: "message", source: 2 }]);
  t.end();
});

t.test("what is urgent stays so for as long as that helps anybody", (t) => {
  const fresh = { isNew: true, isVerified: false, isOver: false };
  const verifying = { ...fresh, isNew: false };
  const later = { ...verifying, isVerified: true };
  t.same(
    [fresh, verifying, later].map((stage) => urgencyOf(["protection"], stage)),
    [3, 3, 3],
  );
  t.same(
    [fresh, verifying, later].map((stage) => urgencyOf(["evidence"], stage)),
    [2, 2, 0],
  );
  t.same(
    [fresh, verifying, later].map((stage) => urgencyOf(["amount", "official", "ongoing"], stage)),
    [1, 0, 0],
  );
  t.equal(urgencyOf(MARKS, { ...later, isOver: true }), 0, "a case that is over is not");
  t.end();
});

t.test("no text is slow: twice as much takes some twice as long", (t) => {
  const parts = ["tidak diancam ", "mohon , ", "akan bukti ", "x y z dihapus ", "diancam. tidak ", "rp1.", "a"];
  for (const part of parts) {
    const time = (bytes: number) => {
      const what = part.repeat(bytes / part.length);
      return cpuMsOf(() => marksOf(report({ what })));
    };
    /** Of several: the first is not compiled yet */
    const best = (bytes: number) => Math.min(...Array.from({ length: 3 }, () => time(bytes)));
    const [small, large] = [best(50_000), best(200_000)];
    // Four times the text: a pattern that goes back over it would take sixteen times as long.
    t.ok(large < 10 * Math.max(small, 20), `${part}: ${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
  }
  t.end();
});

t.test("whatever is typed, reading it ends and quotes nothing that was not typed", (t) => {
  const words = fc.constantFrom(
    "mohon",
    "perlindungan",
    "tidak",
    ",",
    ".",
    "\n",
    "rekaman",
    "akan",
    "dihapus",
    "Bupati",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(texts, texts, (what, when) => {
      for (const { quote } of marksOf(report({ what, when })))
        if (quote !== undefined) {
          const typed = `${what} ${when}`.replace(/\s+/gu, " ");
          if (!typed.includes(quote.replace(/^… | …$/gu, ""))) return false;
        }
      return true;
    }),
  );
  t.end();
});
