/** What is said while somebody writes, in Indonesian. */

/** The boxes for answers and notes, conflicts with colleagues, and texts that were set aside. */
export const WRITING = {
  answerLabel: "Pesan untuk Pelapor",
  answerHint: "Dikunci di perangkat ini sebelum dikirim.",
  answerPlaceholder: "Tulis pesan yang akan dibaca Pelapor",
  send: "Kirim ke Pelapor",
  sending: "Mengunci dan mengirim …",
  sent: "Terkirim ke Pelapor.",
  noteLabel: "Catatan internal baru",
  noteNeverSeen: "Tidak pernah terlihat oleh Pelapor",
  notePlaceholder: "Untuk rekan yang menangani kasus",
  save: "Simpan catatan internal",
  saving: "Mengunci dan menyimpan …",
  saved: "Catatan tersimpan.",

  conflictAnswer: "Rekan Anda lebih dahulu menulis. Kedua tulisan masih ada.",
  conflictSame: "Tulisan Anda ternyata sudah tersimpan.",
  filesToChoose: "{n} berkas perlu dipilih ulang: isinya tidak disimpan saat brankas terkunci.",
  filesForget: "Lanjutkan tanpa berkas itu",
  conflictText:
    "Tulisan Anda belum dikirim. Bacalah dahulu yang baru, lalu putuskan: kirim seperti adanya, ubah, gabungkan, atau sisihkan.",
  conflictNoteText:
    "Catatan Anda belum disimpan. Bacalah dahulu yang baru, lalu putuskan: simpan seperti adanya, ubah, gabungkan, atau sisihkan.",
  conflictMoveText: "Perubahan Anda belum dikirim. Pilihan dan penjelasan Anda masih ada di bawah ini.",
  conflictOwn: "Tulisan Anda",
  conflictOwnHint: "belum dikirim, masih ada di halaman ini",
  conflictStored: "Tersimpan sekarang",
  conflictNothing: "Belum terlihat. Mohon muat lagi kasus ini.",
  merge: "Gabungkan",
  mergeHint: "Menambahkan tulisan rekan di bawah tulisan Anda.",
  copy: "Salin tulisan saya",
  copied: "Tersalin ke papan klip.",
  notCopied: "Tidak dapat disalin. Mohon pilih dan salin sendiri.",
  discard: "Buang tulisan ini",
  sendOwn: "Kirim tulisan saya",
  saveOwn: "Simpan catatan saya",
  setAside: "Sisihkan tulisan saya",
  asideTitle: "Tulisan yang disisihkan",
  asideHint:
    "Belum dikirim atau disimpan. Jika brankas terkunci, tulisan ini kembali setelah Anda masuk lagi di halaman ini.",
  typedTitle: "Tulisan Anda untuk kasus ini",
  typedHint: "Belum dikirim atau disimpan. Selama kasus ini tidak terbuka, tulisan dapat disalin dari sini.",
  asideRestore: "Kembalikan ke kotak tulisan",
  conflictField: "Isian",
  conflictEmpty: "(kosong)",

  becameState: "Status menjadi {state}",
  withOutcome: "dengan hasil {outcome}",
  withNextBy: "Kabar berikutnya paling lambat {day}",
  putOff: "{deadline}: diundur menjadi {day}",
  followsProfile: "Batas waktu mengikuti: {profile}",

  length: "{actual} dari {limit} karakter.",
} as const;

/** Changing the state. */
export const MOVE_FORM = {
  moveTitle: "Ubah status",
  moveTo: "Status baru",
  outcome: "Hasil",
  outcomeChoose: "Pilih hasil",
  required: "(wajib)",
  optional: "(boleh dikosongkan)",
  textLabel: "Penjelasan untuk Pelapor",
  reasonLabel: "Alasan untuk Pelapor",
  questionLabel: "Pertanyaan untuk Pelapor",
  textHint: "Pelapor membaca status baru dan tulisan ini. Jangan menyebut nama pegawai.",
  nextBy: "Kabar berikutnya paling lambat",
  nextByHint: "Tanggal ini dijanjikan kepada Pelapor dan tetap terlihat, juga bila terlewat.",
  submitting: "Mengunci dan mengirim …",
  cancel: "Batal",
  outcomeMissing: "Hasil belum dipilih.",
  reasonMissing: "Alasan masih kosong. Satu kalimat sudah cukup.",
  moveConflict: "Rekan Anda lebih dahulu mengubah kasus ini.",
} as const;
