/** Kata-kata tentang orang dan kunci: siapa ada di daftar resmi, dan apa yang diminta kepada pemegang kunci akar. */
export const ROSTER = {
  people: "Orang",
  lead: "Semua yang ada di daftar resmi nomor {version}. Daftar ini berlaku sampai {day}.",
  you: "Anda",
  until: "Berlaku sampai {day}.",
  ended: "Masa berlakunya berakhir {day}: laporan tidak disegel untuknya.",
  soon: "Segera berakhir: sampai {day}.",
  suspended: "ditangguhkan",
  removed: "dikeluarkan",
  factors: "Faktor kedua: {n}.",
  noFactor: "Belum ada faktor kedua.",
  signedIn: "Terakhir masuk {day}.",
  neverSignedIn: "Belum pernah masuk.",
  fingerprint: "Sidik kunci {name}",
  fingerprintLead: "Bacakan lewat telepon atau saat bertemu: pemiliknya melihat kata yang sama di layarnya sendiri.",
  gone: "Yang sudah dikeluarkan ({n})",
  join: "Orang baru",
  joinLead:
    "Orang baru membuka halaman masuk di perangkatnya sendiri, menekan “Saya orang baru”, lalu menyerahkan berkasnya kepada Anda. Samakan dua belas kata di bawah dengan yang tampak di layarnya sebelum meminta tanda tangan.",
  joinChoose: "Berkas orang baru",
  joins: "{name} masuk sebagai {roles}",
  joinPlace: "Pilih juga salurannya di bawah jika ia akan membaca laporan atau menjaga identitas.",
  joinDrop: "Batalkan {name}",
  joinRefused: "Berkas ini bukan berkas orang baru",
  remove: "Keluarkan {name}",
  renew: "Perpanjang {name} satu tahun",
} as const;

export const REQUEST = {
  title: "Permintaan kepada pemegang kunci akar",
  ends: "Mengeluarkan orang, memperpanjang, dan mengubah saluran berakhir pada sebuah permintaan: pemegang kunci akar menandatanganinya di halaman kunci, lalu dua penanggung jawab atau administrator menerbitkannya. Sebelum itu tidak ada yang berubah. Jika harus saat ini juga, tangguhkan dahulu; itu cukup dengan dua tanda tangan di sini.",
  nothing: "Belum ada yang dipilih. Permintaan tanpa perubahan memperpanjang daftar resmi itu sendiri.",
  chosen: "Perubahan yang dipilih: {n}.",
  make: "Susun permintaan",
  changes: "Yang diminta",
  line: "Dua belas kata permintaan ini",
  lineLead:
    "Kata yang sama harus tampak di halaman kunci setiap penanda tangan. Bacakan; jika satu kata pun berbeda, jangan ditandatangani.",
  lineMissing:
    "Kata-katanya tidak ditampilkan: kunci Anda sendiri tidak ada di permintaan ini. Jangan minta tanda tangan sebelum jelas sebabnya.",
  people: "{n} orang ada di dalamnya: {names}.",
  keyLead: "Dua belas kata {use} yang baru. Pemiliknya membacakannya dari layarnya sendiri.",
  save: "Simpan berkas permintaan",
  saved:
    "Bawalah berkas ini di flash disk ke setiap pemegang kunci akar. Mereka membukanya di halaman kunci dan mengembalikan berkas tanda tangan. Simpan juga berkas ini: ia diperlukan lagi.",
  refused: "Permintaan ini tidak dapat disusun",
} as const;

export const BACK = {
  title: "Berkas yang kembali",
  lead: "Pilih berkas permintaan dan semua berkas tanda tangan sekaligus; urutannya tidak menjadi soal.",
  choose: "Berkas permintaan dan tanda tangan",
  all: "Tanda tangan kunci akar: {has} dari {needs} yang diperlukan.",
  old: "Tanda tangan kunci akar lama: {has} dari {needs} yang diperlukan.",
  new: "Tanda tangan kunci akar baru: {has} dari {needs} yang diperlukan.",
  still: "Tetap ditangguhkan atau ditutup",
  stillHint: "Hapus centangnya hanya jika daftar baru ini memang memulihkannya.",
  propose: "Tanda tangani dan usulkan daftar baru",
  proposeHint: "Berlaku begitu orang kedua ikut menandatangani di bagian atas layar ini.",
  refused: "Berkas ini tidak dapat dipakai",
  since:
    "Permintaan ini bersandar pada daftar yang bukan lagi yang berlaku. Jika daftar lain sudah terbit sesudahnya, susun permintaan yang baru.",
} as const;

export const FAULTS = {
  "too-few-readers":
    "Saluran {channel} akan mempunyai kurang dari dua pembaca. Pilih pembaca lain untuk saluran itu lebih dahulu.",
  "too-few-custodians": "Saluran {channel} akan kehilangan kustodian. Pilih kustodian lain untuk saluran itu.",
  "too-many": "Saluran {channel} mempunyai lebih banyak orang daripada tempat di sebuah laporan.",
  "no-recovery-key": "Saluran {channel} menyebut kunci pemulihan, padahal kantor ini belum mempunyainya.",
  "same-name": "Saluran {channel} bernama sama dengan saluran lain. Pilih nama yang dapat dibedakan pelapor.",
  "too-few-stewards":
    "Penanggung jawab dan administrator yang tinggal tidak cukup untuk menegaskan daftar resmi. Orang lain harus masuk lebih dahulu.",
  "stewards-needed": "Jumlah penanggung jawab dan administrator yang harus menegaskan daftar resmi paling sedikit dua.",
  "roots-needed":
    "Jumlah tanda tangan kunci akar yang diperlukan harus paling sedikit satu dan tidak melebihi banyaknya kunci akar.",
} as const;
