/** Why something was not done: what happened, then what is lost (nothing) and what to do. */
import type { ApiErrorCode } from "../../../client/line/http.ts";
import type { RefusalCode } from "../../../client/refusal.ts";
import type { CryptoErrorCode } from "../../../crypto/errors.ts";
import type { DirectoryErrorCode } from "../../../protocol/directory.ts";
import type { Words } from "../parts/speech.ts";

const TRY_AGAIN: Words = ["Mohon coba lagi.", "Please try again."];
const TELL_ADMINISTRATOR: Words = [
  "Mohon coba lagi. Jika terulang, beri tahu administrator.",
  "Please try again. If it happens again, tell the administrator.",
];
const ANOTHER_WAY: Words = [
  "Jangan lanjutkan. Hubungi administrator melalui jalur lain, bukan lewat halaman ini.",
  "Do not go on. Reach the administrator in another way, not through this page.",
];

/** What happened, and what to do about it. */
export type Told = readonly [happened: Words, advice: Words];

const NOT_UNDERSTOOD: Told = [
  ["Server tidak memahami permintaan halaman ini.", "The server did not understand this page."],
  TELL_ADMINISTRATOR,
];

export const API_FAILURES: Readonly<Record<ApiErrorCode, Told>> = {
  "bad-request": NOT_UNDERSTOOD,
  "bad-envelope": [["Server menolak data yang disegel.", "The server refused the sealed data."], TELL_ADMINISTRATOR],
  "bad-proof-of-work": NOT_UNDERSTOOD,
  "bad-signature": [
    ["Server menolak tanda tangan permintaan ini.", "The server refused the signature of this request."],
    TRY_AGAIN,
  ],
  "not-signed-in": [
    ["Sesi di server telah berakhir.", "The session on the server has ended."],
    ["Mohon masuk kembali.", "Please sign in again."],
  ],
  "wrong-login": [
    ["Nama pengguna atau frasa sandi tidak benar.", "The user name or the passphrase is not right."],
    [
      "Huruf besar dan spasi di tepi tidak berpengaruh pada nama; pada frasa sandi, ejaan setiap kata berpengaruh.",
      "Capitals and outer spaces do not matter in the name; in the passphrase the spelling of each word does.",
    ],
  ],
  forbidden: [
    ["Peran Anda tidak memungkinkan hal ini.", "Your role does not allow this."],
    ["Tidak ada yang berubah.", "Nothing has changed."],
  ],
  "cross-site": [
    ["Server menolak permintaan dari situs lain.", "The server refused a request from another site."],
    TELL_ADMINISTRATOR,
  ],
  "not-found": [
    [
      "Kasus ini tidak ada di server, atau bukan lagi untuk Anda.",
      "This case is not on the server, or no longer for you.",
    ],
    ["Mohon muat lagi daftar kasus.", "Please load the list of cases again."],
  ],
  "method-not-allowed": NOT_UNDERSTOOD,
  conflict: [
    ["Rekan Anda menyimpan lebih dahulu.", "A colleague was quicker."],
    ["Tidak ada yang hilang.", "Nothing is lost."],
  ],
  "move-not-allowed": [
    ["Status kasus ini baru saja berubah.", "The state of this case has just changed."],
    ["Tidak ada yang hilang.", "Nothing is lost."],
  ],
  "files-incomplete": [
    ["Belum semua bagian berkas diterima server.", "Not all parts of the files have reached the server."],
    ["Tidak ada yang tersimpan. Mohon kirim lagi.", "Nothing was stored. Please send it again."],
  ],
  "too-many-files": [
    [
      "Jumlah atau ukuran berkas dalam kasus ini sudah mencapai batas.",
      "This case has as many files, or as large ones, as are allowed.",
    ],
    ["Balasan tanpa berkas tetap dapat dikirim.", "An answer without files can still be sent."],
  ],
  "storage-full": [
    ["Saat ini tidak ada ruang untuk berkas di server.", "There is no room for files on the server at present."],
    [
      "Balasan tanpa berkas tetap dapat dikirim. Beri tahu administrator.",
      "An answer without files can still be sent. Tell the administrator.",
    ],
  ],
  "stale-directory": [["Daftar resmi baru saja berubah.", "The directory has just changed."], TRY_AGAIN],
  "too-large": [
    ["Ukurannya melebihi batas server.", "It is larger than the server allows."],
    ["Tulisan Anda masih ada. Mohon dipersingkat.", "Your text is still here. Please make it shorter."],
  ],
  "unsupported-media-type": NOT_UNDERSTOOD,
  busy: [
    ["Server sedang sibuk. Tidak ada yang tersimpan.", "The server is busy. Nothing was stored."],
    ["Mohon coba lagi sebentar lagi.", "Please try again in a moment."],
  ],
  internal: [["Terjadi kesalahan di server.", "Something went wrong on the server."], TELL_ADMINISTRATOR],
  unreachable: [
    ["Server tidak dapat dihubungi.", "The server cannot be reached."],
    [
      "Yang Anda tulis masih ada di halaman ini. Periksa sambungan, lalu coba lagi.",
      "What you wrote is still on this page. Check the connection and try again.",
    ],
  ],
  unexpected: [
    ["Jawaban itu bukan jawaban Segel.", "That answer is not one of Segel."],
    [
      "Mungkin ada perangkat di antara Anda dan server. Periksa sambungan, lalu coba lagi.",
      "Something may stand between you and the server. Check the connection and try again.",
    ],
  ],
};

