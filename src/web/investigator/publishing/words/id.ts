/** Bahasa Indonesia: angka yang diumumkan, di meja. */
import type { Why } from "../../../../client/publishing/disclosure.ts";
import type { ChainError } from "../../../../protocol/publishing/chain.ts";

export const PUBLISHING = {
  title: "Angka yang diumumkan",
  lead: "Angka satu triwulan atau semester diumumkan di halaman untuk umum. Yang jumlahnya terlalu kecil disembunyikan agar tidak seorang pun dapat dikenali. Dua anggota menandatanganinya; sesudah itu angka tidak dapat diubah lagi.",
  none: "Belum ada angka yang diumumkan.",
  newest: "Terakhir diumumkan: {period}, pada {day}. Seluruhnya {n}.",
  page: "Buka halaman untuk umum",
  fault: "Angka ke-{number} yang disajikan server tidak cocok dengan tanda tangannya",
  faultText:
    "Angka itu dan sesudahnya tidak ditampilkan, di sini maupun di halaman untuk umum. Beri tahu pengelola server, dan jangan mengumumkan angka baru dahulu.",
  loading: "Angka sedang diperiksa …",
  waiting: "Menunggu tanda tangan kedua: {period}",
  preparedBy:
    "Disiapkan dan ditandatangani oleh {name} pada {day}. Bacalah pratinjau di bawah: beginilah yang akan dilihat semua orang.",
  ownWaiting:
    "Anda sudah menandatanganinya. Penanggung jawab kasus lain atau kustodian perlu membacanya dan menandatanganinya juga.",
  confirm: "Tanda tangani dan umumkan",
  drop: "Tarik kembali",
  confirmed: "Angka sudah diumumkan.",
  dropped: "Angka sudah ditarik kembali. Tidak ada yang diumumkan.",
  proposed: "Angka menunggu tanda tangan anggota kedua.",
  nothingWaits: "Tidak ada angka yang menunggu tanda tangan Anda.",
  period: "Periode",
  choosePeriod: "Pilih periode",
  listLoading: "Daftar kasus sedang diambil; angka dihitung sesudahnya.",
  corrections: "Koreksi angka terdahulu",
  correctionsText: "Bila dicentang, tabel terdahulu yang berubah cukup banyak diumumkan lagi bersama angka ini.",
  correct: "Hitung ulang {period}",
  corrected: "dikoreksi",
  kept: "tetap seperti semula, karena perubahannya terlalu kecil untuk diumumkan",
  same: "tidak berubah",
  exact: "Angka sebenarnya dan yang diumumkan",
  exactText: "Kolom pertama hanya untuk Anda. Jangan disebarkan.",
  real: "Sebenarnya",
  told: "Diumumkan",
  inRest: "dalam “lainnya”",
  notTold: "tidak diumumkan",
  tableHidden: "Tabel ini tidak diumumkan sama sekali.",
  nothing: "{n} lainnya, tanpa laporan",
  otherUnits: "Unit yang tidak ada dalam daftar instansi",
  noMedians: "Lamanya tidak diumumkan, karena dihitung dari terlalu sedikit laporan: {names}.",
  preview: "Pratinjau halaman untuk umum",
  unopened: "{n} kasus dalam periode ini belum Anda buka",
  unopenedText: "Kategori dan hasilnya belum diketahui. Buka dahulu kasus itu dalam daftar, lalu kembali ke sini.",
  othersOnly: "Yang dihitung adalah kasus yang boleh Anda buka.",
  sign: "Tanda tangani dan minta tanda tangan kedua",
} as const;

export const WHY_HIDDEN = {
  few: "kurang dari {least}",
  beside: "agar yang kurang dari {least} tidak dapat dihitung",
  before: "selalu digabung",
} as const satisfies Readonly<Record<Why, string>>;

export const PERIOD_ERRORS = {
  "not-next": "tidak dapat dipilih",
  "older-directory": "tidak dapat dipilih",
  overlaps: "sudah diumumkan, atau sebagian harinya sudah",
  "too-early": "baru saja berakhir",
  "corrects-nothing": "tidak dapat dipilih",
} as const satisfies Readonly<Record<ChainError, string>>;
