/** Every code of an alarm, refusal or error in words. The compiler sees that none is left out; the field's own words are in ../glossary. */
import type { CryptoErrorCode } from "../../crypto/errors.ts";
import type { CaseFileAlarm } from "../../client/member/case-file.ts";
import type { MessageAlarm } from "../../client/case/chain.ts";
import type { ApiErrorCode } from "../../client/line/http.ts";
import type { RefusalCode } from "../../client/refusal.ts";
import type { CaseAlarm } from "../../client/reporter/coming-back.ts";
import type { SignInAlarm } from "../../client/member/sign-in.ts";
import type { DirectoryErrorCode } from "../../protocol/directory.ts";
import type { Pair } from "./speech.ts";

type Names<Code extends string> = Readonly<Record<Code, Pair>>;

/** What a person who asks must know about a case that is not as it was left. */
export const CASE_ALARM_NAMES: Names<CaseAlarm> = {
  receipt: [
    "Tanda terima laporan ini rusak atau bukan milik kode ini.",
    "The receipt of this report is damaged, or does not belong to this code.",
  ],
  "own-box": [
    "Catatan tentang pesan terakhir Anda hilang, rusak, atau lebih lama dari seharusnya.",
    "The record of your last message is missing, damaged or older than it should be.",
  ],
  "own-message-missing": [
    "Sebuah balasan merujuk pesan Anda yang tidak ada lagi di server atau telah berubah.",
    "An answer rests on a message of yours that the server does not show, or shows otherwise.",
  ],
  "answer-missing": [
    "Balasan yang pernah ditampilkan kepada Anda tidak ada lagi atau telah berubah.",
    "An answer that was shown to you before is missing or has changed.",
  ],
  "epoch-missing": [
    "Pergantian kunci tim yang pernah Anda terima tidak ditampilkan.",
    "A change of the team's keys that you had accepted is not shown.",
  ],
  "team-key": [
    "Sebuah balasan menyebut kunci tim yang lain: ada kemungkinan pihak lain ingin membaca pesan Anda.",
    "An answer names another team key: somebody else may want to read what you write.",
  ],
  withheld: ["Ada balasan yang tidak ditampilkan oleh server.", "The server does not show all answers."],
  conversation: [
    "Ada pesan yang tidak asli atau tidak lengkap; lihat tandanya.",
    "A message is not genuine or not whole; see its mark.",
  ],
};

export const CASE_FILE_ALARM_NAMES: Names<CaseFileAlarm> = {
  "other-report": [
    "Ini bukan laporan yang pernah Anda buka dalam kasus ini: ada dua laporan dengan kode yang sama.",
    "This is not the report that you opened in this case before: two were sealed with one code.",
  ],
  wrap: [
    "Catatan Anda tentang kasus ini tidak dapat dibuka: yang pernah Anda lihat tidak diketahui lagi.",
    "Your record of this case does not open: what you had seen before is not known any more.",
  ],
  "less-than-before": [
    "Server menampilkan lebih sedikit, atau pesan lain, daripada yang pernah Anda lihat.",
    "The server shows less than you have seen before, or something else.",
  ],
  hidden: [
    "Sebuah pesan merujuk pesan lain yang tidak ditampilkan.",
    "A message refers to another one that is not shown.",
  ],
  withheld: ["Ada pesan yang tidak ditampilkan oleh server.", "The server does not show all messages."],
  "team-key": [
    "Sebuah balasan dalam kasus ini menyebut kunci tim yang lain.",
    "An answer in this case names another team key.",
  ],
  "state-differs": [
    "Status menurut server berbeda dengan status yang ditandatangani.",
    "The state that the server names is not the one that was signed.",
  ],
  conversation: [
    "Ada pesan yang tidak asli atau tidak lengkap; lihat tandanya.",
    "A message is not genuine or not whole; see its mark.",
  ],
};

export const MESSAGE_ALARM_NAMES: Names<MessageAlarm> = {
  gap: ["pesan sebelumnya tidak ditampilkan", "a message before it is not shown"],
  forged: ["tidak asli", "not genuine"],
  fork: ["tidak menyambung dengan pesan sebelumnya", "does not follow the message before it"],
  "unfit-signer": ["penulisnya tidak berwenang dalam kasus ini", "its author has no right to write here"],
  "outside-channel": ["dari luar saluran", "from outside the channel"],
  directory: ["merujuk daftar resmi yang tidak dikenal", "names a directory that is not known"],
  content: ["isinya tidak sesuai", "its content is not as it must be"],
};

