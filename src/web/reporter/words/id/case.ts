/** Bahasa Indonesia: kasus seperti yang dilihat Pelapor, dan pilihan lain di sana. */
import { OUTCOME_NAMES, REPORTER_STATE_NAMES, UNKNOWN } from "../../../../words/glossary/id.ts";

export { MESSAGE_ALARMS, REPORTER_CASE_ALARMS } from "../../../../words/alarms/id.ts";

export const CASE = {
  states: REPORTER_STATE_NAMES,
  outcomes: OUTCOME_NAMES,
  unknown: UNKNOWN,
  status: "Status laporan Anda",
  since: "sejak {date}",
  register: "Nomor register: {number}. Nomor ini boleh disebut dalam surat; nomor ini tidak membuka apa pun.",
  asked: "Ada pertanyaan untuk Anda",
  askedText:
    "Mohon dijawab paling lambat {date} ({days} {unit}). Bila belum ada jawaban, laporan dapat diarsipkan dahulu. Anda dapat membukanya kembali kapan saja dengan membalas.",
  answer: "Jawab pertanyaan",
  deadlines: "Batas waktu yang kami janjikan",
  kept: "Dijanjikan {date}, terpenuhi",
  keptLate: "Dijanjikan {date}, terlambat",
  putOff: "Semula {first}; diundur pada {on}. Alasannya ada dalam percakapan.",
  putOffLate: "Semula {first}, sudah lewat ketika diundur pada {on}. Alasannya ada dalam percakapan.",
  paused: "Dihentikan sementara",
  pausedSince: "Sejak {date}, selama menunggu jawaban Anda",
  source: "Dasar: {source}",
  sourceUnconfirmed: "Dasar: {source} (belum dicocokkan dengan naskahnya)",
  profile: "Batas waktu mengikuti: {name}.",
  left: "Masih {days} {unit}",
  today: "Hari ini",
  overdue: "Lewat {days} {unit}",
  ifOverdue: "Jika lewat, Anda dapat menanyakannya di percakapan ini.",
  reminder: "Simpan pengingat untuk {date}",
  reminderHint:
    "Berkas kalender yang hanya memuat tanggal dan kata “{title}”. Simpan di perangkat Anda sendiri, bukan di kalender kantor.",
  reminderTitle: "Pengingat",
  reminderFile: "pengingat",
  talk: "Percakapan aman",
  noAnswers:
    "Belum ada pesan dari Pengelola laporan. Tidak ada bukti bahwa laporan sudah dibaca; itu baru terlihat dari jawaban mereka.",
  handler: "Pengelola laporan",
  newKeys: "Tim yang menangani laporan Anda berubah. Pesan Anda berikutnya hanya dapat dibaca tim yang sekarang.",
  stateBecame: "Status menjadi {state}, {date}",
  outcome: "Hasil: {outcome}",
  nextBy: "Kabar berikutnya dijanjikan paling lambat {date}",
  promise: "Batas waktu “{deadline}” diundur menjadi {date}",
  newProfile: "Batas waktu laporan Anda kini mengikuti: {name}",
  youWrote: "Anda mengirim pesan, {date}",
  youWroteBefore: "Anda mengirim pesan sebelumnya",
  reportSent: "Anda mengirim laporan, {date}",
  ownNotShown: "Isi pesan Anda tidak dapat ditampilkan lagi, juga dengan kode ini. Itu melindungi Anda.",
  whole: "{n} dari {n} pesan Pengelola laporan utuh dan tanda tangannya cocok",
  message: "Pesan Anda",
  messageHint: "Hindari nama atau ciri Anda sendiri, kecuali Anda memang ingin menyebutnya.",
  messagePlaceholder: "Tulis jawaban atau keterangan baru",
  attach: "Lampirkan berkas",
  send: "Kunci dan kirim",
  sendingMessage: "Pesan sedang dikunci dan dikirim …",
  working:
    "Sebelum menerima pesan ini, server meminta perangkat Anda mengerjakan perhitungan untuk mencegah banjir kiriman. Biasanya beberapa detik; di ponsel yang lambat bisa beberapa menit. Pesan belum diterima.",
  stop: "Hentikan",
  stopped: "Dihentikan. Server belum menerima pesan ini; tulisan Anda masih di sini.",
  sent: "Pesan sudah diterima. Isinya tidak ditampilkan lagi di sini.",
  messageMissing: "Pesan masih kosong.",
  notWritable: "Menulis dihentikan selama ada tanda bahaya di atas. Tidak ada yang dikirim.",
  choices: "Pilihan lain",
  protection: "Saya memerlukan perlindungan",
  protectionHint: "Juga cara menghubungi LPSK sendiri",
  receipt: "Tanda terima",
  receiptHint: "Bukti bahwa sesuatu diterima hari itu, tanpa isi laporan",
  receiptGiven: "Tanda terima sudah diterbitkan. Bukalah di bawah, pada “Tanda terima”.",
  withdraw: "Cabut laporan",
  withdrawHint: "Kami berhenti menindaklanjuti bila dapat",
  burn: "Musnahkan kotak pesan",
  burnHint: "Kode ini tidak dapat dipakai lagi. Laporan tetap ada pada pemeriksa.",
  close: "Tutup percakapan ini",
  conflict:
    "Ada pesan lain yang tersimpan lebih dahulu, mungkin dari tab lain. Yang Anda tulis tetap ada di sini. Buka lagi percakapan, lalu kirim.",
} as const;

