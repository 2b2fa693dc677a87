/** What is said of the list in Indonesian. */
import type { Category } from "../../../../protocol/rules/casework.ts";

/** Sentences of the list of cases. */
export const LIST = {
  title: "Kasus",
  views: "Tampilan",
  search: "Cari kasus",
  searchHint: "Cari isi {n} kasus: nama, kata, nilai, nomor register",
  filter: "Saring",
  filtered: "Saring (dipakai)",
  allCategories: "Semua kategori",
  allStates: "Semua status",
  allChannels: "Semua saluran",
  clearFilters: "Hapus pencarian dan saringan",
  refresh: "Periksa laporan baru",

  allPersons: "Semua petugas",
  allLabels: "Semua label",
  personLoad: "{name} ({n})",

  columnPick: "Pilih",
  columnTitle: "Judul",
  columnMarks: "Tanda",
  columnCategory: "Kategori",
  columnUnit: "Unit kerja",
  columnState: "Status",
  columnAge: "Umur",
  columnDue: "Batas waktu",
  columnAssigned: "Petugas",
  columnLabel: "Label",
  nobodys: "Belum ditugaskan",
  unassigned: "Belum ada",
  notRead: "Belum diketahui",
  gone: "anggota lama",
  pick: "Pilih kasus “{title}”",
  pickSome: "Pilih beberapa",
  loads: "Beban kerja",
  roomy: "Baris longgar",
  columnChannel: "Saluran",
  sort: "Urutkan",
  sortUrgent: "Mendesak dahulu, lalu batas waktu terdekat",
  sortDueFirst: "Batas waktu terdekat",
  sortArrivedOldest: "Tiba paling lama",
  sortArrivedNewest: "Tiba paling baru",
  sortStateOldest: "Status paling lama tidak berubah",
  sortStateNewest: "Status paling baru berubah",
  since: "sejak {day}",
  age: "{n} hari",
  today: "hari ini",
  arrivedAgo: "Tiba {age} lalu",
  arrivedToday: "Tiba hari ini",
  pillNew: "Baru",
  pillUp: "Naik ke penanggung jawab",
  pillTouches: "Menyentuh kepentingan Anda",
  pillMessages: "{n} pesan",
  summaryAltered: "Ringkasan kasus ini telah diubah",
  titleBlank: "(judul tanpa huruf yang terlihat)",
  summaryMissing: "Judul terlihat setelah kasus dibuka",

  more: "Tampilkan {n} lagi",
  shown: "{shown} dari {n} ditampilkan",
  count: "{n} kasus, {unread} dengan isi baru",
  ageUnit: "Tanggal menurut {zone}, umur dalam hari kalender. Batas waktu menurut janji saluran.",
  loading: "Membuka daftar kasus: {n}",
  looking: "Mencari laporan baru: {n} segel diperiksa",
  lookedNothing: "Tidak ada laporan baru.",
  lookedFound: "{n} laporan baru dibuka.",
  newCases: "{n} kasus baru.",
  changedCases: "{n} kasus berubah.",
  alteredHeads: "Tanda bahaya: {n} laporan telah diubah setelah disegel, dan tidak ditampilkan.",
  alteredHeadsAdvice:
    "Beri tahu rekan pembaca saluran ini dan administrator melalui jalur lain. Rekan Anda mungkin masih dapat membukanya.",
  pillProposed: "Diusulkan dihapus",
  sameMatter: "Satu perkara: {n} kasus",
  sameMatterShort: "{n} kasus",
  pillLeaving: "Dihapus pada {day}",
  removedTitle: "Dihapus oleh dua anggota",
  removedLine: "dihapus pada {day}: {one} dan {two}; {size} MiB kembali kosong",
  missingCases:
    "Tanda bahaya: {n} kasus yang pernah Anda buka tidak ditampilkan lagi, tanpa penghapusan yang ditandatangani.",
  missingCasesAdvice:
    "Mungkin cadangan lama dipulihkan, atau server menahannya. Beri tahu rekan dan administrator melalui cara lain, bukan lewat layanan ini.",
  alteredDiscards: "Tanda bahaya: {n} catatan tentang penghapusan kasus tidak asli.",
  alteredDiscardsAdvice:
    "Kasus dapat hilang tanpa persetujuan dua anggota. Beri tahu rekan dan administrator melalui cara lain.",
  forNobody: "{n} laporan tidak terbuka bagi siapa pun.",
  forNobodyText:
    "Kiriman acak, atau disegel dengan kunci yang tidak dimiliki anggota di sini. Masing-masing sudah dicoba satu kali dan tidak dicoba lagi; tempatnya di server tetap terpakai.",

  emptyTitle: "Belum ada laporan",
  emptyText: "Saluran sudah siap menerima laporan. Sambil menunggu, dua hal ini membuat orang berani melapor.",
  emptyPoster: "Pasang alamat dan sidik kunci akar di tempat umum",
  emptyPosterText: "Orang dapat memastikan bahwa halaman laporannya asli sebelum menulis.",
  emptyTrial: "Coba kirim satu laporan percobaan",
  emptyTrialText: "Tulis “percobaan” pada judulnya, lalu buka di sini dan balas. Begitulah Pelapor akan mengalaminya.",
  emptyTrialOpen: "Buka halaman Pelapor",
  noneFound: "Tidak ada kasus yang cocok dengan saringan ini.",
  noneFoundText: "Saringan berlaku dalam tampilan “{view}”.",
} as const;

