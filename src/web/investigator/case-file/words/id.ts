/** The case file in Indonesian: its document, and the dialog that makes it. */
import type { RecordName } from "../../../../protocol/record-names.ts";

/** What stands in the document. */
export const PAPER = {
  title: "Berkas kasus {number}",
  redacted: "Salinan disamarkan",
  whole: "Tidak disamarkan",
  withWords: "Memuat kata-kata Pelapor",
  withoutWords: "Tanpa kata-kata Pelapor",

  channel: "Saluran",
  state: "Status",
  arrived: "Laporan diterima",
  made: "Dibuat",
  madeText: "{day}, oleh {name}",
  to: "Untuk",
  reason: "Alasan",

  leftOut:
    "Berkas ini tidak memuat laporan dan pesan Pelapor, nama lampiran dari Pelapor, maupun hari ketika Pelapor berbuat sesuatu. Uraian perkara ditulis oleh pemeriksa. Bagian yang mengulang kata-katanya diganti bilah hitam.",
  included:
    "Berkas ini memuat kata-kata asli Pelapor. Saksi dan orang lain yang bersangkutan dilarang menyebut nama atau alamat Pelapor, atau hal lain yang memungkinkan identitas Pelapor diketahui ({secrecy}; pidananya {penalty}).",
  redactedText:
    "Bagian yang disamarkan ditandai dengan bilah hitam yang sama panjang. Isinya tidak ada dalam dokumen ini dan datanya.",
  redactedFiles: "Isi lampiran yang disertakan tidak disamarkan.",
  inTrail: "Jejak audit",
  inTrailText: "Tercatat sebagai entri ke-{entry} dalam jejak audit kantor",
  notInTrail: "Entri jejak audit tidak ikut dalam berkas ini",
  entry: "entri ke-{entry}",
  trailText:
    "“Entri ke-…” menunjuk jejak audit kantor: di sana anggota yang disebut menandatangani sidik tulisan itu. Buktinya ada di audit.json dan diperiksa dengan segel verify-export. Bahwa sidik itu memang milik tulisan yang tercetak di sini dapat diperiksa kantor pembuat berkas.",
  evidence:
    "Dasar: {evidence} (bukti elektronik sebagai alat bukti); {clues}. Keutuhan berkas diperiksa dengan sidik berkas (SHA-256) dan tanda tangan digital pembuatnya: segel verify-export.",

  doubted: "{source}, belum dikonfirmasi",

  summary: "Ringkasan perkara",
  noSummary: "Tidak ada ringkasan.",
  report: "Laporan, menurut kata-kata Pelapor",
  timeline: "Urutan kejadian",
  day: "Tanggal",
  who: "Oleh",
  what: "Yang terjadi",
  reporter: "Pelapor",
  sheet: "Lembar penilaian",
  sheetBy: "Disusun {day} oleh {name}; jumlah nilai {total} dari {most}.",
  agreed: "Disetujui pemeriksa kedua.",
  category: "Kategori",
  score: "Nilai",
  criterion: "Unsur penilaian",
  elements: "Unsur yang terisi",
  plan: "Rencana",
  recommendation: "Rekomendasi",
  agrees: "{name}, {day}: setuju.",
  disagrees: "{name}, {day}: tidak setuju.",
  decisions: "Keputusan dan perubahan status",
  noDecisions: "Status belum pernah diubah.",
  newState: "Status baru",
  outcome: "Hasil",
  text: "Penjelasan",
  conversation: "Pesan untuk Pelapor",
  bothSides: "Percakapan dengan Pelapor",
  noMessages: "Tidak ada pesan.",
  due: "Kabar berikutnya dijanjikan {day}.",
  putOff: "Batas waktu ditunda sampai {day}: {what}.",
  profile: "Batas waktu mengikuti ketentuan {what}.",
  withFiles: "Lampiran nomor {list}.",
  notes: "Catatan internal yang disertakan",
  records: "Catatan tindakan",
  readers: "Pembaca kasus",
  result: "Hasil pemeriksaan",
  readersNow: "Saat berkas ini dibuat, kasus dapat dibaca oleh:",
  letIn: "{list} diberi akses",
  takenOut: "{list} dikeluarkan dari pembaca",
  byRecovery: "{list} membuka kasus dengan kunci pemulihan",
  files: "Daftar lampiran dan penguasaannya",
  noFiles: "Tidak ada lampiran.",
  number: "No.",
  numbers: "Nomor dalam berkas ini urut dari 1 dan bukan nomor di kantor, kecuali jika semuanya disertakan.",
  file: "Lampiran",
  from: "Dari, diterima",
  print: "Sidik berkas (SHA-256)",
  notEnclosed: "tidak disertakan",
  cleaned: "data tersembunyi dihapus",
  ofReporter: "lampiran dari Pelapor",
  custody:
    "Setiap lampiran disegel di perangkat pengirimnya dan baru dibuka di perangkat pemeriksa; sidiknya dicocokkan dengan yang disegel saat berkas ini dibuat. Siapa yang pernah melihat lampiran di layarnya tidak dicatat oleh sistem. Sejak berkas ini keluar, penguasaannya dicatat oleh penerima.",
  signature: "Pembuat berkas",
  receiver: "Penerima, tanggal",
} as const;

