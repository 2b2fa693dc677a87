/** What is said at the entrance in Indonesian. */
import type { SignInAlarm } from "../../../../client/member/sign-in.ts";

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
  signedOut: "Anda sudah keluar.",
  nothingKept: "Tidak ada isi kasus yang tertinggal di perangkat ini.",
  textsLost: "{n} tulisan yang belum dikirim atau disimpan tidak ikut tersimpan dan sudah hilang.",
  forgetMemory: "Hapus catatan perangkat ini",
} as const;

export const SIGN_IN_ALARMS = {
  "vault-rolled-back": "Tanda bahaya: server mengembalikan brankas yang lebih lama daripada catatan perangkat ini.",
} as const satisfies Readonly<Record<SignInAlarm, string>>;

export const SIGN_IN_ALARM_ADVICE = {
  "vault-rolled-back":
    "Cadangan lama mungkin dipulihkan, atau ada yang ingin Anda memakai kunci dan daftar lama. Mohon kunci brankas, lalu tanyakan kepada administrator melalui jalur lain, bukan lewat halaman ini.",
} as const satisfies Readonly<Record<SignInAlarm, string>>;
