/** What is wrong with a case, a message or a vault, in Indonesian: what was found, then what to do. */
import type { MessageAlarm } from "../../client/case/chain.ts";
import type { MemberCaseAlarm } from "../../client/casework/opened-case.ts";
import type { SignInAlarm } from "../../client/member/entry/sign-in.ts";
import type { ReporterCaseAlarm } from "../../client/reporter/reporter-case.ts";
import type { ToldIn } from "../told.ts";

export const SIGN_IN_ALARMS = {
  "vault-rolled-back": {
    happened: "Tanda bahaya: server mengembalikan brankas yang lebih lama daripada catatan perangkat ini.",
    advice:
      "Cadangan lama mungkin dipulihkan, atau ada yang ingin Anda memakai kunci dan daftar lama. Mohon kunci brankas atau akhiri sesi ini, lalu tanyakan kepada administrator melalui jalur lain, bukan melalui layanan ini.",
  },
  "log-forked": {
    happened: "Tanda bahaya: jejak audit di server bukan lanjutan dari yang pernah Anda lihat.",
    advice:
      "Entri lama diubah atau dihapus, atau pekerjaan berlanjut setelah cadangan lama dipulihkan. Anda tetap dapat bekerja. Mohon catat nomor di “Jejak audit”, lalu tanyakan kepada administrator melalui jalur lain, bukan melalui layanan ini.",
  },
  "log-rolled-back": {
    happened: "Tanda bahaya: jejak audit di server lebih pendek daripada yang pernah Anda lihat.",
    advice:
      "Cadangan lama dipulihkan, atau bagian akhirnya dipotong. Anda tetap dapat bekerja. Mohon tanyakan kepada administrator melalui jalur lain, lalu terima jejak itu di “Jejak audit” hanya jika penjelasannya cocok.",
  },
  "log-unsigned": {
    happened: "Tanda bahaya: server tidak menunjukkan jejak audit yang ditandatangani dengan kunci yang dikenal.",
    advice:
      "Jejak itu mungkin sedang terganggu, atau kunci server diganti tanpa menyimpan yang lama. Anda tetap dapat bekerja. Mohon tanyakan kepada administrator melalui jalur lain, bukan melalui layanan ini.",
  },
} as const satisfies Readonly<Record<SignInAlarm, ToldIn>>;

