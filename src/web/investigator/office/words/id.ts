/** Kata-kata tentang daftar resmi: siapa yang menegaskan, siapa yang ditangguhkan, saluran mana yang ditutup. */
export const OFFICE = {
  title: "Daftar resmi",
  open: "Orang dan kunci",
  lead: "Daftar resmi memuat siapa yang dapat membaca laporan. Dua penanggung jawab atau administrator menegaskan setiap beberapa minggu bahwa daftar itu masih berlaku; tanpa itu Pelapor tidak dapat mengirim.",
  holds: "Nomor {version}. Ditegaskan sampai {stated}; daftarnya sendiri berlaku sampai {expires}.",
  lapsed:
    "Nomor {version}. Penegasannya berakhir {stated}: selama belum ditegaskan lagi, Pelapor tidak dapat mengirim dan kasus tidak dapat dibuka.",
  due: "Daftar resmi perlu ditegaskan sebelum {stated}",
  dueText: "Dua penanggung jawab atau administrator menegaskannya, masing-masing dengan satu klik.",
  waiting: "Sebuah penegasan menunggu tanda tangan Anda",
  confirm: "Tegaskan: masih berlaku",
  confirmed: "Sudah ditegaskan sampai {day}.",
  signed: "Tanda tangan Anda tersimpan. Masih perlu tanda tangan dari orang lain.",
  directoryProposed:
    "Daftar baru diusulkan, dengan tanda tangan Anda. Orang kedua membukanya di layar yang sama dan menandatanganinya juga.",
  directoryPublished: "Daftar resmi yang baru sudah terbit.",
  recovered: "Kasus dibuka dengan kunci pemulihan pada {day}",
  recoveredText:
    "Kunci itu sudah pernah disatukan dan harus diganti, oleh penanggung jawab atau administrator di “Orang dan kunci”.",
  rehearse: "Pemulihan terakhir dilatih {day}",
  rehearseText: "Pemulihan dilatih setahun sekali, agar lembarnya ada pada saat diperlukan.",
  signIn: "Silakan buka brankas Anda sekali lagi.",
  proposals: "Menunggu tanda tangan",
  proposal: "Menegaskan bahwa daftar resmi nomor {version} berlaku sampai {day}.",
  nextDirectory: "Menerbitkan daftar resmi baru nomor {version}, yang sudah ditandatangani pemegang kunci akar.",
  suspends: "Menangguhkan: {names}.",
  closes: "Menutup saluran: {names}.",
  letsBack: "Tidak lagi menangguhkan: {names}.",
  opensAgain: "Membuka kembali saluran: {names}.",
  signers: "Sudah ditandatangani: {names}. Masih perlu {n} orang.",
  invalid: "Server memberi {n} usulan yang tidak sah.",
  invalidText:
    "Usulan itu tidak ditandatangani oleh orang yang berhak, atau penandatangannya sudah ditangguhkan, atau usulan itu menerbitkan daftar yang tidak ditandatangani kunci akar. Usulan itu tidak ditampilkan dan tidak dapat ditandatangani. Bila Anda tidak tahu sebabnya, beri tahu administrator melalui jalur lain, bukan melalui layanan ini.",
  signToo: "Tanda tangani juga",
  ownSigned: "Anda sudah menandatangani.",
  take: "Tangguhkan anggota atau tutup saluran",
  takeText:
    "Berlaku saat itu juga, begitu orang kedua ikut menandatangani: sesi anggota itu berakhir, ia tidak dapat masuk, dan laporan baru tidak dikunci untuknya. Ini hanya dapat dibatalkan dengan daftar resmi baru yang ditandatangani pemegang kunci akar.",
  members: "Anggota",
  channels: "Saluran",
  isSuspended: "ditangguhkan",
  isClosed: "ditutup",
  oneself: "Anda sendiri tidak dapat menandatangani penangguhan Anda.",
  propose: "Tanda tangani dan usulkan",
  nothingChosen: "Pilih paling sedikit satu anggota atau saluran.",
  tooFew:
    "Sesudah ini tinggal {n} orang yang dapat menegaskan daftar resmi, padahal perlu {needed}. Perlu daftar resmi baru.",
} as const;