export const DIRECTORY_FAILURES: Readonly<Record<DirectoryErrorCode, Told>> = {
  malformed: [
    ["Daftar resmi dari server rusak.", "The directory that the server gives is damaged."],
    TELL_ADMINISTRATOR,
  ],
  "too-few-signatures": [
    [
      "Tanda bahaya: daftar resmi tidak ditandatangani oleh kunci akar instansi Anda.",
      "Alarm: the directory is not signed by your organisation’s roots.",
    ],
    ANOTHER_WAY,
  ],
  rollback: [
    [
      "Tanda bahaya: server memberi daftar resmi yang lebih lama daripada yang pernah diterima di sini.",
      "Alarm: the server gives an older directory than was accepted here before.",
    ],
    ANOTHER_WAY,
  ],
  "two-views": [
    [
      "Tanda bahaya: daftar resmi bernomor sama, tetapi isinya lain daripada yang pernah diterima di sini.",
      "Alarm: a directory of the same number, but not the one that was accepted here before.",
    ],
    ANOTHER_WAY,
  ],
  gap: [
    ["Tanda bahaya: ada nomor daftar resmi yang hilang di antaranya.", "Alarm: directories between are missing."],
    ANOTHER_WAY,
  ],
  "not-yet-valid": [
    [
      "Menurut jam perangkat ini, daftar resmi belum berlaku.",
      "By the clock of this device the directory is not valid yet.",
    ],
    ["Mohon periksa tanggal dan jam perangkat ini.", "Please check date and time of this device."],
  ],
  expired: [
    [
      "Menurut jam perangkat ini, masa berlaku daftar resmi telah lewat.",
      "By the clock of this device the directory has expired.",
    ],
    [
      "Mohon periksa jam perangkat ini. Jika benar, minta administrator menerbitkan daftar resmi yang baru.",
      "Please check the clock of this device. If it is right, ask the administrator for a new directory.",
    ],
  ],
  "equal-keys": [
    ["Daftar resmi memuat kunci yang sama dua kali.", "The directory holds the same key twice."],
    ANOTHER_WAY,
  ],
  "bad-channel": [
    ["Ada saluran yang tidak sah dalam daftar resmi.", "A channel of the directory breaks a rule."],
    ANOTHER_WAY,
  ],
  "bad-member": [
    ["Ada anggota yang tidak sah dalam daftar resmi.", "A member of the directory breaks a rule."],
    ANOTHER_WAY,
  ],
  "client-too-old": [
    ["Halaman ini terlalu lama untuk daftar resmi itu.", "This page is too old for that directory."],
    ["Mohon muat ulang halaman ini.", "Please reload this page."],
  ],
};

export const CRYPTO_FAILURES: Readonly<Record<CryptoErrorCode, Told>> = {
  malformed: [["Data dari server rusak.", "The data from the server is damaged."], TELL_ADMINISTRATOR],
  altered: [
    [
      "Tanda bahaya: isi ini telah diubah setelah disegel, atau bukan milik kasus ini.",
      "Alarm: this was changed after it was sealed, or is not of this case.",
    ],
    [
      "Isinya tidak ditampilkan. Catat nomor registernya, lalu beri tahu administrator melalui jalur lain.",
      "It is not shown. Note the register number and tell the administrator in another way.",
    ],
  ],
  "not-for-me": [
    ["Laporan ini tidak dapat dibuka dengan kunci Anda.", "This report does not open with your keys."],
    ["Mohon muat lagi daftar kasus.", "Please load the list of cases again."],
  ],
  "bad-key": [["Sebuah kunci hilang atau salah ukuran.", "A key is missing or has the wrong size."], ANOTHER_WAY],
  "too-long": [
    ["Tulisan itu terlalu panjang untuk disegel.", "That text is too long to be sealed."],
    ["Tulisan Anda masih ada. Mohon dipersingkat.", "Your text is still here. Please make it shorter."],
  ],
  "no-randomness": [
    [
      "Pembangkit bilangan acak perangkat ini tidak dapat dipercaya. Tidak ada yang dikirim.",
      "The random generator of this device cannot be trusted. Nothing was sent.",
    ],
    ["Mohon pakai perangkat lain.", "Please use another device."],
  ],
  "bad-parameters": [
    [
      "Tanda bahaya: server meminta perlindungan frasa sandi yang lebih lemah, atau terlalu berat.",
      "Alarm: the server asks for a weaker protection of the passphrase, or for too much work.",
    ],
    ANOTHER_WAY,
  ],
  incomplete: [["Data berakhir sebelum waktunya.", "The data ended too early."], TRY_AGAIN],
};