export const SIGN_IN_ALARM_NAMES: Names<SignInAlarm> = {
  "vault-rolled-back": [
    "Server mengembalikan brankas kunci yang lebih lama daripada catatan perangkat ini.",
    "The server gave back an older vault than this device remembers.",
  ],
};

export const REFUSAL_NAMES: Names<RefusalCode> = {
  findings: ["Isian belum sesuai.", "The text does not keep the limits."],
  "unknown-channel": ["Saluran itu tidak ada dalam daftar resmi.", "There is no such channel in the directory."],
  "not-excludable": [
    "Saluran ini tidak memungkinkan anggota itu dikecualikan.",
    "This channel does not let that member be excluded.",
  ],
  "too-few-recipients": [
    "Pembaca yang tersisa kurang dari dua orang. Mohon pilih saluran lain.",
    "Fewer than two persons would be left to read it. Please choose another channel.",
  ],
  alarm: [
    "Tidak ada yang dikirim, karena ada tanda bahaya pada kasus ini.",
    "Nothing was sent, because there is an alarm on this case.",
  ],
  "outcome-needed": [
    "Menutup kasus memerlukan hasil: mohon tambahkan --outcome.",
    "Closing needs an outcome: please add --outcome.",
  ],
  "reason-needed": ["Mengarsipkan kasus memerlukan alasan.", "Archiving needs a reason."],
  "move-not-allowed": [
    "Status kasus ini tidak dapat diubah ke sana dari status sekarang.",
    "The case cannot move there from its present state.",
  ],
  "unreadable-file": [
    "Sebuah berkas tidak dapat dibaca, atau berubah selagi dibaca.",
    "A file cannot be read, or changed while it was being read.",
  ],
  "file-too-large": ["Sebuah berkas melebihi 1 GB.", "A file is larger than 1 GB."],
  "too-many-files": ["Berkasnya lebih dari 50.", "These are more than 50 files."],
  "file-missing": ["Sebuah berkas tidak ada di server.", "A file is not on the server."],
  "file-damaged": [
    "Tanda bahaya: sebuah berkas rusak atau telah ditukar. Tidak ada bagiannya yang disimpan.",
    "Alarm: a file is damaged or was exchanged. Nothing of it was saved.",
  ],
  "keys-differ": [
    "Kunci dalam brankas tidak sama dengan daftar resmi. Mohon hubungi administrator melalui jalur lain.",
    "The keys in the vault are not those of the directory. Please reach the administrator in another way.",
  ],
};

export const API_ERROR_NAMES: Names<ApiErrorCode> = {
  "bad-request": ["Server menolak bentuk permintaan ini.", "The server refused the form of this request."],
  "bad-envelope": ["Server menolak data yang disegel.", "The server refused the sealed data."],
  "bad-proof-of-work": ["Server menolak bukti kerja.", "The server refused the proof of work."],
  "bad-signature": ["Server menolak tanda tangan permintaan ini.", "The server refused the signature of this request."],
  "not-signed-in": ["Sesi telah berakhir. Mohon masuk kembali.", "The session has ended. Please sign in again."],
  "wrong-login": ["Nama atau frasa sandi tidak benar.", "The name or the passphrase is not right."],
  forbidden: ["Peran Anda tidak memungkinkan hal ini.", "Your role does not allow this."],
  "cross-site": ["Server menolak permintaan dari situs lain.", "The server refused a request from another site."],
  "not-found": ["Tidak ada apa-apa di sana.", "There is nothing there."],
  "method-not-allowed": ["Server tidak mengenal permintaan ini.", "The server does not know this request."],
  conflict: [
    "Rekan Anda lebih dahulu menulis. Tidak ada yang hilang: mohon buka lagi, lalu kirim ulang.",
    "Somebody else was quicker. Nothing is lost: please open again, then send again.",
  ],
  "move-not-allowed": [
    "Status kasus ini baru saja berubah. Mohon buka lagi.",
    "The state of this case has just changed. Please open it again.",
  ],
  "files-incomplete": [
    "Belum semua bagian berkas diterima. Tidak ada yang tersimpan; mohon ulangi.",
    "Not all parts of the files have arrived. Nothing was stored; please try again.",
  ],
  "too-many-files": [
    "Jumlah atau ukuran berkas dalam kasus ini sudah mencapai batas.",
    "This case has as many files, or as large ones, as are allowed.",
  ],
  "storage-full": [
    "Saat ini tidak ada ruang untuk berkas di server. Teks tetap diterima; mohon kirim berkasnya lain waktu.",
    "There is no room for files on the server at present. Texts are still taken; please send the files later.",
  ],
  "stale-directory": [
    "Daftar resmi baru saja berubah. Mohon ulangi.",
    "The directory has just changed. Please try again.",
  ],
  "too-large": ["Ukurannya melebihi batas.", "It is larger than allowed."],
  "unsupported-media-type": ["Server tidak mengenal jenis isi ini.", "The server does not take this kind of content."],
  busy: [
    "Server sedang sibuk. Tidak ada yang tersimpan; mohon ulangi.",
    "The server is busy. Nothing was stored; please try again.",
  ],
  internal: ["Terjadi kesalahan di server.", "Something went wrong on the server."],
  unreachable: ["Server tidak dapat dihubungi di {origin}.", "The server cannot be reached at {origin}."],
  unexpected: ["Jawaban dari {origin} bukan jawaban Segel.", "The answer from {origin} is not one of Segel."],
};