/** What happened, in the timeline and among records. */
export const ACTS = {
  arrived: "Laporan diterima",
  note: "Catatan internal",
  text: "Pesan",
  files: "Mengirim lampiran",
  status: "Status diubah",
  profile: "Batas waktu ditetapkan",
  promise: "Batas waktu ditunda",
  receipt: "Tanda terima diberikan",
  "protection-request": "Meminta perlindungan",
  withdraw: "Mencabut laporan",
  burn: "Memusnahkan kotak pesan",
  "receipt-request": "Meminta tanda terima",
  unknown: "Pesan lain",
} as const;

export const RECORD_ACTS = {
  assignment: "Penugasan",
  labels: "Label",
  grant: "Pembaca ditambah",
  removal: "Pembaca dikeluarkan",
  sheet: "Lembar penilaian",
  "sheet-agreement": "Tanggapan atas lembar penilaian",
  overruling: "Saran sistem dikesampingkan",
  task: "Tugas",
  "task-done": "Tugas selesai",
  protection: "Perlindungan",
  exposure: "Pemeriksaan risiko terungkap",
  complaint: "Lembar keluhan",
  source: "Cara laporan diterima",
  link: "Kasus terkait",
  interest: "Kepentingan dinyatakan",
  recovery: "Dibuka dengan kunci pemulihan",
  export: "Berkas keluar",
  "referral-package": "Paket pelimpahan dikirim",
  "referral-receipt": "Tanda terima paket",
  result: "Kelas hasil pemeriksaan",
} as const satisfies Readonly<Record<RecordName, string>>;

/** What is written into records, by the names of their fields. */
export const RECORD_FIELDS = {
  to: "kepada",
  reason: "alasan",
  labels: "label",
  sheet: "lembar nomor",
  agrees: "setuju",
  text: "penjelasan",
  rule: "saran",
  what: "tugas",
  who: "untuk",
  until: "sampai",
  done: "selesai",
  service: "layanan",
  unit: "unit",
  answer: "jawaban",
  handedOn: "diteruskan",
  reference: "nomor rujukan",
  of: "jenis",
  way: "cara",
  receivedOn: "diterima",
  note: "keterangan",
  name: "nama",
  letter: "surat",
  on: "pada",
  by: "oleh",
  result: "kelas",
  number: "nomor",
  files: "banyaknya berkas",
  sha256: "SHA-256",
} as const;

export const SHORT = { yes: "ya", no: "tidak", nobody: "tidak ada", everybody: "siapa pun", none: "–" } as const;

/** Forms in which something leaves, beside the case file. */
export const FORM_NAMES = { "protection-sheet": "lembar untuk LPSK, dicetak" } as const;

/** Rows of a direction that went along. */
export const ROWS = {
  team: "pesan kantor {list}",
  reporter: "pesan Pelapor {list}",
  internal: "catatan internal {list}",
} as const;

