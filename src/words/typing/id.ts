/** Apa yang salah dengan kata-kata yang diketik dari lembar. */

export const TYPED_WORDS = {
  hint: "Empat huruf pertama tiap kata sudah cukup. Spasi, koma, dan nomor boleh ikut.",
  count: "Sekarang {found} kata; yang diperlukan {needed}.",
  twelve: "Ini dua belas kata: mungkin kode laporan. Di sini diperlukan {needed} kata.",
  unknown: "Kata ke-{position} tidak ada dalam daftar kata.",
  unknownNear: "Kata ke-{position} tidak ada dalam daftar kata. Maksud Anda {near}?",
  foreign: "Kata ke-{position} memuat huruf “{letter}” dari aksara lain.",
  mixed: "Kata ke-{position} dari daftar bahasa lain daripada kata pertama.",
  checksum: "Semua kata ada, tetapi tidak cocok satu sama lain: satu kata salah, atau urutannya.",
  lineChecksum: "Baris ini salah ketik, atau dari lembar lain.",
  lineRight: "benar",
};
