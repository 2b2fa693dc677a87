/** Sentences of the sign-in screen. */
import type { SignInAlarm } from "../../../client/member/sign-in.ts";
import type { Words, WordsFor } from "../parts/speech.ts";

export const SIGN_IN = {
  title: ["Masuk", "Sign in"],
  opening: ["Membuka brankas", "Opening the vault"],
  lead: [
    "Ruang kerja pengelola laporan. Kasus dibuka di perangkat ini, bukan di server.",
    "Workplace of the report handlers. Cases are opened on this device, not on the server.",
  ],
  name: ["Nama pengguna", "User name"],
  passphrase: ["Frasa sandi", "Passphrase"],
  passphraseHint: [
    "Enam kata. Frasa sandi tidak pernah meninggalkan perangkat ini.",
    "Six words. The passphrase never leaves this device.",
  ],
  show: ["Tampilkan", "Show"],
  hide: ["Sembunyikan", "Hide"],
  showPassphrase: ["Tampilkan frasa sandi", "Show the passphrase"],
  hidePassphrase: ["Sembunyikan frasa sandi", "Hide the passphrase"],
  submit: ["Buka brankas", "Open the vault"],
  cancel: ["Batal", "Cancel"],
  nameMissing: ["Nama pengguna belum diisi.", "The user name is empty."],
  passphraseMissing: ["Frasa sandi belum diisi.", "The passphrase is empty."],
  slow: [
    "Peramban ini berjalan tanpa WebAssembly, misalnya Tor Browser pada tingkat “Safer”. Membuka brankas memerlukan sekitar satu menit di komputer, lebih lama di ponsel; membuka kasus juga lebih lambat. Hasilnya sama amannya. Untuk pekerjaan sehari-hari gunakan peramban pada tingkat biasa.",
    "This browser runs without WebAssembly, as Tor Browser does at “Safer”. Opening the vault takes about a minute on a computer and longer on a phone; opening a case is slower too. It is just as safe. For daily work use a browser at the ordinary level.",
  ],
  foot: [
    "Brankas terkunci sendiri setelah 15 menit tidak dipakai. Frasa sandi yang terlupa tidak dapat disetel ulang oleh siapa pun, juga oleh administrator.",
    "The vault locks itself after 15 minutes without use. Nobody can reset a forgotten passphrase, not even an administrator.",
  ],
  stepLoading: ["Alat pembuka dimuat", "Tools are loaded"],
  stepStretching: ["Kunci dihitung dari frasa sandi", "Key is computed from the passphrase"],
  onThisDevice: ["di perangkat ini", "on this device"],
  /** {n}: per cent */
  partDone: ["{n}%", "{n}%"],
  timeLeft: ["{n}%, kira-kira {time} lagi", "{n}%, about {time} left"],
  minutes: ["{n} menit {seconds} detik", "{n} minutes {seconds} seconds", "1 minute {seconds} seconds"],
  seconds: ["{n} detik", "{n} seconds", "1 second"],
  stepLoggingIn: ["Server mengenali Anda", "Server recognises you"],
  passphraseStays: ["frasa sandi tidak dikirim", "passphrase is not sent"],
  stepDirectory: ["Daftar resmi diperiksa", "Directory is checked"],
  byRoots: ["tanda tangan kunci akar", "signatures of the roots"],
  done: ["selesai", "done"],
  underWay: ["sedang berjalan", "under way"],
  waiting: ["menunggu", "waiting"],

  lockedByHand: ["Brankas terkunci.", "The vault is locked."],
  lockedByIdleness: [
    "Brankas terkunci sendiri, karena 15 menit tidak dipakai.",
    "The vault locked itself after 15 minutes without use.",
  ],
  sessionEnded: [
    "Sesi di server telah berakhir, jadi brankas dikunci. Mohon masuk kembali.",
    "The session on the server has ended, so the vault was locked. Please sign in again.",
  ],
  signedOut: ["Anda sudah keluar.", "You are signed out."],
  nothingKept: ["Tidak ada isi kasus yang tertinggal di perangkat ini.", "Nothing of any case is left on this device."],
  textsLost: [
    "{n} tulisan yang belum dikirim atau disimpan tidak ikut tersimpan dan sudah hilang.",
    "{n} texts that were not sent or saved were not kept and are gone.",
    "One text that was not sent or saved was not kept and is gone.",
  ],
  forgetMemory: ["Hapus catatan perangkat ini", "Delete this device’s memory"],
  noScript: [
    "Halaman ini memerlukan JavaScript: kasus dibuka di perangkat Anda.",
    "This page needs JavaScript: cases are opened on your device.",
  ],
} as const satisfies Record<string, Words>;

export const SIGN_IN_ALARMS: WordsFor<SignInAlarm> = {
  "vault-rolled-back": [
    "Tanda bahaya: server mengembalikan brankas yang lebih lama daripada catatan perangkat ini.",
    "Alarm: the server gave back an older vault than this device remembers.",
  ],
};

export const SIGN_IN_ALARM_ADVICE: WordsFor<SignInAlarm> = {
  "vault-rolled-back": [
    "Cadangan lama mungkin dipulihkan, atau ada yang ingin Anda memakai kunci dan daftar lama. Mohon kunci brankas, lalu tanyakan kepada administrator melalui jalur lain, bukan lewat halaman ini.",
    "An old backup may have been restored, or somebody wants you to use old keys and an old directory. Please lock the vault and ask the administrator in another way, not through this page.",
  ],
};