/** The dialog. */
export const DIALOG = {
  title: "Berkas kasus",
  lead: "Satu berkas ZIP bertanda tangan Anda: dokumen siap cetak, data terstruktur, dan lampiran yang Anda pilih. Pembuatannya dicatat dalam kasus ini.",
  to: "Untuk siapa",
  toHint: "Nama instansi atau bagian. Boleh dikosongkan bila untuk arsip.",
  toNeeded: "Tulis untuk siapa, sebab kata-kata Pelapor ikut keluar.",
  reason: "Alasan",
  reasonHint: "Dicatat dalam kasus dan tertulis dalam dokumen.",
  reasonNeeded: "Tulis alasannya.",
  language: "Bahasa dokumen",
  summary: "Ringkasan perkara dengan kalimat Anda",
  summaryHint:
    "Menggantikan laporan. Jangan menyalin kata-kata Pelapor, dan jangan menulis apa yang hanya diketahui Pelapor.",
  copied:
    "Ringkasan ini mengulang kata-kata Pelapor: {list}. Bagian itu akan menjadi bilah hitam; mohon tulis dengan kalimat sendiri.",
  words: "Kata-kata Pelapor",
  leftOut: "Tidak disertakan",
  leftOutHint:
    "Tanpa laporan, pesan, dan nama lampiran Pelapor, dan tanpa hari kedatangannya. Kalimat tim yang mengulang kata-kata Pelapor menjadi bilah hitam.",
  included: "Sertakan laporan dan pesan Pelapor",
  includedHint:
    "{secrecy}: dilarang menyebut nama, alamat, atau hal lain yang memungkinkan identitas Pelapor diketahui. Gaya tulisan pun dapat dikenali. Pilih ini hanya bila penerima berwenang dan benar-benar memerlukannya.",
  notes: "Catatan internal yang disertakan",
  noNotes: "Tidak ada catatan internal.",
  files: "Lampiran yang disertakan",
  noFiles: "Kasus ini tidak mempunyai lampiran.",
  fromReporter: "dari Pelapor",
  fromOffice: "dari kantor",
  filesHint:
    "Data tersembunyi dihapus dari salinannya; namanya diganti nomor. Lampiran yang tidak dapat dibersihkan tidak ikut.",
  filesHintIncluded: "Lampiran disertakan persis seperti yang dikirim, agar sidiknya tetap sama.",
  filesInside:
    "Isi PDF, berkas Office, gambar, dan rekaman tidak disamarkan: lampiran seperti itu ikut apa adanya, atau tidak sama sekali.",
  unsearched:
    "Yang Anda sembunyikan tidak dicari di dalam {list}. Periksa isinya dahulu, atau jangan sertakan: “Jangan sebut lampiran ini sama sekali”.",
  unclean: "Sertakan juga lampiran yang tidak dapat dibersihkan",
  uncleanHint:
    "Misalnya PDF. Data tersembunyi seperti nama penulis, waktu, dan lokasi ikut keluar, dan dapat menunjukkan siapa Pelapor.",
  filesRisk:
    "Isi lampiran dari Pelapor dapat menunjukkan siapa Pelapor: siapa yang memegang dokumen itu, kapan difoto, dengan apa. Lihat isinya dahulu.",
  hide: "Salinan disamarkan",
  hideHint:
    "Tandai kata atau kalimat di pratinjau, atau ketik di sini. Yang ditandai hilang dari seluruh dokumen dan data, juga sebagai bagian kata. Isi lampiran yang disertakan tidak diubah, dan Anda tetap dikenal sebagai penanda tangannya.",
  passage: "Kata atau kalimat yang disembunyikan",
  passageUseless: "Tanda baca atau gambar saja tidak dapat disembunyikan. Tandai juga kata di sebelahnya.",
  add: "Sembunyikan",
  hidden: "Disembunyikan",
  show: "Tampilkan lagi",
  showLabel: "Tampilkan lagi: {text}",
  hideFile: "Jangan sebut lampiran ini sama sekali",
  preview: "Pratinjau teks yang keluar",
  previewHint: "Inilah semua teks dalam berkas. Bilah hitam: tidak ikut keluar.",
  make: "Catat dan buat berkas",
  making: "Membuat berkas kasus: {done} dari {all} lampiran",
  recording: "Mencatat dalam kasus …",
  stop: "Hentikan",
  stopped: "Dihentikan. Catatannya tetap ada dalam kasus.",
  saved: "Tersimpan: {name}",
  savedText:
    "Di dalamnya: document.html untuk dicetak, case.json untuk program lain, tanda tangan Anda. Penerima memeriksanya dengan: segel verify-export.",
  signer: "Tanda tangan Anda dalam dua belas kata",
  signerText: "Dari kunci yang menandatangani berkas ini. Bacakan jika penerima menelepon untuk mencocokkan.",
  absent:
    "{n} lampiran tidak dapat disertakan: isinya tidak terbuka, atau memuat kata yang disembunyikan. Dokumen menyebutnya tidak disertakan.",
  uncleanLeft: "{n} lampiran tidak disertakan, sebab data tersembunyinya tidak dapat dihapus.",
  tooLarge: "Lampiran yang dipilih terlalu besar untuk satu berkas kasus: {size}, paling banyak {limit}.",
  earlier: "Sudah pernah keluar",
  earlierText: "{day}, {name}: {to}",
  earlierRows: "Yang ikut, di salinannya bernomor urut dari 1: {list}",
  withWords: "dengan kata-kata Pelapor",
  conflict: "Rekan Anda baru saja menulis di kasus ini. Periksa lagi pratinjau, lalu coba sekali lagi.",
  needsRecord:
    "Selama tanda bahaya di kasus ini ada, tidak ada yang dapat dicatat, sehingga berkas tidak dapat dibuat.",
} as const;