/** What is promised, and how long it still is. */
export const DEADLINES = {
  title: "Batas waktu",
  today: "Hari ini",
  working: {
    left: "{n} hari kerja lagi",
    past: "Lewat {n} hari kerja",
  },
  calendar: {
    left: "{n} hari kalender lagi",
    past: "Lewat {n} hari kalender",
  },
  uncounted: "Hari libur nasional {years} belum diperhitungkan.",
} as const;

/** Categories in a dense row: the word that tells one from the others. The full name is read aloud. */
export const SHORT_CATEGORY_NAMES = {
  "kerugian-keuangan-negara": "Rugi negara",
  suap: "Suap",
  gratifikasi: "Gratifikasi",
  pemerasan: "Pemerasan",
  "pungutan-liar": "Pungli",
  "penggelapan-jabatan": "Penggelapan",
  "perbuatan-curang": "Kecurangan",
  "benturan-kepentingan": "Benturan kep.",
  "nepotisme-kolusi": "Nepotisme",
  "penyalahgunaan-wewenang": "Wewenang",
  "pengadaan-barang-jasa": "Pengadaan",
  "kode-etik-disiplin": "Etik, disiplin",
  "pembalasan-pelapor": "Pembalasan",
  "pelayanan-publik": "Layanan",
  lainnya: "Lainnya",
} as const satisfies Readonly<Record<Category, string>>;

/** What each view of the list is called. */
export const VIEW_NAMES = {
  day: "Hari saya",
  open: "Semua terbuka",
  new: "Baru",
  mine: "Milik saya",
  nobodys: "Belum ditugaskan",
  late: "Terlambat",
  awaiting: "Menunggu Pelapor",
  done: "Selesai",
  leaving: "Akan dihapus",
} as const;

/** What is said where a view shows no case. */
export const NONE_IN_VIEW = {
  day: "Hari ini tidak ada yang menunggu Anda: tidak ada yang mendesak, jatuh tempo, atau baru dan belum ditugaskan.",
  mine: "Tidak ada kasus terbuka yang ditugaskan kepada Anda.",
  nobodys: "Semua kasus terbuka sudah ditugaskan.",
  open: "Tidak ada kasus yang terbuka. Semua sudah selesai atau diarsipkan.",
  new: "Semua laporan dan pesan sudah dibaca.",
  late: "Tidak ada kasus yang melewati batas waktu.",
  awaiting: "Tidak ada kasus yang menunggu keterangan Pelapor.",
  done: "Belum ada kasus yang selesai atau diarsipkan.",
  leaving: "Tidak ada kasus yang akan dihapus.",
} as const;

/** Headings of "my day". */
export const DAY_GROUP_NAMES = {
  urgent: "Mendesak",
  due: "Milik saya: jatuh tempo atau ada yang baru",
  tasks: "Tugas yang jatuh tempo",
  fresh: "Baru, belum ditugaskan",
} as const;

/** Views that a member has named. */
export const SAVED_VIEWS = {
  add: "Simpan ini",
  title: "Simpan tampilan ini",
  name: "Nama tampilan",
  hint: "Tampilan, pencarian, saringan, dan urutan sekarang. Disegel dengan kunci brankas Anda dan hanya disimpan di peramban ini.",
  nameMissing: "Namanya masih kosong.",
  remove: "Hapus",
  submit: "Simpan dengan nama ini",
  fleeting: "Peramban ini tidak menyimpan apa pun: tampilan hilang bila halaman ditutup.",
} as const;
