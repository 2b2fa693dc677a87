/** Bahasa Indonesia: halaman angka yang diumumkan. */
export {
  PUBLISHED,
  PUBLISHED_MEDIANS,
  PUBLISHED_ROLES,
  PUBLISHED_TABLES,
  PUBLISHED_VALUES,
} from "../../../../words/published/id.ts";

export const FIGURES = {
  loading: "Angka sedang diambil dan diperiksa …",
  none: "Belum ada angka yang diumumkan.",
  genuine: "Tanda tangannya cocok",
  genuineMeans:
    "Peramban Anda sudah memeriksanya: angka ini ditandatangani oleh dua anggota {office} dan tidak berubah sejak itu. Server tidak dapat mengubahnya.",
  notGenuine: "Angka ini tidak dapat dipercaya",
  notGenuineMeans:
    "Yang disajikan server untuk angka ke-{number} tidak cocok dengan tanda tangannya, atau ada angka yang hilang. Karena itu angka tersebut dan sesudahnya tidak ditampilkan. Mohon beri tahu {office}.",
  overdue:
    "Angka terbaru diumumkan pada {day}. Menurut UU 14/2008 Pasal 9 ayat (3), angka baru diumumkan paling sedikit setiap enam bulan; kini belum ada yang lebih baru di sini.",
  until: "Angka terbaru di sini sampai {until}, diumumkan pada {day}.",
  next: "Berikutnya {period}: dapat diumumkan mulai {from}, paling lambat {by} (UU 14/2008, Pasal 9 ayat (3)). Server tidak dapat mengubah angka, tetapi dapat menahannya: bila sesudah hari itu belum ada yang lebih baru di sini, tanyakanlah kepada {office}.",
  choose: "Periode",
  published: "Diumumkan pada {day}.",
  counted: "Dihitung pada {day}.",
  signers: "Ditandatangani oleh",
  corrected: "Dikoreksi bersama angka ke-{number}.",
  medians: "Lamanya pada separuh laporan",
  noTables: "Tidak ada rincian: dari angka sekecil ini, satu laporan dapat dikenali.",
  chart: "Grafik",
  download: "Unduh",
  csv: "Tabel (CSV)",
  json: "Berkas yang dapat diperiksa (JSON)",
  csvName: "angka.csv",
  jsonName: "angka.json",
  howToRead: "Cara membaca angka ini",
  reading: [
    "Jumlah di bawah {k} tidak disebut, juga bila tidak ada sama sekali, agar tidak seorang pun dapat dikenali. Jumlah itu digabung dalam “lainnya, tidak dirinci”, kadang bersama jumlah yang lebih besar supaya tidak dapat dihitung balik.",
    "Angka dihitung sekali, sesudah periodenya berakhir, dan tidak pernah diubah. Perbaikan datang bersama angka berikutnya.",
    "Bagian (persen) disebut bila ada {shares} laporan atau lebih. Unit kerja disebut bila dilaporkan {k} kali atau lebih; kantor dapat menetapkan batas yang lebih tinggi.",
    "Berkas JSON dapat diperiksa tanpa halaman ini: segel figures verify angka.json",
  ],
} as const;
