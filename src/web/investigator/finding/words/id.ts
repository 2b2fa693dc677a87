/** What is said of finding cases in Indonesian. */

export const FINDING = {
  found: "{n} kasus ditemukan",
  looking: "Mencari…",
  elsewhere: "{n} di tampilan lain",
  indexed: "{done} dari {of} kasus dapat dicari isinya, {left} menyusul.",
  indexedAll: "Isi {of} kasus dapat dicari.",
  keptHere: "Indeks disimpan tersegel di perangkat ini.",
  keptElsewhere: "Indeks disimpan oleh tab lain di peramban ini.",
  keptNever: "Peramban ini tidak menyimpan indeks: besok dibuat lagi.",
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

export const ALIKE = {
  title: "Mungkin tentang perkara yang sama",
  hint: "Dihitung di perangkat ini dari kasus yang dapat Anda baca. Anda yang memutuskan.",
  person: "nama yang sama: {said}",
  day: "hari yang sama: {said}",
  amount: "nilai yang sama: {said}",
  unit: "unit kerja yang sama",
  text: "{percent}% kalimat yang sama",
  words: "kata yang jarang dipakai: {said}",
  link: "Kaitkan",
};

export const LINKS = {
  title: "Perkara yang sama dan kasus terkait",
  "same-matter": "Perkara yang sama",
  related: "Terkait",
  by: "{name}, {day}: {reason}",
  unlink: "Lepaskan kaitan",
  add: "Kaitkan dengan kasus lain",
  number: "Nomor register kasus lain",
  numberUnknown: "Nomor register ini tidak ada di daftar Anda.",
  numberOwn: "Ini nomor kasus yang sedang dibuka.",
  relation: "Hubungannya",
  reason: "Alasan",
  reasonHint: "Dicatat di kedua kasus dan dibaca oleh semua pembacanya.",
  reasonMissing: "Tulis alasannya.",
  save: "Catat kaitan",
  saveUnlink: "Catat pelepasan",
  cancel: "Batal",
  savedBoth: "Kaitan dicatat di kedua kasus.",
  duplicate: "Anda menutupnya sebagai duplikat. Catat kasus mana yang sama.",
  unlinked: "Kaitan dilepaskan.",
  savedOne: "Kaitan dicatat hanya di {number}: tidak semua pembaca kasus lainnya boleh membaca kasus itu.",
  own: "Setiap pelapor tetap memiliki percakapan sendiri.",
};
