/** What is said of cases that belong together in Indonesian. */

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
  choose: "Pilih {n} kasus perkara ini di daftar",
  own: "Setiap Pelapor tetap memiliki percakapan sendiri.",
};
