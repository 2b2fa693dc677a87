/** What is wrong with a case or a message: what was found, then what to do. */
import type { CaseFileAlarm } from "../../../client/member/case-file.ts";
import type { MessageAlarm } from "../../../client/case/chain.ts";
import type { Told } from "./failures.ts";

export const CASE_ALARMS: Readonly<Record<CaseFileAlarm, Told>> = {
  "other-report": [
    [
      "Ini bukan laporan yang pernah Anda buka dalam kasus ini.",
      "This is not the report that you opened in this case before.",
    ],
    [
      "Dua laporan disegel dengan satu kode. Jangan menulis di sini; bandingkan dengan rekan yang membuka kasus ini lebih dahulu.",
      "Two reports were sealed with one code. Do not write here; compare with a colleague who opened this case earlier.",
    ],
  ],
  "less-than-before": [
    [
      "Server menampilkan lebih sedikit, atau lain, daripada yang pernah Anda lihat.",
      "The server shows less than you have seen before, or something else.",
    ],
    [
      "Jangan menulis. Catat nomor registernya, lalu tanyakan kepada rekan dan administrator melalui jalur lain, bukan lewat halaman ini.",
      "Do not write. Note the register number and ask colleagues and the administrator in another way, not through this page.",
    ],
  ],
  wrap: [
    ["Catatan Anda tentang kasus ini tidak dapat dibuka.", "Your record of this case does not open."],
    [
      "Yang pernah Anda lihat tidak diketahui lagi, sehingga pesan yang dihilangkan tidak akan ketahuan. Bandingkan jumlah pesan dengan layar rekan.",
      "What you had seen before is not known any more, so a message that was taken away would not be noticed. Compare the number of messages with a colleague’s screen.",
    ],
  ],
  hidden: [
    ["Sebuah pesan merujuk pesan lain yang tidak ditampilkan.", "A message refers to another one that is not shown."],
    [
      "Anda tetap dapat bekerja. Tanyakan kepada rekan apakah mereka melihat pesan itu, dan beri tahu administrator.",
      "You can go on working. Ask colleagues whether they see that message, and tell the administrator.",
    ],
  ],
  withheld: [
    ["Ada pesan yang dihitung server tetapi tidak ditampilkan.", "The server counts messages that it does not show."],
    [
      "Muat lagi kasus ini. Jika tetap begitu, jangan menulis, dan beri tahu administrator melalui jalur lain.",
      "Load this case again. If it stays so, do not write, and tell the administrator in another way.",
    ],
  ],
  "team-key": [
    ["Sebuah balasan dalam kasus ini menyebut kunci tim yang lain.", "An answer in this case names another team key."],
    [
      "Mungkin ada pihak lain yang ingin membaca pesan Pelapor. Jangan menulis; hubungi rekan kasus ini melalui jalur lain.",
      "Somebody else may want to read what the reporter writes. Do not write; reach the colleagues of this case in another way.",
    ],
  ],
  "state-differs": [
    [
      "Status menurut server berbeda dengan status yang ditandatangani.",
      "The state that the server names is not the one that was signed.",
    ],
    [
      "Yang ditampilkan di sini adalah yang ditandatangani. Mungkin rekan baru saja mengubahnya: muat lagi. Jika tetap berbeda, beri tahu administrator.",
      "What is shown here is the signed one. A colleague may have just changed it: load again. If it stays different, tell the administrator.",
    ],
  ],
  conversation: [
    ["Ada pesan yang tidak asli atau tidak lengkap.", "A message is not genuine or not complete."],
    [
      "Pesan itu bertanda di tempatnya. Selama itu ada di bagian yang ditulis tim, bagian itu tidak dapat ditulisi.",
      "It is marked in its place. While it is in a part that the team writes, that part cannot be written to.",
    ],
  ],
};

export const MESSAGE_ALARMS: Readonly<Record<MessageAlarm, Told>> = {
  gap: [
    ["Pesan sebelum ini tidak ditampilkan.", "A message before this one is not shown."],
    [
      "Pesan di bawah ini terbaca, tetapi perubahan status atau pencabutan di dalamnya belum berlaku. Muat lagi; jika tetap hilang, beri tahu administrator.",
      "The message below can be read, but a change of state or a withdrawal in it has no effect yet. Load again; if it stays missing, tell the administrator.",
    ],
  ],
  forged: [
    ["Pesan ini tidak asli. Isinya tidak ditampilkan.", "This message is not genuine. It is not shown."],
    [
      "Pesan ini tidak terbuka dengan kunci kasus ini, atau tanda tangannya salah. Jangan bertindak atas dasar pesan ini; beri tahu administrator melalui jalur lain.",
      "It does not open with the keys of this case, or its signature is wrong. Do not act on it; tell the administrator in another way.",
    ],
  ],
  fork: [
    [
      "Pesan ini tidak menyambung dengan pesan sebelumnya: ada dua riwayat.",
      "This message does not follow the one before it: there are two histories.",
    ],
    [
      "Isinya tidak ditampilkan. Bandingkan dengan layar rekan Anda, lalu beri tahu administrator.",
      "It is not shown. Compare with a colleague’s screen and tell the administrator.",
    ],
  ],
  "unfit-signer": [
    [
      "Penulis pesan ini tidak berwenang dalam kasus ini. Isinya tidak ditampilkan.",
      "The author of this message has no right to write here. It is not shown.",
    ],
    [
      "Ia bukan pemeriksa yang aktif, atau dikecualikan oleh Pelapor. Jangan bertindak atas dasar pesan ini.",
      "They are no active investigator, or the reporter excluded them. Do not act on it.",
    ],
  ],
  "outside-channel": [
    ["Pesan ini dari luar saluran.", "This message is from outside the channel."],
    [
      "Penulisnya pemeriksa, tetapi bukan pembaca saluran ini. Tanyakan kepadanya sebelum menindaklanjuti.",
      "Its author is an investigator, but no recipient of this channel. Ask them before you act on it.",
    ],
  ],
  directory: [
    [
      "Penulis pesan ini tidak dapat dipastikan. Isinya tidak ditampilkan.",
      "The author of this message cannot be made sure of. It is not shown.",
    ],
    [
      "Pesan ini merujuk daftar resmi yang tidak dikenal, atau lebih lama daripada pesan sebelumnya. Muat lagi; jika terulang, beri tahu administrator.",
      "It names a directory that is not known, or an older one than the message before it. Load again; if it happens again, tell the administrator.",
    ],
  ],
  content: [
    [
      "Isi pesan ini tidak sesuai aturan dan tidak ditampilkan.",
      "The content of this message breaks a rule and is not shown.",
    ],
    [
      "Tanda tangannya benar, tetapi isinya bukan yang boleh ada di sini. Tanyakan kepada penulisnya.",
      "Its signature is right, but such content must not stand here. Ask its author.",
    ],
  ],
};
