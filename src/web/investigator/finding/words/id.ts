/** What is said of finding cases in Indonesian. */

export const FINDING = {
  found: "{n} kasus ditemukan",
  looking: "Mencari …",
  elsewhere: "{n} di tampilan lain",
  indexed: "{done} dari {of} kasus dapat dicari isinya, {left} menyusul.",
  indexedAll: "Isi {of} kasus dapat dicari.",
  keptHere: "Indeks disimpan tersegel di perangkat ini.",
  keptElsewhere: "Indeks disimpan oleh tab lain di peramban ini.",
  keptNever: "Peramban ini tidak menyimpan indeks: besok dibuat lagi.",
  forget: "Hapus dari perangkat ini",
  none: "Tidak ada kasus yang memuat semua kata ini.",
  noneText:
    "Yang dicari: laporan, percakapan, catatan, lembar penilaian, dan nama berkas dari semua kasus yang boleh Anda buka.",
  tryFewer: "Pakai kata lebih sedikit: setiap kata harus ada dalam kasus itu.",
  tryPart: "Ketik tiga huruf pertama sebuah nama. Satu huruf boleh keliru.",
  tryNumber: "Nomor register dan nilai uang juga dapat dicari: K7QD-4M2P, 15 juta.",
  tryLater: "Tunggu {n} kasus yang belum dibaca.",
  clear: "Hapus pencarian",
  failed: "Pencarian isi tidak berjalan. Judul, unit kerja, dan nomor register tetap dicari.",
};

/** Where a hit stands. Fields of the report have their own names. */
export const PLACES = {
  reporter: "Pesan Pelapor",
  team: "Pesan untuk Pelapor",
  internal: "Catatan internal",
  file: "Nama berkas",
  register: "Nomor register",
};