export const ALARMS = {
  missingAnswers: "Jawaban yang tidak ditampilkan: nomor {numbers}.",
  missingOwn: "Pesan Anda yang tidak ditampilkan: nomor {numbers}.",
  title: "Tanda bahaya: mohon baca dahulu",
  nothingSent: "Tidak ada yang dikirim.",
  whatToDo:
    "Jangan menulis dengan kode ini. Coba lagi nanti dari perangkat atau jaringan lain. Bila tanda ini tetap ada, buat laporan baru dan sebutkan bahwa percakapan lama terganggu.",
} as const;

export const PROTECT = {
  urgency: "Seberapa mendesak?",
  urgencies: { now: "Segera, dalam 24 jam", days: "Dalam beberapa hari", none: "Tidak mendesak" },
} as const;

export const WITHDRAW = {
  title: "Cabut laporan?",
  lead: "Pemeriksa diberi tahu bahwa Anda mencabut laporan, dan berhenti menindaklanjuti bila dapat. Dugaan tindak pidana mungkin tetap perlu diperiksa.",
  keeps: "Laporan tidak terhapus, dan kode Anda tetap berlaku.",
  reason: "Alasan",
  submit: "Ya, cabut laporan",
  no: "Tidak, kembali",
  sent: "Pencabutan sudah dikirim.",
} as const;

export const BURN = {
  title: "Musnahkan kotak pesan?",
  lead: "Sesudah ini, kode dua belas kata tidak membuka apa pun lagi. Anda tidak dapat membaca jawaban dan tidak dapat menulis.",
  keeps: "Laporan dan pesan yang sudah Anda kirim tetap ada pada pemeriksa. Ini tidak dapat dibatalkan.",
  confirm: "Saya mengerti bahwa kode ini tidak dapat dipakai lagi",
  confirmMissing: "Mohon beri tanda bahwa Anda mengerti.",
  told: "Lebih dahulu pemeriksa diberi tahu bahwa jawaban tidak akan dibaca lagi, agar mereka tidak menunggu Anda.",
  alarmed:
    "Selama ada tanda bahaya, tidak ada yang dikirim dengan kode ini. Karena itu pemeriksa tidak dapat diberi tahu: mereka mungkin tetap menunggu jawaban Anda.",
  submit: "Musnahkan kotak pesan",
  failed: "Kotak pesan belum dimusnahkan",
  notTold:
    "Anda dapat mencoba lagi, atau memusnahkannya tanpa memberi tahu pemeriksa. Mereka mungkin tetap menunggu jawaban Anda.",
  untold: "Musnahkan tanpa memberi tahu pemeriksa",
  no: "Tidak, kembali",
  done: "Kotak pesan sudah dimusnahkan",
  doneText: "Kode laporan tidak berlaku lagi. Anda dapat menghancurkan catatan Anda.",
} as const;
