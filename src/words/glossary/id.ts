/** The field's words in Indonesian. A file a language: a reporter's page carries its own alone. */
import type { FindingKind } from "../../evidence/findings.ts";
import type { Reason } from "../../evidence/source.ts";
import type { Field } from "../../protocol/rules/report-fields.ts";
import type { Promised } from "../../protocol/rules/deadlines.ts";
import type { SourceWay } from "../../protocol/rules/source-ways.ts";
import type { Category, Outcome, Role, State, StateIn } from "../../protocol/rules/casework.ts";

export const STATE_NAMES = {
  received: "Diterima",
  verifying: "Dalam verifikasi",
  awaiting_reporter: "Menunggu keterangan Pelapor",
  reviewing: "Dalam penelaahan",
  investigating: "Dalam pemeriksaan",
  referred: "Dilimpahkan",
  closed: "Selesai",
  archived: "Diarsipkan",
} as const satisfies Readonly<Record<State, string>>;

/**
 * The same, said to the reporter.
 * @alias of one table on purpose: other languages say some of them otherwise
 */
export const REPORTER_STATE_NAMES = STATE_NAMES;

/** What moving a case there is called at the desk. */
export const STATE_VERBS = {
  received: "Ubah ke Diterima",
  verifying: "Mulai verifikasi",
  awaiting_reporter: "Minta keterangan Pelapor",
  reviewing: "Ubah ke Dalam penelaahan",
  investigating: "Mulai pemeriksaan",
  referred: "Ubah ke Dilimpahkan",
  closed: "Tutup dengan hasil",
  archived: "Arsipkan dengan alasan",
} as const satisfies Readonly<Record<State, string>>;

/** What a case in this state needs. While the reporter is asked, the conversation decides. */
export const STATE_ADVICE = {
  received: "Laporan baru. Bacalah, lalu mulai verifikasi kelengkapan dan kewenangan.",
  verifying: "Jika unsur dan kewenangan sudah jelas, mulai penelaahan. Jika belum, tanyakan kepada Pelapor.",
  reviewing: "Jika telaah menunjukkan dugaan yang dapat diuji, mulai pemeriksaan.",
  investigating: "Jika pemeriksaan sudah tuntas, tutup kasus dengan hasilnya.",
  referred: "Jika instansi penerima sudah memberi kabar, tutup kasus dengan hasilnya.",
  closed: "Kasus selesai. Tidak ada yang perlu dilakukan.",
  archived: "Kasus diarsipkan. Dapat dibuka kembali bila ada keterangan baru.",
} as const satisfies Readonly<Record<Exclude<State, StateIn<"asking">>, string>>;

export const OUTCOME_NAMES = {
  substantiated: "Terbukti",
  partly: "Terbukti sebagian",
  unsubstantiated: "Tidak terbukti",
  insufficient: "Informasi tidak mencukupi",
  referred: "Dilimpahkan ke instansi berwenang",
  out_of_scope: "Di luar kewenangan",
  duplicate: "Duplikat (digabungkan)",
  withdrawn: "Dicabut",
} as const satisfies Readonly<Record<Outcome, string>>;

export const CATEGORY_NAMES = {
  "kerugian-keuangan-negara": "Korupsi yang merugikan keuangan negara",
  suap: "Suap",
  gratifikasi: "Gratifikasi",
  pemerasan: "Pemerasan dalam jabatan",
  "pungutan-liar": "Pungutan liar (pungli)",
  "penggelapan-jabatan": "Penggelapan dalam jabatan/aset",
  "perbuatan-curang": "Perbuatan curang/rekayasa laporan",
  "benturan-kepentingan": "Benturan kepentingan",
  "nepotisme-kolusi": "Nepotisme dan kolusi",
  "penyalahgunaan-wewenang": "Penyalahgunaan wewenang",
  "pengadaan-barang-jasa": "Pengadaan barang/jasa",
  "kode-etik-disiplin": "Pelanggaran kode etik/disiplin",
  "pembalasan-pelapor": "Pembalasan terhadap Pelapor",
  "pelayanan-publik": "Keluhan pelayanan",
  lainnya: "Lainnya/belum tahu",
} as const satisfies Readonly<Record<Category, string>>;

