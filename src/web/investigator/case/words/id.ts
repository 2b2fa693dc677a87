/** What is said of one case in Indonesian. */

/** Report, conversation, notes, rail. */
export const CASE = {
  back: "Kasus",
  backLabel: "Kembali ke daftar kasus",
  previous: "Kasus sebelumnya",
  next: "Kasus berikutnya",
  position: "{at} dari {n}",
  opening: "Membuka dan memeriksa kasus …",
  news: "Ada yang baru di kasus ini.",
  newsSee: "Lihat yang baru",
  newsSeen: "Sudah saya lihat",
  gone: "Kasus ini tidak lagi terbuka bagi Anda",
  goneText:
    "Rekan Anda telah mengeluarkan Anda dari daftar pembaca, atau kasus ini telah dihapus. Penanggung jawab kasus dapat menjelaskan alasannya.",
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
  earlier: "{n} pesan Pelapor yang lebih awal belum ditampilkan, dan berkasnya belum ada dalam daftar berkas.",
  showEarlier: "Tampilkan pesan yang lebih awal",
  noMessages: "Belum ada pesan. Pertanyaan pertama biasanya dari Anda.",
  toReporter: "kepada Pelapor",
  protectionNow: "Pelapor meminta perlindungan segera, dalam 24 jam",
  protectionAsked: "Pelapor meminta perlindungan",
  withdrawn: "Pelapor mencabut laporan ini",
  withdrawnText: "Pencabutan tidak menghapus apa pun. Anda yang memutuskan kelanjutannya.",
  burnt: "Pelapor memusnahkan kotak pesannya",
  burntText: "Balasan sesudah ini tidak akan terbaca.",
  exposed: "Ditulis sebelum Pelapor tahu kunci baru: masih dapat dibaca {names}, yang sudah dikeluarkan.",
  newKeys: "Pelapor diberi tahu kunci baru: tulisan sesudahnya hanya terbaca oleh pembaca kasus yang sekarang.",
  notEffective: "Belum berlaku, karena ada pesan sebelumnya yang tidak ditampilkan.",
  nobodyReads:
    "Pelapor memusnahkan kotak pesannya: tidak ada yang dapat kembali untuk membaca balasan. Tidak ada yang dapat dikirim dari sini.",
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
  silentUnseen:
    "Waktu untuk menjawab sudah lewat. Tidak ada bukti bahwa pertanyaan terlihat oleh Pelapor. Kasus dapat diarsipkan; pesan baru Pelapor membukanya kembali.",
  silentSeen:
    "Waktu untuk menjawab sudah lewat, dan pertanyaan sudah dilihat Pelapor. Kasus dapat diarsipkan; pesan baru Pelapor membukanya kembali.",
  awaitingAnswered: "Pelapor sudah menjawab. Bacalah, lalu lanjutkan penelaahan.",
  burnt:
    "Pelapor memusnahkan kotak pesannya dan tidak dapat kembali. Balasan tidak akan terbaca; lanjutkan tanpa menunggunya.",
  unanswered: "Pesan terakhir Pelapor belum dijawab.",
  withdrawn: "Pelapor mencabut laporan. Pencabutan tidak menghapus apa pun: Anda yang memutuskan.",
  wroteAfterEnd: "Pelapor menulis lagi setelah kasus ini berakhir. Bacalah, lalu putuskan apakah dibuka kembali.",
  moved: "Status diubah menjadi {state}.",
} as const;

/** Removing a case by two members. */
export const DISCARD = {
  open: "Usulkan penghapusan kasus ini",
  title: "Hapus kasus ini?",
  lead: "Untuk kiriman acak dan laporan tanpa isi yang berulang. Satu anggota lain harus menyetujui, dan salah satu dari keduanya harus penanggung jawab kasus. Sesudah itu kasus masih disimpan 30 hari, dan setiap orang yang dapat membukanya dapat membatalkan; kemudian laporan, pesan, dan berkas dihapus untuk selamanya. Catatan bertanda tangan tetap ada: siapa, kapan, berapa besar.",
  reasonLabel: "Alasan, untuk rekan Anda",
  reasonHint: "Disimpan sebagai catatan internal. Pelapor tidak melihatnya, dan catatan ini ikut terhapus.",
  reasonMissing: "Alasan masih kosong. Satu kalimat sudah cukup.",
  propose: "Usulkan penghapusan",
  cancel: "Batal",
  proposedTitle: "Penghapusan kasus ini diusulkan.",
  agreedTitle: "Kasus ini akan dihapus pada {day}.",
  lapsedTitle:
    "Dua anggota pernah menyetujui penghapusan kasus ini. Sesudah itu kasus dikerjakan lagi, jadi tetap ada.",
  proposedBy: "Diusulkan oleh {name} pada {day}.",
  agreedBy: "Disetujui oleh {name} pada {day}.",
  reason: "Alasan:",
  reasonNotShown: "catatan yang memuatnya tidak ditampilkan.",
  waitsForOther:
    "Anggota lain harus menyetujui; salah satu dari Anda berdua harus penanggung jawab kasus. Sebelum itu tidak terjadi apa-apa.",
  waitsForYou:
    "Tidak terjadi apa-apa sebelum anggota lain menyetujui; salah satu dari keduanya harus penanggung jawab kasus.",
  untilThen: "Sebelum tanggal itu, setiap orang yang dapat membuka kasus ini dapat membatalkannya.",
  writtenSince: "Pelapor menulis {n} pesan sesudahnya. Bacalah sebelum kasus ini dihapus.",
  agree: "Setujui penghapusan",
  keep: "Pertahankan kasus ini",
} as const;

/** Whose case it is. */
export const ASSIGNMENT = {
  title: "Petugas",
  claim: "Ambil kasus ini",
  giveBack: "Kembalikan",
  handOver: "Alihkan …",
  assign: "Tugaskan …",
  since: "sejak {day}.",
  stored: "Tersimpan.",
  quicker: "Seorang rekan lebih dahulu. Sekarang: {name}. Tidak ada yang Anda ubah.",
  history: "Riwayat penugasan ({n})",
  noEffect: "Catatan ini tidak berlaku.",
  movedUp: "Kasus ini naik",
  movedUpWhy: "{names} harus meninggalkannya pada {day}.",
  movedUpTo: "Yang menentukan siapa melanjutkan ialah penanggung jawab kasus: {names}.",
  movedUpHigher:
    "Tidak ada penanggung jawab kasus yang membacanya. Beri akses kepada penanggung jawab yang tidak terlibat; jika semuanya terlibat, usulkan penerusan ke inspektorat yang lebih tinggi.",
  kinds: {
    claim: "{by} mengambil kasus ini.",
    "give-back": "{by} mengembalikan kasus ini.",
    "hand-over": "{by} mengalihkannya kepada {to}.",
    assign: "{by} menugaskannya: {to}.",
    none: "{by} menulis penugasan: {to}.",
  },
} as const;
