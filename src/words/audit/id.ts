/** Indonesian: whether the audit trail holds. */

export const FAULTS = {
  "no-export": "Ini bukan berkas jejak audit.",
  malformed: "Isi berkas tidak sesuai bentuknya.",
  cut: "Jejak audit terpotong; entri di akhirnya tidak ada.",
  beyond: "Ada entri yang tidak termasuk hitungan titik periksa.",
  removed: "Ada entri yang dihapus; penanda tangan berikutnya melihat lebih banyak entri daripada yang ada.",
  moved: "Urutan entri diubah; isinya sama, tempatnya lain.",
  changed: "Ada entri yang diubah, disisipkan, atau dihapus; penanda tangan berikutnya melihat jejak yang lain.",
  "split-view": "Penanda tangannya diperlihatkan jejak lain daripada yang sebelumnya; pernah ada dua jejak.",
  repeated: "Tindakan yang sama sudah tercatat sebelumnya.",
  "hour-back": "Tanggalnya lebih awal daripada entri sebelumnya.",
  "bad-signature": "Tanda tangan tidak dibuat oleh orang yang disebut; entri ini dikarang atau diubah.",
  "unknown-member": "Orang yang disebut tidak ada dalam daftar resmi, atau sudah dikeluarkan.",
  "suspended-member": "Orang yang disebut sedang ditangguhkan.",
  "other-directory": "Daftar resmi yang disebut bukan yang terbaru pada saat itu.",
  "other-document": "Dokumen di sampingnya bukan dokumen yang tercatat.",
  "bad-directory": "Daftar resmi ini tidak ditandatangani sebagaimana mestinya, atau tidak menyambung yang sebelumnya.",
  "bad-statement": "Penegasan ini tidak ditandatangani sebagaimana mestinya, atau tidak menyambung yang sebelumnya.",
  "bad-checkpoint": "Titik periksa ini milik jejak lain, atau tidak ditandatangani kunci yang disebut jejak ini.",
  "other-roots":
    "Kunci akarnya bukan yang disebut sidik Anda; jejak ini milik instansi lain, atau kuncinya dipalsukan.",
  "other-key": "Kunci jejak ini bukan kunci yang Anda sebut.",
  "bad-earlier": "Titik periksa pembanding tidak dapat dibaca, atau bukan milik jejak ini.",
  "rolled-back":
    "Jejak ini lebih pendek daripada dulu; titik periksa pembanding mencakup {last} entri. Bagian akhirnya dipotong, kecuali jika cadangan dipulihkan: untuk itu kantor memiliki catatan bertanda tangan tentang tanggalnya dan kedua jumlahnya.",
  forked:
    "Ada dua jejak dengan satu kunci; pada titik periksa pembanding, isinya lain. Simpan keduanya; itulah buktinya. Bisa juga pekerjaan berlanjut setelah cadangan dipulihkan: untuk itu kantor memiliki catatan bertanda tangan tentang tanggalnya dan kedua jumlahnya.",
} as const;

export const KINDS = {
  act: "tindakan",
  directory: "daftar resmi",
  statement: "penegasan",
  pages: "halaman",
  server: "tindakan server",
} as const;

export const AUDIT = {
  entry: "Entri {sequence}{kind}:",
  by: "Demikian menurut {name}, dalam {n} entri sejak entri {entry}.",
  between: "Entri {first} sampai {last}:",
  holds: "Jejak audit ini utuh: {n} entri.",
  origin: "Jejak: {origin}",
  counts: "Tindakan {act}, daftar resmi {directory}, penegasan {statement}, halaman {pages}, server {server}",
  hidden:
    "Dari {n} entri hanya sidiknya yang ada: tempatnya pasti, apa isinya tidak ada yang memeriksa. Entri tentang kasus milik orang lain tidak diperlihatkan kepada orang yang mengekspor.",
  days: "Dari {from} sampai {until}",
  since: "Diawali persis oleh {n} entri titik periksa pembanding.",
  noEarlier:
    "Tanpa titik periksa dari dulu (--checkpoint), entri yang dihapus di ujung tidak akan terlihat. Simpan berkas ini, atau titik periksanya.",
  root: "Akar pohon: {root}",
  key: "Kunci jejak: {key}",
  compare: "Mohon bandingkan sidik kunci akar dengan poster:",
  noRoots: "Tidak ada daftar resmi di dalamnya: jejak milik siapa ini, tidak dapat dipastikan.",
  sameRoots: "Sidik kunci akar sama dengan yang Anda berikan.",
  broken: "Jejak audit ini tidak utuh.",
  reading: "Memeriksa jejak audit: {percent} %",
  fetching: "Mengambil jejak audit: {percent} %",
  checkpointSaved:
    "Titik periksa atas {n} entri tersimpan: {file}\nSerahkan salinannya kepada pihak luar: dengan itu jejak berikutnya dapat dibandingkan.",
  accepted: "Jejak audit yang ada sekarang diterima: {n} entri. Mulai sekarang itulah pembanding di perangkat ini.",
  notWritten: "{file} tidak ditulis: berkas itu sudah ada, atau foldernya tidak dapat ditulisi.",
  unreadable: "{file} tidak dapat dibaca.",
  tooLarge: "{file} lebih besar daripada jejak audit mana pun.",
  badFingerprint: "Sidik terdiri atas dua belas kata dari poster, atau 64 angka heksadesimal.",
} as const;
