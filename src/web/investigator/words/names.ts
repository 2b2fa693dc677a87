/** The field's fixed words (glossary), as investigators read them. */
import type { Finding } from "../../../client/answers.ts";
import type { Category, Outcome, Role, State } from "../../../protocol/casework.ts";
import type { WordsFor } from "../speech.ts";

export const STATE_NAMES: WordsFor<State> = {
  received: ["Diterima", "Received"],
  verifying: ["Dalam verifikasi", "Being verified"],
  awaiting_reporter: ["Menunggu keterangan Pelapor", "Waiting for the reporter"],
  reviewing: ["Dalam penelaahan", "Under review"],
  investigating: ["Dalam pemeriksaan", "Under investigation"],
  referred: ["Dilimpahkan", "Referred"],
  closed: ["Selesai", "Closed"],
  archived: ["Diarsipkan", "Archived"],
};

export const OUTCOME_NAMES: WordsFor<Outcome> = {
  substantiated: ["Terbukti", "Substantiated"],
  partly: ["Terbukti sebagian", "Partly substantiated"],
  unsubstantiated: ["Tidak terbukti", "Not substantiated"],
  insufficient: ["Informasi tidak mencukupi", "Insufficient information"],
  referred: ["Dilimpahkan ke instansi berwenang", "Referred to the competent body"],
  out_of_scope: ["Di luar kewenangan", "Outside our remit"],
  duplicate: ["Duplikat (digabungkan)", "Duplicate (merged)"],
  withdrawn: ["Dicabut", "Withdrawn"],
};

export const CATEGORY_NAMES: WordsFor<Category> = {
  "kerugian-keuangan-negara": ["Korupsi yang merugikan keuangan negara", "Corruption causing state loss"],
  suap: ["Suap", "Bribery"],
  gratifikasi: ["Gratifikasi", "Unlawful gratification"],
  pemerasan: ["Pemerasan dalam jabatan", "Extortion in office"],
  "pungutan-liar": ["Pungutan liar (pungli)", "Illegal levy"],
  "penggelapan-jabatan": ["Penggelapan dalam jabatan/aset", "Embezzlement"],
  "perbuatan-curang": ["Perbuatan curang/rekayasa laporan", "Fraud, false accounts"],
  "benturan-kepentingan": ["Benturan kepentingan", "Conflict of interest"],
  "nepotisme-kolusi": ["Nepotisme dan kolusi", "Nepotism and collusion"],
  "penyalahgunaan-wewenang": ["Penyalahgunaan wewenang", "Abuse of authority"],
  "pengadaan-barang-jasa": ["Pengadaan barang/jasa", "Procurement"],
  "kode-etik-disiplin": ["Pelanggaran kode etik/disiplin", "Ethics or discipline"],
  "pembalasan-pelapor": ["Pembalasan terhadap Pelapor", "Retaliation"],
  "pelayanan-publik": ["Keluhan pelayanan", "Service complaint"],
  lainnya: ["Lainnya/belum tahu", "Other or not sure"],
};

export const ROLE_NAMES: WordsFor<Role> = {
  investigator: ["Pemeriksa", "Investigator"],
  lead: ["Penanggung jawab kasus", "Case lead"],
  custodian: ["Kustodian identitas", "Identity custodian"],
  administrator: ["Administrator sistem", "System administrator"],
};

export const FIELD_NAMES: WordsFor<Exclude<Finding["field"], "all" | "message">> = {
  category: ["Kategori", "Category"],
  unitName: ["Unit kerja", "Work unit"],
  title: ["Judul", "Title"],
  what: ["Uraian kejadian", "Description"],
  where: ["Tempat kejadian", "Place"],
  when: ["Waktu kejadian", "Time"],
  who: ["Pihak yang terlibat", "Persons involved"],
  how: ["Cara dilakukan (modus)", "How it was done"],
  evidence: ["Bukti pendukung", "Supporting evidence"],
  amountIDR: ["Perkiraan nilai", "Estimated amount"],
  language: ["Bahasa laporan", "Language of the report"],
};
