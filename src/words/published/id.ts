/** Angka yang diumumkan, dalam Bahasa Indonesia: nama tabel dan nilainya, di halaman untuk umum dan di meja. */
import type { ChainError } from "../../protocol/publishing/chain.ts";
import type { Median, Property } from "../../protocol/publishing/snapshot.ts";
import { CATEGORY_NAMES, OUTCOME_NAMES, ROLE_NAMES, SOURCE_NAMES } from "../glossary/id.ts";

export const PUBLISHED_TABLES = {
  channel: "Menurut saluran",
  way: "Menurut cara melapor",
  category: "Menurut kategori",
  unit: "Menurut unit kerja yang dilaporkan",
  standing: "Tindak lanjutnya",
  outcome: "Hasil laporan yang selesai",
  "first-answer": "Jawaban pertama",
  decision: "Keputusan",
  returned: "Pelapor yang menulis lagi",
} as const satisfies Readonly<Record<Property, string>>;

const KEPT = {
  kept: "Tepat waktu",
  missed: "Melewati batas waktu",
  running: "Belum jatuh tempo",
  none: "Tanpa batas waktu",
} as const;

export const PUBLISHED_VALUES = {
  channel: {},
  way: { page: "Halaman laporan ini", ...SOURCE_NAMES },
  category: CATEGORY_NAMES,
  unit: {},
  standing: { closed: "Selesai", working: "Masih ditangani", archived: "Diarsipkan", referred: "Dilimpahkan" },
  outcome: { ...OUTCOME_NAMES, unknown: "Tanpa keterangan" },
  "first-answer": KEPT,
  decision: KEPT,
  returned: { yes: "Menulis lagi", no: "Tidak menulis lagi" },
} as const satisfies Readonly<Record<Property, Readonly<Record<string, string>>>>;

export const PUBLISHED_MEDIANS = {
  answer: "Jawaban pertama",
  verification: "Hasil verifikasi",
  conclusion: "Penyelesaian",
} as const satisfies Readonly<Record<Median, string>>;

export const PUBLISHED_ROLES = ROLE_NAMES;

export const PUBLISHED = {
  quarter: "Triwulan {roman} {year}",
  half: "Semester {roman} {year}",
  received: "Laporan diterima",
  ended: "Kasus berakhir",
  followedUp: "Selesai ditindaklanjuti",
  followedUpOf: "{done} dari {of} ({percent}%)",
  fewer: "kurang dari {k}",
  weeks: "paling lama {n} minggu",
  rest: "Lainnya, tidak dirinci",
  value: "Uraian",
  count: "Jumlah",
  share: "Bagian",
  before: "Semula",
  period: "Periode",
  table: "Tabel",
} as const;

/** Pemeriksaan berkas angka di baris perintah. */
export const PUBLISHED_CHECK = {
  genuine: "Asli: angka {period}, diumumkan pada {day}, ditandatangani oleh {names}.",
  none: "Berkas ini tidak memuat angka.",
  goesOn: "Angka yang ada dalam berkas terdahulu tidak berubah.",
  changed: "Angka yang ada dalam berkas terdahulu tidak ada lagi di sini, atau berubah.",
  noFigures: "{file} bukan berkas angka.",
  fault: "Angka ke-{number} tidak dapat dipercaya: {fault}",
} as const;

export const PUBLISHED_FAULTS = {
  malformed: "bentuknya rusak.",
  "other-office": "daftar resmi yang disebut di dalamnya bukan milik instansi ini.",
  "not-signed": "tidak ditandatangani oleh dua anggota yang berwenang.",
  "not-next": "tidak menyambung dengan angka sebelumnya; ada yang hilang atau ditukar.",
  "older-directory": "daftar resmi yang disebut lebih lama daripada pada angka sebelumnya.",
  overlaps: "periodenya beririsan dengan angka sebelumnya.",
  "too-early": "dihitung sebelum periodenya cukup lama berakhir.",
  "corrects-nothing": "mengoreksi angka yang tidak pernah diumumkan.",
} as const satisfies Readonly<Record<ChainError | "malformed" | "other-office" | "not-signed", string>>;
