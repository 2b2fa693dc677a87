/** What is said at the entrance in Indonesian. */

/** Sentences of the sign-in screen. */
export const SIGN_IN = {
  title: "Masuk",
  opening: "Membuka brankas",
  lead: "Ruang kerja pengelola laporan. Kasus dibuka di perangkat ini, bukan di server.",
  name: "Nama pengguna",
  passphrase: "Frasa sandi",
  passphraseHint: "Enam kata. Frasa sandi tidak pernah meninggalkan perangkat ini.",
  show: "Tampilkan",
  hide: "Sembunyikan",
  showPassphrase: "Tampilkan frasa sandi",
  hidePassphrase: "Sembunyikan frasa sandi",
  submit: "Buka brankas",
  cancel: "Batal",
  nameMissing: "Nama pengguna belum diisi.",
  passphraseMissing: "Frasa sandi belum diisi.",
  slow: "Peramban ini berjalan tanpa WebAssembly, misalnya Tor Browser pada tingkat “Safer”. Membuka brankas memerlukan sekitar satu menit di komputer, lebih lama di ponsel; membuka kasus juga lebih lambat. Hasilnya sama amannya. Untuk pekerjaan sehari-hari gunakan peramban pada tingkat biasa.",
  foot: "Brankas terkunci sendiri setelah 15 menit tidak dipakai. Frasa sandi yang terlupa tidak dapat disetel ulang oleh siapa pun, juga oleh administrator.",
  stepLoading: "Alat pembuka dimuat",
  stepStretching: "Kunci dihitung dari frasa sandi",
  onThisDevice: "di perangkat ini",
  /** {n}: per cent */
  partDone: "{n}%",
  timeLeft: "{n}%, kira-kira {time} lagi",
  minutes: "{n} menit {seconds} detik",
  seconds: "{n} detik",
  stepLoggingIn: "Server mengenali Anda",
  passphraseStays: "frasa sandi tidak dikirim",
  stepDirectory: "Daftar resmi diperiksa",
  byRoots: "tanda tangan kunci akar",
  done: "selesai",
  underWay: "sedang berjalan",
  waiting: "menunggu",

  lockedByHand: "Brankas terkunci.",
  lockedByIdleness: "Brankas terkunci sendiri, karena 15 menit tidak dipakai.",
  sessionEnded: "Sesi di server telah berakhir, jadi brankas dikunci. Mohon masuk kembali.",
  wrongCodes: "{n} kode salah dicoba sejak Anda terakhir masuk dengan kode.",
  wrongCodesText: "Jika bukan Anda, orang lain mengetahui enam kata Anda: ganti enam kata itu sekarang di “Akun saya”.",
  signedOut: "Anda sudah keluar.",
  newWords: "Enam kata Anda sudah diganti, dan semua sesi berakhir. Mohon masuk dengan kata yang baru.",
  nothingKept: "Tidak ada isi kasus yang tertinggal di perangkat ini.",
  textsKept:
    "{n} tulisan yang belum dikirim tersegel di halaman ini dan kembali setelah Anda masuk di sini. Memuat ulang atau menutup halaman menghapusnya.",
  textsLost: "{n} tulisan yang belum dikirim atau disimpan tidak ikut tersimpan dan sudah hilang.",
  forgetMemory: "Hapus catatan perangkat ini",
  join: "Saya orang baru",
  joinTitle: "Orang baru",
} as const;

/** Sentences of the second step of signing in. */
export const SECOND_STEP = {
  title: "Faktor kedua",
  code: "Kode dari aplikasi",
  codeHint: "Enam angka dari aplikasi autentikator Anda. Setiap kode berlaku satu kali.",
  codeMissing: "Isikan enam angka.",
  submit: "Lanjutkan",
  passkey: "Gunakan passkey",
  openByPasskey: "Buka dengan passkey",
  cancel: "Batal",
  lost: "Faktor kedua hilang? Dua penanggung jawab atau administrator dapat meminta penyetelan ulang; itu memerlukan waktu tunggu satu hari penuh.",
  noPasskey: "Passkey tidak diberikan.",
  noPasskeyText: "Permintaan dibatalkan, atau passkey itu tidak ada di perangkat ini. Silakan coba lagi.",
  resetTitle: "Faktor kedua Anda akan disetel ulang pada {day}",
  resetText:
    "Dua rekan memintanya. Jika bukan Anda yang meminta, masuklah dan hentikan melalui “Akun saya”, lalu beri tahu administrator.",
} as const;
