/** Kata-kata tentang orang dan kunci: siapa ada di daftar resmi, dan apa yang diminta kepada pemegang kunci akar. */
export const ROSTER = {
  poster: "Poster dan sidik halaman",
  posterText:
    "Dua belas kata ini adalah sidik kunci akar yang dipercaya halaman ini. Kata yang sama harus tertulis di setiap poster, baris demi baris. Kalau berbeda, jangan masuk lagi dari perangkat ini dan beri tahu pemegang kunci akar melalui jalur lain.",
  posterOpen: "Buka poster dan kartu untuk dicetak",
  people: "Orang",
  lead: "Semua yang ada di daftar resmi nomor {version}. Daftar ini berlaku sampai {day}.",
  ways: "Mengundang, mengeluarkan, mengganti kunci, dan mengubah peran atau saluran berakhir pada permintaan kepada pemegang kunci akar. Menangguhkan orang dan menutup saluran berakhir pada pernyataan dua penanggung jawab atau administrator, di bagian atas layar ini. Masing-masing mengatakannya sebelum dimulai.",
  keyDue: "Kunci baru mulai {day}.",
  keyOverdue: "Kunci baru sudah waktunya sejak {day}.",
  roles: "Ubah peran atau kunci {name}",
  rolesLead:
    "Usulkan peran di sini; {name} menandatanganinya di perangkatnya sendiri saat masuk. Sesudah itu pilihlah untuk permintaan kepada pemegang kunci akar. Sebelum mereka menandatangani tidak ada yang berubah.",
  ownRolesLead:
    "Usulkan peran di sini, lalu tanda tangani di “Akun saya”. Sesudah itu berakhir pada permintaan kepada pemegang kunci akar.",
  rolesOf: "Peran {name}",
  wish: "Usulkan peran ini",
  wished: "Menunggu tanda tangan {name}: {roles}.",
  wishBack: "Batalkan usul",
  keysLead:
    "Kunci {name} diganti dari akunnya sendiri, selama ia masih dapat masuk. Jika semua kuncinya hilang, ia membuat kunci sebagai orang baru, dan di bagian “Orang baru” Anda memilih siapa yang digantikannya. Jika perangkatnya dicuri, tangguhkan dahulu.",
  signed: "{name} sudah menandatangani. Samakan dua belas kata dengan yang dibacakannya:",
  signedTick: "Masukkan ke permintaan",
  replaces: "Orang yang sama dengan",
  replacesNobody: "bukan siapa pun yang sudah ada",
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
  unnamed: "Sebuah saluran baru belum bernama.",
  "no-recovery-key": "Saluran {channel} menyebut kunci pemulihan, padahal kantor ini belum mempunyainya.",
  "same-name": "Saluran {channel} bernama sama dengan saluran lain. Pilih nama yang dapat dibedakan Pelapor.",
  "too-few-stewards":
    "Penanggung jawab dan administrator yang tinggal tidak cukup untuk menegaskan daftar resmi. Orang lain harus masuk lebih dahulu.",
  "stewards-needed": "Jumlah penanggung jawab dan administrator yang harus menegaskan daftar resmi paling sedikit dua.",
  "roots-needed":
    "Jumlah tanda tangan kunci akar yang diperlukan harus paling sedikit satu dan tidak melebihi banyaknya kunci akar.",
} as const;

export const ROOTS = {
  title: "Kunci akar",
  lead: "{n} dari {of} kunci akar harus menandatangani daftar resmi.",
  change: "Ganti kunci akar atau jumlah tanda tangan",
  ends: "Ini berakhir pada permintaan kepada pemegang kunci akar: yang lama dan yang baru menandatanganinya bersama-sama, masing-masing sebanyak yang diperlukan. Kunci baru dibuat lebih dahulu di halaman kunci, yang menyimpan berkas untuk dipilih di sini.",
  pages:
    "Sesudah terbit, halaman harus dibuat ulang dengan kunci akar yang baru, dan poster dicetak ulang; buku petunjuk pengelola menerangkan caranya. Halaman lama tetap dapat dipakai: ia mengikuti daftar yang ditandatangani kunci lama dan baru.",
  key: "Kunci akar {n}",
  goes: "Keluarkan kunci akar {n}",
  comes: "Kunci akar baru",
  drop: "Batalkan kunci akar ini",
  refused: "Berkas ini bukan berkas kunci akar",
  choose: "Berkas kunci akar baru",
  needed: "Tanda tangan yang diperlukan, dari {of}",
  stewards: "Penanggung jawab dan administrator yang harus menegaskan daftar resmi",
} as const;