/** A member's case */
export const MEMBER_CASE_ALARMS = {
  "other-report": {
    happened: "Ini bukan laporan yang pernah Anda buka dalam kasus ini.",
    advice:
      "Dua laporan disegel dengan satu kode. Jangan menulis di sini; bandingkan dengan rekan yang membuka kasus ini lebih dahulu.",
  },
  "less-than-before": {
    happened: "Server menampilkan lebih sedikit, atau lain, daripada yang pernah Anda lihat.",
    advice:
      "Jangan menulis. Catat nomor registernya, lalu tanyakan kepada rekan dan administrator melalui jalur lain, bukan melalui layanan ini.",
  },
  wrap: {
    happened: "Catatan Anda tentang kasus ini hilang atau tidak dapat dibuka.",
    advice:
      "Yang pernah Anda lihat tidak diketahui lagi, sehingga pesan yang dihilangkan tidak akan ketahuan. Bandingkan jumlah pesan dengan layar rekan.",
  },
  hidden: {
    happened:
      "Sebuah pesan merujuk pesan lain yang tidak ditampilkan, atau penulisnya melihat lebih sedikit daripada yang lain.",
    advice:
      "Anda tetap dapat bekerja. Tanyakan kepada rekan apakah mereka melihat pesan itu, dan beri tahu administrator.",
  },
  withheld: {
    happened: "Ada pesan yang dihitung server tetapi tidak ditampilkan.",
    advice: "Muat lagi kasus ini. Jika tetap begitu, jangan menulis, dan beri tahu administrator melalui jalur lain.",
  },
  "team-key": {
    happened: "Sebuah balasan dalam kasus ini menyebut kunci tim yang lain.",
    advice:
      "Mungkin ada pihak lain yang ingin membaca pesan Pelapor, sehingga tidak ada yang dikirim kepada Pelapor sebelum balasan itu ditarik. Catatan, tugas, dan yang lain tetap dapat ditulis. Hubungi rekan kasus ini melalui jalur lain, keluarkan penulisnya dari kasus, lalu sampaikan nomor register dan letak balasan itu kepada administrator; pengelola server dapat menariknya.",
  },
  readers: {
    happened: "Catatan tentang siapa yang membaca kasus ini tidak sah atau tidak lengkap.",
    advice:
      "Lihat bagian Pembaca: catatan yang tidak sah bertanda dan tidak berlaku. Jika Anda sendiri tidak tercatat sebagai pembaca, jangan menulis; tanyakan kepada rekan kasus ini melalui jalur lain.",
  },
  "shut-out": {
    happened: "Server diminta menutup akses orang yang lain daripada yang tercatat dalam kasus ini.",
    advice:
      "Mungkin seorang rekan tidak dapat masuk lagi, atau orang yang sudah dikeluarkan masih dilayani. Ikuti bagian Pembaca: berikan lagi kasus ini kepada rekan yang kehilangannya, lalu beri tahu administrator melalui jalur lain siapa yang menandatangani perubahan itu.",
  },
  "state-differs": {
    happened: "Status menurut server berbeda dengan status yang ditandatangani.",
    advice:
      "Yang ditampilkan di sini adalah yang ditandatangani. Mungkin rekan baru saja mengubahnya: muat lagi kasus ini. Jika tetap berbeda, beri tahu administrator.",
  },
  discard: {
    happened: "Catatan tentang penghapusan kasus ini tidak asli.",
    advice:
      "Catatan itu harus ditandatangani dua anggota kasus ini, salah satunya penanggung jawab kasus; di sini ada tanda tangan, tanggal, atau urutan yang salah. Kasus dapat hilang tanpa persetujuan dua orang: simpan yang Anda perlukan, lalu beri tahu rekan dan administrator melalui cara lain.",
  },
  conversation: {
    happened: "Ada pesan yang tidak asli atau tidak lengkap.",
    advice:
      "Pesan itu bertanda di tempatnya. Selama itu ada di bagian yang ditulis tim, bagian itu tidak dapat ditulisi; bagian lain dapat. Jika tetap begitu, sampaikan nomor register dan letak pesan itu kepada administrator melalui jalur lain: pengelola server dapat menarik pesan yang tidak terbaca siapa pun.",
  },
} as const satisfies Readonly<Record<MemberCaseAlarm, ToldIn>>;

/** A reporter's case: what was found, and what it may mean. What to do is the same for all of them, and said once. */
export const REPORTER_CASE_ALARMS = {
  receipt: {
    happened: "Tanda terima laporan ini rusak atau bukan yang dikunci dengan kata-kata ini.",
    advice: "Server mungkin menukarnya, atau orang lain memegang kode Anda.",
  },
  "own-box": {
    happened: "Catatan tentang pesan terakhir Anda hilang, rusak, atau lebih lama dari seharusnya.",
    advice: "Server mungkin menahan pesan Anda sehingga tidak sampai kepada pemeriksa.",
  },
  "own-message-missing": {
    happened: "Keterangan sebuah jawaban tentang pesan Anda tidak cocok dengan yang ditampilkan server.",
    advice: "Ada pesan Anda yang mungkin disembunyikan atau ditukar, atau orang lain menulis dengan kode Anda.",
  },
  "answer-missing": {
    happened: "Jawaban yang pernah ditampilkan kepada Anda tidak ada lagi atau telah berubah.",
    advice: "Server mungkin menyembunyikan jawaban itu.",
  },
  "epoch-missing": {
    happened: "Pergantian kunci tim yang pernah Anda terima tidak ditampilkan.",
    advice: "Orang yang sudah dikeluarkan dari tim mungkin dapat membaca pesan Anda berikutnya.",
  },
  "team-key": {
    happened: "Sebuah jawaban menyebut kunci tim yang lain daripada yang dikunci bersama laporan Anda.",
    advice: "Pihak lain mungkin ingin membaca pesan Anda berikutnya.",
  },
  withheld: {
    happened: "Server menghitung lebih banyak jawaban daripada yang ditampilkannya.",
    advice: "Sebagian jawaban mungkin ditahan.",
  },
  conversation: {
    happened: "Ada pesan yang tidak asli atau tidak lengkap; pesan itu diberi tanda di bawah.",
    advice: "Seseorang mungkin menulis atas nama tim, atau menghapus sebagian percakapan.",
  },
} as const satisfies Readonly<Record<ReporterCaseAlarm, ToldIn>>;

