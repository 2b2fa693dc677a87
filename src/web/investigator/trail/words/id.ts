/** Jejak audit: siapa melakukan apa pada hari apa, dan sampai di mana jejak itu diperiksa. */
import type { ServerActName } from "../../../../protocol/audit/acts.ts";
import type { LeafKind } from "../../../../protocol/audit/leaf.ts";

export const TRAIL = {
  lead: "Setiap tindakan anggota tercatat di sini dengan tanda tangannya sendiri, dalam satu urutan. Entri hanya ditambah; yang diubah, dihapus, atau dipotong akan ketahuan. Pelapor tidak meninggalkan jejak di sini.",
  checked: "Diperiksa sampai entri ke-{size} pada {day}.",
  seen: "Terakhir diperiksa tanpa masalah: entri ke-{size}.",
  accept: "Terima jejak yang sekarang",
  acceptText: "Hanya setelah administrator menjelaskannya melalui jalur lain, misalnya karena cadangan dipulihkan.",
  accepted: "Jejak yang sekarang diterima. Mulai sekarang itulah yang dibandingkan.",
  again: "Periksa lagi",
  save: "Simpan titik periksa",
  saveAll: "Simpan seluruh jejak",
  saving: "Membaca … {percent}%",
  saveAllHint:
    "Seluruh jejak diperiksa siapa pun tanpa server dengan perintah “segel audit verify”; tentang kasus yang tidak Anda baca, hanya sidiknya ada di dalamnya.",
  saveHint:
    "Beberapa baris untuk diserahkan setiap bulan kepada pihak di luar kantor: dengan itu siapa pun dapat membuktikan kemudian bahwa entri sampai hari ini tidak diubah.",
  number: "Nomor",
  entry: "entri {number}",
  who: "Siapa",
  what: "Tindakan",
  when: "Hari",
  caseColumn: "Kasus",
  everybody: "Semua orang",
  everything: "Semua tindakan",
  everyCase: "Semua kasus dan kantor",
  officeOnly: "Kantor saja",
  from: "Sejak",
  until: "Sampai",
  earlier: "Tampilkan entri sebelumnya",
  none: "Tidak ada entri yang cocok.",
  shown: "{n} entri ditampilkan.",
  hidden: "{n} entri lain tentang kasus yang tidak Anda baca; isinya tidak ditampilkan, tetapi ikut diperiksa.",
  nobody: "tidak dikenal",
  server: "Server sendiri",
  answer: "jawaban ke-{n}",
  note: "catatan ke-{n}",
  caseLead: "Siapa melakukan apa dalam kasus ini. Setiap tindakan dicocokkan dengan yang tertulis dalam kasus.",
  matches: "Semua tindakan cocok dengan yang tertulis dalam kasus.",
  withoutRow: "Tanda bahaya: ada tindakan yang tulisannya tidak ditampilkan server",
  withoutRowText:
    "Entri nomor {numbers}. Tulisan itu mungkin disembunyikan. Jangan menulis; tanyakan kepada rekan dan administrator melalui jalur lain, bukan melalui layanan ini.",
  withoutAct: "Tanda bahaya: ada tulisan yang tidak tercatat dalam jejak audit",
  withoutActText:
    "Yaitu {rows}. Mungkin disisipkan di basis data. Bandingkan dengan layar rekan, dan beri tahu administrator melalui jalur lain.",
  empty: "Belum ada tindakan yang tercatat tentang kasus ini.",
  reading: "Membaca jejak audit …",
} as const;

export const SERVER_ACT_NAMES = {
  "remove-discarded": "Menghapus kasus yang dibuang dua anggota",
  "log-key": "Mulai menandatangani jejak dengan kunci ini",
  enrol: "Menerima enam kata yang dipilih anggota",
  "remove-factors": "Menghapus faktor kedua anggota atas permintaan dua rekan",
} as const satisfies Readonly<Record<ServerActName, string>>;

export const LEAF_NAMES = {
  directory: "Daftar resmi terbit",
  statement: "Penegasan daftar resmi terbit",
  pages: "Halaman layanan diperbarui",
} as const satisfies Readonly<Record<Exclude<LeafKind, "act" | "server">, string>>;
