/** What is said of figures in Indonesian. */
import type { ClaimId } from "../../../../client/evaluation/spbe.ts";
import type { Group } from "../../../../client/figures/share.ts";
import type { Span } from "../../../../client/figures/period.ts";
import type { ShareFormula } from "../../../../protocol/law/counting.ts";

export const SPAN_NAMES = {
  month: "Bulan",
  quarter: "Triwulan",
  half: "Semester",
  year: "Tahun",
} as const satisfies Readonly<Record<Span, string>>;

/** A period by what people call it, and the same in few words, for a name of a file or a comparison. */
export const PERIOD_NAMES = {
  month: "{month}",
  quarter: "Triwulan {roman} {year}",
  half: "Semester {roman} {year}",
  year: "Tahun {year}",
} as const satisfies Readonly<Record<Span, string>>;

export const GROUP_NAMES = {
  closed: "Selesai",
  working: "Sedang diproses",
  archived: "Diarsipkan, belum dapat ditindaklanjuti",
  referred: "Dilimpahkan",
} as const satisfies Readonly<Record<Group, string>>;

/** What the share counts, beside its two numbers. */
export const FORMULA_NAMES = {
  "closed-of-due": "selesai, dari yang selesai dan sedang diproses",
  "closed-and-referred": "selesai atau dilimpahkan, dari semua kecuali yang diarsipkan",
  "ended-of-received": "selesai, dilimpahkan, atau diarsipkan, dari semua yang diterima",
} as const satisfies Readonly<Record<ShareFormula, string>>;

export const CLAIM_NAMES = {
  progress: "Kemajuan penanganan dapat dipantau",
  resolution: "Laporan diselesaikan",
  confidentiality: "Kerahasiaan Pelapor",
  "non-repudiation": "Kenirsangkalan",
  integrated: "Terintegrasi dengan layanan lain",
  evaluated: "Dievaluasi",
  improved: "Ditingkatkan berdasarkan evaluasi",
} as const satisfies Readonly<Record<ClaimId, string>>;