export const REFUSALS: Readonly<Record<RefusalCode, Told>> = {
  findings: [
    ["Isian belum sesuai.", "The text does not keep the limits."],
    ["Tulisan Anda masih ada.", "Your text is still here."],
  ],
  "unknown-channel": NOT_UNDERSTOOD,
  "not-excludable": NOT_UNDERSTOOD,
  "too-few-recipients": NOT_UNDERSTOOD,
  alarm: [
    [
      "Tidak ada yang dikirim, karena ada tanda bahaya pada kasus ini.",
      "Nothing was sent, because there is an alarm on this case.",
    ],
    [
      "Tulisan Anda masih ada. Bacalah tanda bahayanya di atas percakapan.",
      "Your text is still here. Please read the alarm above the conversation.",
    ],
  ],
  "outcome-needed": [
    ["Menutup kasus memerlukan hasil.", "Closing a case needs an outcome."],
    ["Mohon pilih hasilnya.", "Please choose one."],
  ],
  "reason-needed": [
    ["Mengarsipkan kasus memerlukan alasan.", "Archiving a case needs a reason."],
    ["Mohon tulis alasannya; Pelapor membacanya.", "Please write it; the reporter reads it."],
  ],
  "move-not-allowed": [
    [
      "Dari status sekarang, kasus ini tidak dapat diubah ke sana.",
      "From its present state the case cannot move there.",
    ],
    ["Mohon pilih status lain.", "Please choose another state."],
  ],
  "unreadable-file": [
    [
      "Berkas tidak dapat dibaca, atau berubah selagi dibaca.",
      "A file cannot be read, or changed while it was being read.",
    ],
    ["Mohon pilih berkas itu sekali lagi.", "Please choose that file again."],
  ],
  "file-too-large": [
    ["Berkas melebihi 1 GB.", "A file is larger than 1 GB."],
    ["Mohon dibagi menjadi beberapa bagian.", "Please split it into parts."],
  ],
  "too-many-files": [
    ["Berkasnya lebih dari 50.", "These are more than 50 files."],
    ["Mohon pilih lebih sedikit.", "Please choose fewer."],
  ],
  "file-missing": [
    ["Berkas ini tidak ada di server.", "This file is not on the server."],
    [
      "Tidak ada yang disimpan. Mohon coba lagi. Jika terulang, beri tahu administrator.",
      "Nothing was saved. Please try again. If it happens again, tell the administrator.",
    ],
  ],
  "file-damaged": [
    ["Tanda bahaya: berkas ini rusak atau telah ditukar.", "Alarm: this file is damaged or was exchanged."],
    [
      "Tidak ada bagiannya yang ditampilkan atau disimpan. Beri tahu administrator melalui jalur lain.",
      "Nothing of it is shown or saved. Tell the administrator in another way.",
    ],
  ],
  "keys-differ": [
    [
      "Tanda bahaya: kunci dalam brankas tidak sama dengan daftar resmi.",
      "Alarm: the keys in the vault are not those of the directory.",
    ],
    ANOTHER_WAY,
  ],
};

export const OTHER_FAILURES = {
  unforeseen: [
    ["Terjadi kesalahan yang tidak terduga di halaman ini.", "Something unforeseen went wrong on this page."],
    TELL_ADMINISTRATOR,
  ],
  "not-loaded": [
    ["Sebagian halaman ini tidak termuat.", "A part of this page did not arrive."],
    ["Periksa sambungan, lalu coba lagi.", "Check the connection and try again."],
  ],
  "not-saved": [
    ["Berkas tidak dapat ditulis di perangkat ini.", "The file could not be written on this device."],
    [
      "Tidak ada yang disimpan. Periksa ruang dan izin di tempat itu, lalu coba lagi.",
      "Nothing was saved. Check room and permission in that place, then try again.",
    ],
  ],
  "memory-unreadable": [
    [
      "Catatan perangkat ini tentang daftar resmi tidak dapat dibaca.",
      "This device’s memory of the directory cannot be read.",
    ],
    [
      "Jika Anda yakin tidak ada yang mengubahnya, hapus catatan itu; sesudahnya perangkat ini dianggap baru.",
      "If you are sure that nobody tampered with it, delete it; this device then counts as a new one.",
    ],
  ],
} as const satisfies Record<string, Told>;

export const FAILURE_WORDS = {
  retrying: ["Sedang dicoba lagi secara otomatis.", "Trying again automatically."],
  dates: [
    "Jam perangkat ini: {clock}. Daftar resmi berlaku {from} sampai {until}.",
    "This device’s clock: {clock}. The directory is valid from {from} until {until}.",
  ],
  textEmpty: ["Tulisan masih kosong.", "The text is empty."],
  textTooLong: [
    "Tulisan terlalu panjang: {actual} karakter; batasnya {limit}.",
    "The text is too long: {actual} characters; the limit is {limit}.",
  ],
  textTooManyBytes: [
    "Tulisan terlalu panjang setelah disandikan: {actual} bita; batasnya {limit}.",
    "The text is too long once encoded: {actual} bytes; the limit is {limit}.",
  ],
} as const satisfies Record<string, Words>;