export const DIRECTORY_ERROR_NAMES: Names<DirectoryErrorCode> = {
  malformed: ["Daftar resmi dari server rusak.", "The directory that the server gives is damaged."],
  "too-few-signatures": [
    "Daftar resmi tidak ditandatangani oleh kunci akar yang Anda percayai.",
    "The directory is not signed by the roots that you trust.",
  ],
  rollback: [
    "Tanda bahaya: server memberi daftar resmi yang lebih lama daripada yang pernah diterima di sini.",
    "Alarm: the server gives an older directory than was accepted here before.",
  ],
  "two-views": [
    "Tanda bahaya: daftar resmi dengan nomor yang sama, tetapi isinya lain daripada yang pernah diterima di sini.",
    "Alarm: a directory of the same number, but not the one that was accepted here before.",
  ],
  gap: ["Ada nomor daftar resmi yang hilang di antaranya.", "Directories between are missing."],
  "not-yet-valid": [
    "Daftar resmi belum berlaku. Mohon periksa jam perangkat Anda.",
    "The directory is not valid yet. Please check the clock of this device.",
  ],
  expired: [
    "Masa berlaku daftar resmi telah lewat. Mohon periksa jam perangkat Anda; jika benar, hubungi instansi.",
    "The directory has expired. Please check the clock of this device; if it is right, tell the office.",
  ],
  "equal-keys": ["Daftar resmi memuat kunci yang sama dua kali.", "The directory holds the same key twice."],
  "bad-channel": ["Ada saluran yang tidak sah dalam daftar resmi.", "A channel of the directory breaks a rule."],
  "bad-member": ["Ada anggota yang tidak sah dalam daftar resmi.", "A member of the directory breaks a rule."],
  "client-too-old": ["Program ini terlalu lama untuk daftar resmi itu.", "This program is too old for that directory."],
};

export const CRYPTO_ERROR_NAMES: Names<CryptoErrorCode> = {
  malformed: ["Data dari server rusak.", "The data from the server is damaged."],
  altered: ["Tanda bahaya: isi ini telah diubah setelah disegel.", "Alarm: this was changed after it was sealed."],
  "not-for-me": ["Laporan ini tidak disegel untuk Anda.", "This report was not sealed to you."],
  "bad-key": ["Sebuah kunci hilang atau salah ukuran.", "A key is missing or has the wrong size."],
  "too-long": [
    "Laporan melebihi 1.048.575 bita setelah disandikan.",
    "The report is longer than 1,048,575 bytes once encoded.",
  ],
  "no-randomness": [
    "Pembangkit bilangan acak perangkat ini tidak dapat dipercaya. Tidak ada yang dikirim.",
    "The random generator of this device cannot be trusted. Nothing was sent.",
  ],
  "bad-parameters": [
    "Tanda bahaya: server meminta perlindungan frasa sandi yang lebih lemah atau terlalu berat.",
    "Alarm: the server asks for a weaker protection of the passphrase, or for too much work.",
  ],
  incomplete: ["Data berakhir sebelum waktunya.", "The data ended too early."],
};
