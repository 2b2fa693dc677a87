import type { InterestsAlarm } from "../../../../../client/member/list/interests.ts";
import type { InterestNature } from "../../../../../protocol/rules/interests.ts";

/** Kepentingan yang dinyatakan anggota, dan daftarnya bagi penanggung jawab kasus. */

export const NATURES = {
  actual: "aktual",
  potential: "potensial",
} as const satisfies Readonly<Record<InterestNature, string>>;

export const INTERESTS_ALARMS = {
  altered:
    "Pernyataan yang ditunjukkan server tidak sah atau tidak terbuka dengan kunci Anda. Beri tahu administrator.",
  older: "Server menunjukkan pernyataan yang lebih lama daripada yang sudah dikenal. Beri tahu administrator.",
} as const satisfies Readonly<Record<InterestsAlarm, string>>;

export const DECLARING = {
  title: "Kepentingan saya",
  lead: "Nyatakan unit atau orang yang dapat memengaruhi sikap Anda dalam sebuah kasus. Pernyataan ini ditandatangani dan disegel: hanya Anda dan penanggung jawab kasus pada saluran Anda yang membacanya. Jika laporan menyebutnya, Anda diingatkan sebelum kasus ditampilkan.",
  loading: "Membuka …",
  none: "Anda belum menyatakan kepentingan.",
  later: "Sebagian pernyataan ini dibuat dengan versi yang lebih baru. Perbarui halaman ini sebelum mengubahnya.",
  add: "Nyatakan kepentingan",
  change: "Ubah",
  end: "Sudah berakhir",
  kind: "Jenis (PermenPANRB 17/2024)",
  nature: "Sifat",
  namedHint:
    "Isi unit, orang, atau keduanya, sebagaimana biasa ditulis dalam laporan. Untuk ejaan lain, buat pernyataan tersendiri.",
  notNamed: "Unit atau orang belum diisi. Salah satu cukup.",
  unit: "Unit kerja",
  person: "Orang",
  note: "Keterangan",
  since: "Sejak (boleh kosong)",
  ended: "Berakhir (boleh kosong)",
  sinceDay: "sejak {day}",
  declaredOn: "dinyatakan {day}",
  endedOn: "berakhir {day}",
  store: "Simpan",
  busy: "Menyimpan …",
  cancel: "Batal",
  register: "Daftar kepentingan tim",
  registerHint:
    "Anggota pada saluran yang Anda layani. Pernyataan yang dibuat sebelum Anda menjadi penanggung jawab terbaca sesudah anggota itu membuka meja kerjanya.",
  noneOfTheirs: "Belum ada pernyataan.",
  save: "Simpan daftar (CSV)",
  saveHint: "Berkas itu tidak disegel. Simpan di tempat yang aman dan hapus sesudah diserahkan.",
  fileName: "daftar-kepentingan",
} as const;

export const COLUMNS = {
  member: "Anggota",
  id: "Nomor anggota",
  version: "Versi pernyataan",
  alarm: "Catatan",
  kind: "Jenis",
  nature: "Sifat",
  unit: "Unit kerja",
  person: "Orang",
  since: "Sejak",
  declared: "Dinyatakan",
  ended: "Berakhir",
  note: "Keterangan",
  none: "Belum ada pernyataan",
} as const;

export const TOUCHED = {
  title: "Laporan ini menyebut kepentingan yang Anda nyatakan",
  lead: "Isi kasus belum ditampilkan. Periksa dahulu apakah Anda sebaiknya tidak menanganinya. Nama yang sama belum tentu orang atau unit yang sama.",
  unit: "Unit itu disebut dalam laporan.",
  person: "Orang itu disebut dalam laporan.",
  stepBack: "Mundur dari kasus ini",
  toList: "Kembali ke daftar",
  reason: "Alasan tetap membuka",
  reasonHint:
    "Dicatat dalam kasus bersama jenis kepentingannya, tanpa unit dan nama. Dibaca para pembaca kasus, tidak oleh Pelapor.",
  reasonMissing: "Alasan belum diisi. Satu kalimat cukup.",
  open: "Tetap buka kasus",
  busy: "Menyimpan …",
  notWritable: "Kasus ini tidak dapat ditulisi sekarang, jadi alasan tidak dapat dicatat. Buka untuk melihat sebabnya.",
} as const;