/** Yang ditulis versi lebih baru, atau program pihak lain. */
export const UNKNOWN = {
  code: "{code} (tidak dikenal versi ini)",
  kind: "Pesan berjenis {code} (tidak dikenal versi ini). Pesan ini asli; isinya ditampilkan di sini seperti saat dikirim.",
  fields: "Tidak dikenal versi ini, ditampilkan seperti saat dikirim",
  forReporters: "Laporan Anda dan percakapan ini utuh. Hanya nama status ini yang tidak dikenal versi ini.",
  advice:
    "Status ini tidak dikenal versi ini, sehingga tidak dapat diubah di sini. Anda tetap dapat menjawab. Muat ulang halaman, atau perbarui program.",
} as const;

/** What is promised, or asked for, by a day. */
export const DEADLINE_NAMES = {
  "first-answer": "Jawaban pertama",
  completeness: "Pemberitahuan kelengkapan laporan",
  verification: "Hasil verifikasi",
  feedback: "Kabar tindak lanjut",
  decision: "Keputusan",
  notice: "Pemberitahuan keputusan",
  "reporter-answer": "Jawaban Pelapor",
  news: "Kabar berikutnya",
} as const satisfies Readonly<Record<Promised["kind"], string>>;

/** How a report came that a member entered. */
export const SOURCE_NAMES = {
  letter: "Surat",
  call: "Telepon",
  visit: "Kunjungan",
  message: "Pesan atau surel",
  other: "Cara lain",
} as const satisfies Readonly<Record<SourceWay, string>>;

export const ROLE_NAMES = {
  investigator: "Pemeriksa",
  lead: "Penanggung jawab kasus",
  custodian: "Kustodian identitas",
  administrator: "Administrator sistem",
} as const satisfies Readonly<Record<Role, string>>;

export const FIELD_NAMES = {
  category: "Kategori pelanggaran",
  unitName: "Unit kerja",
  title: "Judul",
  what: "Uraian kejadian",
  where: "Tempat kejadian",
  when: "Waktu kejadian",
  who: "Pihak yang terlibat",
  how: "Cara dilakukan (modus)",
  evidence: "Bukti pendukung",
  amountIDR: "Perkiraan nilai",
  language: "Bahasa laporan",
} as const satisfies Readonly<Record<Field, string>>;

/** The same, as the form asks the reporter. */
export const REPORTER_FIELD_NAMES = /* @__PURE__ */ (() =>
  ({
    ...FIELD_NAMES,
    unitName: "Unit kerja yang dilaporkan",
    title: "Judul laporan",
  }) as const satisfies Readonly<Record<Field, string>>)();

/** What messages of a direction are called: `reporter` and `team` are the conversation, `internal` the notes. */
export const DIRECTION_NAMES = {
  reporter: "Pesan Pelapor",
  team: "Pesan untuk Pelapor",
  internal: "Catatan internal",
} as const;

/** What a file tells beside its content. */
export const FINDING_NAMES = {
  location: "lokasi",
  time: "waktu",
  device: "perangkat",
  author: "nama orang atau akun",
  software: "program yang dipakai",
  thumbnail: "gambar mini dari aslinya",
  "second-picture": "gambar kedua atau film di balik gambar",
  comment: "komentar",
  caption: "judul atau keterangan",
  "serial-number": "nomor seri",
  "maker-notes": "catatan bawaan kamera atau perangkat",
  "edit-history": "riwayat suntingan",
  "trailing-data": "data tambahan setelah akhir berkas",
  "hidden-content": "bagian yang tidak ditampilkan",
  "embedded-file": "berkas lain di dalamnya",
  script: "program kecil (skrip)",
  "outside-link": "tautan ke internet",
  other: "data tambahan lain",
} as const satisfies Readonly<Record<FindingKind, string>>;

/** Why a file could not be cleaned. */
export const REASON_NAMES = {
  "not-supported": "Jenis berkas ini belum dapat dibersihkan",
  damaged: "Susunan berkas ini rusak, jadi tidak dapat dibersihkan",
  "too-complex": "Susunan berkas ini terlalu rumit untuk dibersihkan",
  encrypted: "Berkas ini dikunci dengan kata sandi, jadi tidak dapat dibersihkan",
} as const satisfies Readonly<Record<Reason, string>>;