/** Both sides read these, each in its own words: what only one of them does or knows stands in the part for that one. */
export const MESSAGE_ALARMS = {
  gap: {
    happened: "Pesan sebelum ini tidak ditampilkan.",
    forMembers:
      "Pesan di bawah ini dapat dibaca, tetapi perubahan status atau pencabutan di dalamnya belum berlaku. Muat lagi kasus ini; jika tetap hilang, beri tahu administrator.",
    forReporters: "Pesan di bawah ini dapat dibaca, tetapi perubahan status di dalamnya belum berlaku.",
  },
  forged: {
    happened: "Pesan ini tidak asli. Isinya tidak ditampilkan.",
    advice: "Pesan ini tidak terbuka dengan kunci kasus ini, atau tanda tangannya salah.",
    forMembers: "Jangan bertindak atas dasar pesan ini; beri tahu administrator melalui jalur lain.",
  },
  fork: {
    happened: "Pesan ini tidak menyambung dengan pesan sebelumnya: ada dua riwayat.",
    advice: "Isinya tidak ditampilkan.",
    forMembers: "Bandingkan dengan layar rekan Anda, lalu beri tahu administrator.",
  },
  "unfit-signer": {
    happened: "Penulis pesan ini tidak berwenang dalam kasus ini. Isinya tidak ditampilkan.",
    forMembers: "Ia bukan pemeriksa yang aktif, atau dikecualikan oleh Pelapor. Jangan bertindak atas dasar pesan ini.",
    forReporters: "Ia bukan pemeriksa yang aktif, atau Anda mengecualikannya.",
  },
  "outside-channel": {
    happened: "Pesan ini dari luar saluran.",
    forMembers: "Penulisnya pemeriksa, tetapi bukan pembaca saluran ini. Tanyakan kepadanya sebelum menindaklanjuti.",
    forReporters:
      "Penulisnya pemeriksa, tetapi bukan pembaca saluran ini. Jangan menyebut hal yang dapat mengarah kepada Anda.",
  },
  directory: {
    happened: "Penulis pesan ini tidak dapat dipastikan. Isinya tidak ditampilkan.",
    forMembers:
      "Pesan ini merujuk daftar resmi yang tidak dikenal, atau yang lebih lama daripada rujukan pesan sebelumnya. Muat lagi kasus ini; jika terulang, beri tahu administrator.",
    forReporters:
      "Pesan ini merujuk daftar resmi yang tidak dikenal, atau yang lebih lama daripada rujukan pesan sebelumnya.",
  },
  content: {
    happened: "Isi pesan ini tidak sesuai aturan dan tidak ditampilkan.",
    advice: "Tanda tangannya benar, tetapi isinya bukan yang boleh ada di sini.",
    forMembers: "Tanyakan kepada penulisnya.",
  },
  epoch: {
    happened: "Pesan ini ditulis dengan kunci yang sudah diganti. Isinya tidak ditampilkan.",
    forMembers:
      "Penulisnya sudah tahu kunci yang baru, atau pesan ini ditulis orang yang sudah dikeluarkan. Jangan bertindak atas dasar pesan ini; beri tahu administrator melalui jalur lain.",
    forReporters: "Mungkin ditulis orang yang sudah dikeluarkan dari tim.",
  },
  readers: {
    happened: "Catatan ini tidak sah: tidak ada yang berubah karenanya.",
    advice: "Penulisnya tidak berwenang, atau orang yang disebut tidak boleh membaca kasus ini.",
  },
  acknowledgement: {
    happened: "Penulisnya melihat lebih sedikit pesan pihak lain daripada penulis pesan sebelumnya.",
    advice: "Server mungkin menampilkan percakapan yang berbeda kepada orang yang berbeda.",
    forMembers: "Tanyakan kepada rekan pesan Pelapor mana yang mereka lihat, dan beri tahu administrator.",
    forReporters: "Ada pesan Anda yang mungkin tidak disampaikan kepada pemeriksa.",
  },
} as const satisfies Readonly<Record<MessageAlarm, ToldIn>>;
