/** What is said of one case in Indonesian. */

/** Report, conversation, notes, rail. */
export const CASE = {
  back: "Kasus",
  backLabel: "Kembali ke daftar kasus",
  previous: "Kasus sebelumnya",
  next: "Kasus berikutnya",
  position: "{at} dari {n}",
  opening: "Membuka dan memeriksa kasus …",
  notOpened: "Kasus ini tidak dapat dibuka",
  refresh: "Muat lagi kasus ini",
  anonymous: "Pelapor anonim",
  identityKept: "Identitas dirahasiakan",
  register: "Nomor register {number}",

  report: "Laporan",
  ownWords:
    "Kata-kata asli Pelapor. Jangan disalin ke surat; ringkas dengan kalimat sendiri, sebab gaya tulisan dapat dikenali.",
  /** "Rp1.250.000" as offices write it, without the space that number formats put there */
  amount: "Rp{amount}",
  notAnswered: "Tidak diisi: {fields}.",

  conversation: "Percakapan aman",
  readByReporter: "Dapat dibaca Pelapor",
  whole: "{n} dari {all} pesan utuh",
  noMessages: "Belum ada pesan. Pertanyaan pertama biasanya dari Anda.",
  toReporter: "kepada Pelapor",
  withdrawn: "Pelapor mencabut laporan ini",
  withdrawnText: "Pencabutan tidak menghapus apa pun. Anda yang memutuskan kelanjutannya.",
  burnt: "Pelapor memusnahkan kotak pesannya",
  burntText: "Balasan sesudah ini tidak akan terbaca.",
  notEffective: "Belum berlaku, karena ada pesan sebelumnya yang tidak ditampilkan.",
  cannotSend: "Selama tanda bahaya itu ada, tidak ada yang dapat dikirim ke Pelapor dari sini.",
  cannotSave: "Selama tanda bahaya itu ada, catatan tidak dapat disimpan.",

  notesWhole: "{n} dari {all} catatan utuh",
  noNotes: "Belum ada catatan. Tulis apa yang perlu diketahui rekan berikutnya.",

  details: "Keterangan kasus",
  arrived: "Tiba",
  zone: "Tanggal mengikuti zona waktu instansi, {zone}.",
  stateSince: "Status sejak",
  channel: "Saluran",
  sealedUnder: "Disegel menurut",
  sealedVersion: "daftar resmi versi {version}",
  sealedKey: "untuk kunci Anda {fingerprint}",
  recipients: "Disegel untuk",
  excluded: "Dikecualikan oleh Pelapor",
  excludedHint:
    "Pelapor tidak ingin mereka membaca laporan ini. Mohon jangan memberi tahu mereka, juga bahwa laporan ini ada.",
  removedRecipients: "Disegel juga untuk yang kini tidak aktif",
  removedHint: "Yang sudah mereka baca tidak dapat ditarik kembali.",
} as const;

/** Why it is the next one. */
export const NEXT_STEP = {
  title: "Langkah berikutnya",
  other: "Langkah lain",
  answer: "Tulis balasan",
  askAgain: "Tanya lagi",

  alarm: "Jangan menulis dahulu. Ada tanda bahaya di atas percakapan; bacalah dan ikuti sarannya.",
  awaitingUnseen: "Belum ada jawaban, dan belum ada bukti bahwa pertanyaan sudah dilihat Pelapor.",
  awaitingSeen: "Pertanyaan sudah dilihat Pelapor, tetapi belum dijawab.",
  awaitingAnswered: "Pelapor sudah menjawab. Bacalah, lalu lanjutkan penelaahan.",
  unanswered: "Pesan terakhir Pelapor belum dijawab.",
  withdrawn: "Pelapor mencabut laporan. Pencabutan tidak menghapus apa pun: Anda yang memutuskan.",
  wroteAfterEnd: "Pelapor menulis lagi setelah kasus ini berakhir. Bacalah, lalu putuskan apakah dibuka kembali.",
  moved: "Status diubah menjadi {state}.",
} as const;
