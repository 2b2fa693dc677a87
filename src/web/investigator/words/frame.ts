/** Sentences around every screen: header, locking, asking before something is lost, keys. */
import type { Words } from "../parts/speech.ts";

export const FRAME = {
  product: ["Segel", "Segel"],
  cases: ["Kasus", "Cases"],
  language: ["Bahasa", "Language"],
  vaultOpen: ["Brankas terbuka, terkunci sendiri dalam {time}", "Vault open, locks itself in {time}"],
  minutes: ["{n} menit", "{n} minutes", "1 minute"],
  lockNow: ["Kunci sekarang", "Lock now"],
  signOut: ["Keluar", "Sign out"],
  skip: ["Langsung ke isi", "Skip to content"],
  close: ["Tutup", "Close"],
  tryAgain: ["Coba lagi", "Try again"],

  soonTitle: ["Brankas terkunci dalam {time}", "The vault locks in {time}"],
  soonNothing: ["Tidak ada tulisan yang akan hilang.", "No text will be lost."],
  soonTexts: [
    "{n} tulisan yang belum dikirim atau disimpan akan hilang.",
    "{n} texts that are not sent or saved will be lost.",
    "One text that is not sent or saved will be lost.",
  ],
  stayOpen: ["Tetap terbuka", "Keep it open"],

  leaveTitle: ["Ada tulisan yang belum dikirim", "Some text is not sent yet"],
  leaveText: [
    "{n} tulisan belum dikirim ke Pelapor atau disimpan. Jika brankas dikunci, tulisan itu hilang: demi keamanan, tidak ada yang disimpan di perangkat ini.",
    "{n} texts are not sent to the reporter or saved. If the vault is locked they are gone: for safety nothing is kept on this device.",
    "One text is not sent to the reporter or saved. If the vault is locked it is gone: for safety nothing is kept on this device.",
  ],
  leaveBack: ["Kembali ke tulisan", "Back to the text"],
  leaveLock: ["Buang tulisan dan kunci", "Discard the text and lock"],
  leaveSignOut: ["Buang tulisan dan keluar", "Discard the text and sign out"],
  leaveWhere: ["Tulisan itu ada di kasus:", "The text belongs to:"],

  keysTitle: ["Tombol papan ketik", "Keyboard"],
  keysMove: ["pindah baris", "move between rows"],
  keysOpen: ["buka kasus", "open the case"],
  keysSearch: ["cari", "search"],
  keysBack: ["kosongkan pencarian, kembali ke daftar", "empty the search, back to the list"],
  keysNeighbours: ["kasus sebelumnya, berikutnya", "previous, next case"],
  keysHelp: ["daftar tombol ini", "this list of keys"],
  keysAll: ["semua tombol", "all keys"],
  keysSingle: ["Pakai tombol satu huruf (J, K, /, ?, P, N)", "Use single-letter keys (J, K, /, ?, P, N)"],
  keysSingleHint: [
    "Matikan jika Anda memakai pengenal suara. Mengirim dan menyimpan tidak punya tombol singkat.",
    "Switch this off if you use speech recognition. Sending and saving have no shortcut.",
  ],

  firstUseTitle: ["Pertama kali di perangkat ini", "First use on this device"],
  firstUseText: [
    "Perangkat ini belum menyimpan catatan tentang daftar resmi, sehingga daftar yang lebih lama tidak akan ketahuan hari ini. Mulai sekarang perangkat ini mengingatnya. Jika Anda selalu memakai perangkat ini, tanyakan kepada administrator mengapa catatannya hilang.",
    "This device had no memory of the directory yet, so an older one would not be noticed today. From now on it remembers. If this is the device you always use, ask the administrator why its memory is gone.",
  ],
  understood: ["Mengerti", "Understood"],

  noCaseworkTitle: ["Peran Anda tidak membuka kasus", "Your role does not open cases"],
  noCaseworkText: [
    "Anda masuk sebagai {roles}. Laporan hanya disegel untuk pemeriksa dan penanggung jawab kasus.",
    "You are signed in as {roles}. Reports are sealed to investigators and case leads alone.",
  ],
} as const satisfies Record<string, Words>;