export const FIGURES = {
  title: "Rekapitulasi",
  loading: "Menghitung …",
  listLoading: "Daftar kasus masih dimuat; angka menyusul.",
  counted: "Dihitung di perangkat ini dari {n} kasus yang dapat Anda baca.",
  othersOnly:
    "Laporan yang disegel hanya untuk rekan lain tidak ikut dihitung; jumlahnya tidak diketahui oleh siapa pun yang tidak membacanya.",

  span: "Jenis periode",
  ownDays: "Rentang sendiri",
  earlier: "Periode sebelumnya",
  later: "Periode berikutnya",
  from: "Dari",
  to: "Sampai",
  days: "{from} – {to}",
  daysWrong:
    "Hari akhir mendahului hari awal, atau salah satunya belum diisi. Angka di bawah masih untuk periode yang terakhir dihitung.",
  channel: "Saluran",
  allChannels: "Semua saluran",
  unit: "Unit kerja",
  allUnits: "Semua unit kerja",
  publish: "Umumkan angka",
  print: "Cetak",
  save: "Unduh",
  noted: "Setiap unduhan dicatat dan ditandatangani atas nama Anda, sebelum berkasnya dibuat.",
  law: "Aturan dan sumbernya",

  received: "laporan diterima; {before}: {n}",
  answered: "jawaban pertama tepat waktu dari {of} yang sudah jatuh tempo",
  answeredNone: "belum ada jawaban pertama yang jatuh tempo",
  followedUp: "sudah ditindaklanjuti dari {of}: {formula}",
  followedUpNone: "belum ada yang perlu ditindaklanjuti",
  conclusion: "hari kalender, nilai tengah dari diterima sampai berakhir",
  conclusionNone: "belum ada yang berakhir",
  ofAll: "dari {of}",

  empty: "Tidak ada laporan yang diterima dalam periode ini.",
  emptyHint: "Pilih periode lain, atau semua saluran dan unit kerja.",
  unopened: "{n} kasus dalam periode ini belum pernah dibuka di akun Anda",
  unopenedText:
    "Kategori, hasil, dan cara datangnya belum diketahui semuanya. Kasus dibuka satu per satu di latar belakang; angka bertambah lengkap dengan sendirinya.",
  disagree: "{n} kasus: catatan server berbeda dari yang pernah Anda buka",
  disagreeText:
    "Hari diterima atau status yang ditampilkan server tidak sama dengan yang tersegel dalam catatan Anda, padahal tidak ada pesan baru. Angka di bawah mengikuti server, jadi belum dapat diandalkan. Bukalah kasus ini, lalu beri tahu administrator.",
  openCase: "Buka {number}",

  byMonth: "Diterima dan berakhir per bulan",
  byYear: "Diterima dan berakhir per tahun",
  month: "Bulan",
  year: "Tahun",
  columnReceived: "Diterima",
  columnEnded: "Berakhir",
  byCategory: "Diterima menurut kategori",
  whereNow: "Ke mana {n} laporan itu sekarang",
  outcomes: "Hasil {n} yang selesai",
  outcome: "Hasil",
  results: "Kelas hasil pemeriksaan",
  result: "Kelas hasil",
  category: "Kategori",
  state: "Status",
  byState: "Menurut status sekarang",
  way: "Cara datang",
  byWay: "Menurut cara datang",
  page: "Halaman pelaporan",
  byUnit: "Menurut unit kerja",
  byChannel: "Menurut saluran",
  unitsLeft: "Unit kerja lain ({n})",
  total: "Jumlah",
  number: "Jumlah",
  share: "Bagian",
  shareDone: "Sudah ditindaklanjuti",
  shareOf: "Yang harus ditindaklanjuti",
  columnWorking: "Sedang diproses",
  columnClosed: "Selesai",
  columnOther: "Diarsipkan atau dilimpahkan",
  columnMedian: "Nilai tengah (hari kalender)",
  notKnown: "Belum diketahui",
  noUnit: "Tidak disebut",
  goneChannel: "Saluran yang sudah tidak ada",

  times: "Berapa lama",
  time: "Sejak diterima sampai",
  timeAnswer: "Jawaban pertama",
  timeVerification: "Selesai verifikasi",
  timeConclusion: "Berakhir (selesai atau diarsipkan)",
  timeCases: "Kasus",
  promises: "Batas waktu",
  promise: "Batas waktu",
  kept: "Ditepati",
  missed: "Terlewat",
  running: "Masih berjalan",
  ages: "Yang masih terbuka, menurut umur",
  agesHint: "Semua kasus terbuka pada {day}, kapan pun diterima.",
  age: "Umur (hari kalender)",
  ageBand: "{from}–{to} hari",
  ageOver: "{from} hari atau lebih",
  flow: "Arus kasus dalam periode",
  flowBefore: "Terbuka pada awal",
  flowReceived: "Diterima",
  flowEnded: "Berakhir",
  flowAfter: "Terbuka pada akhir",
  flowHint:
    "Terbuka pada awal + diterima = berakhir + terbuka pada akhir. Kasus yang dibuka kembali dihitung menurut akhirnya yang terbaru; yang dilimpahkan terbuka sampai ditutup. Kasus yang dihapus tidak lagi dihitung, juga dalam periode yang sudah lewat. Surat dan laporan lisan dihitung pada hari dicatat.",
  about: "Pelapor",
  protection: "Permohonan perlindungan",
  returned: "Pelapor yang menulis lagi",
  returnedHint: "Pelapor yang hanya membaca tidak terlihat oleh siapa pun.",
  fewer: "Kurang dari {k}",
  allBut: "Semua atau hampir semua",
  whoCounts: "Angka rinci hanya untuk pengelola laporan. Yang diterbitkan untuk umum melewati pengaman tersendiri.",
  table: "Tabel",
  row: "Isi",
  column: "Kolom",
  period: "Periode",
  countedOn: "Dihitung pada {day}",
} as const;
