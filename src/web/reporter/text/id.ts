/** Bahasa Indonesia: halaman Pelapor. Istilah mengikuti daftar istilah; "hari kerja" atau "hari kalender" selalu disebut. */
import { CATEGORY_NAMES } from "../../../words/glossary/id.ts";
import { ID_CASE } from "./id-case.ts";
import { indonesianWords } from "./number-words.ts";

export const ID = {
  ...ID_CASE,
  required: "(wajib)",
  optional: "(boleh dikosongkan)",
  next: "Lanjut",
  toLast: "Langsung ke langkah terakhir",
  back: "Kembali",
  cancel: "Batal",
  change: "Ubah",
  remove: "Hapus",
  /** Kecil: ditulis dengan kata. */
  numbers: ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"],
  home: "Ke halaman awal",
  step: (step: number, of: number) => `Langkah ${step} dari ${of}`,
  nothingSaved: "Belum ada yang tersimpan atau terkirim. Jika halaman ini ditutup, isian hilang.",
  count: (used: string, limit: string) => `${used} dari ${limit} karakter`,
  errorsFound: ["", "Satu isian perlu diperbaiki", "Dua isian perlu diperbaiki", "Beberapa isian perlu diperbaiki"],
  errorsMissing: ["", "Satu isian perlu dilengkapi", "Dua isian perlu dilengkapi"],
  tooLong: (limit: string, actual: string) =>
    `Paling banyak ${limit} karakter; sekarang ${actual}. Mohon dipersingkat.`,
  categories: CATEGORY_NAMES,

  what: {
    title: "Apa yang terjadi, dan di mana?",
    unit: "Unit kerja yang dilaporkan",
    unitHint: "Tulis nama kantor, dinas, atau bagiannya. Bila tidak tahu namanya, tulis cirinya.",
    unitSearchHint:
      "Ketik sebagian nama, lalu pilih. Pencarian berjalan di perangkat ini; yang Anda ketik tidak dikirim.",
    unitList: "Unit kerja yang cocok",
    unitMore: (count: number) => `Ada ${count} nama lain; ketik lebih banyak huruf.`,
    unitUnlisted: "Tidak ada di daftar? Tulis saja namanya.",
    what: "Uraian kejadian",
    whatHint: "Sampaikan apa yang Anda lihat atau dengar, dan bedakan dari dugaan. Satu kalimat pun boleh.",
    where: "Tempat kejadian",
    whereHint: "Misalnya ruangan, loket, alamat, atau percakapan daring.",
    category: "Kategori pelanggaran",
    categoryHint: "Tidak perlu tepat. Kami yang akan menentukannya.",
    unitMissing: "Unit kerja masih kosong. Bila tidak tahu namanya, tulis cirinya saja.",
    unitMissingLink: "Tulis unit kerja",
    whatMissing: "Uraian masih kosong. Satu kalimat sudah cukup.",
    whatMissingLink: "Tulis apa yang terjadi",
    unitLink: "Perbaiki unit kerja",
    whatLink: "Perbaiki uraian kejadian",
  },

  who: {
    title: "Siapa, kapan, dan bagaimana?",
    lead: "Semua isian di langkah ini boleh dikosongkan. Isi yang Anda tahu saja.",
    people: "Pihak yang terlibat",
    person: (number: number) => `Orang ke-${number}`,
    name: "Nama atau ciri",
    nameHint: "Jika tidak tahu namanya, tulis ciri atau papan namanya.",
    position: "Jabatan atau tugas",
    role: "Perannya menurut Anda",
    roles: {
      did: "Diduga melakukan",
      knew: "Mengetahui kejadian",
      witness: "Saksi",
      harmed: "Dirugikan",
      unsure: "Tidak yakin",
    },
    addPerson: "Tambah orang",
    addAnother: "Tambah orang lain",
    removePerson: (number: number) => `Hapus orang ke-${number}`,
    time: "Waktu kejadian",
    times: { day: "Tanggal tertentu", range: "Rentang waktu", unsure: "Tidak ingat" },
    from: "Mulai",
    until: "Sampai",
    day: "Tanggal",
    month: "Bulan",
    year: "Tahun",
    months: [
      "Januari",
      "Februari",
      "Maret",
      "April",
      "Mei",
      "Juni",
      "Juli",
      "Agustus",
      "September",
      "Oktober",
      "November",
      "Desember",
    ],
    whenNote: "Keterangan waktu",
    whenNoteHint: "Misalnya jam, hari, atau berulang tiap bulan.",
    ongoing: "Apakah masih berlangsung?",
    yesNo: { yes: "Ya", no: "Tidak", unknown: "Tidak tahu" },
    how: "Cara dilakukan (modus)",
    amount: "Perkiraan nilai (rupiah)",
    amountHint: "Angka saja, misalnya 1.250.000.",
    reads: (value: number) => `Terbaca: ${indonesianWords(value)} rupiah`,
    estimate: "Ini perkiraan, bukan angka pasti",
    evidence: "Bukti pendukung",
    evidenceHint: "Bukti apa yang ada, dan di mana. Berkas dapat dilampirkan di langkah berikutnya.",
    fading: "Apakah ada bukti yang dapat segera hilang?",
    fadingNote: "Bukti apa, di mana, dan kira-kira sampai kapan?",
    fadingNoteHint: "Misalnya rekaman kamera yang terhapus sendiri.",
    summary: "Judul laporan",
    summaryHint: "Bila kosong, awal uraian dipakai sebagai judul.",
    titleLink: "Perbaiki judul laporan",
  },

  files: {
    title: "Apakah Anda punya bukti pendukung?",
    loading: "Bagian untuk berkas sedang dimuat.",
    loadingFailed: "Bagian untuk berkas gagal dimuat. Langkah ini boleh dilewati; berkas dapat dikirim nanti.",
  },

  compose: {
    protection: "Pelapor meminta perlindungan: merasa terancam atau takut dibalas.",
    worries: "Yang dikhawatirkan",
    until: "sampai",
    dayUnknown: "Tanggal tidak diingat.",
    amountIsEstimate: "Nilai rupiah di atas adalah perkiraan.",
  },

  readers: {
    title: "Siapa yang tidak boleh membaca laporan ini?",
    loading: "Daftar penerima sedang diambil dan diperiksa tanda tangannya…",
    channel: "Laporan disampaikan kepada",
    lead: (count: string) =>
      `Laporan ini akan dapat dibuka oleh ${count} orang di bawah. Jika salah satunya terkait dengan kejadian atau dekat dengan terlapor, beri tanda.`,
    group: "Beri tanda pada orang yang tidak boleh membaca",
    willNot: "Tidak akan dapat membukanya",
    fixed: "Tidak dapat dikecualikan di saluran ini",
    remaining: (left: number, all: number) => `${left} dari ${all} orang akan dapat membaca.`,
    atLeastTwo:
      "Sedikitnya dua orang perlu tetap dapat membaca. Orang yang Anda beri tanda tidak diberi tahu, dan server tidak dapat mengetahuinya.",
    tooFew: "Sedikitnya dua orang perlu tetap dapat membaca. Hapus satu tanda, atau pilih saluran lain.",
    tooFewLink: "Ubah tanda pada daftar pembaca",
    custodians: "Kustodian identitas",
    custodiansLead:
      "Mereka tidak membaca laporan. Mereka menjaga identitas pelapor yang dititipkan; laporan ini tidak memuat identitas. Anda boleh menandai mereka juga.",
    roles: {
      investigator: "Pemeriksa",
      lead: "Penanggung jawab kasus",
      custodian: "Kustodian identitas",
      administrator: "Administrator sistem",
    },
    identity: "Identitas Anda",
    anonymous:
      "Anda tetap anonim: kami tidak tahu siapa Anda, dan percakapan tetap bisa lewat kode laporan. Jangan tulis nama atau ciri Anda sendiri, kecuali Anda memang ingin dikenal.",
    protection: "Perlindungan",
    threatened: "Saya merasa terancam atau takut dibalas",
    worries: "Apa yang Anda khawatirkan?",
    worriesHint:
      "Misalnya ancaman, mutasi, nilai kinerja diturunkan, dikucilkan. Dibaca oleh mereka yang menangani laporan ini.",
  },

  lpsk: {
    title: "LPSK dapat dihubungi sekarang juga",
    text: "Lembaga Perlindungan Saksi dan Korban, {site}. Anda dapat menghubunginya sendiri, tanpa menunggu kami dan tanpa menyebut laporan ini.",
    unchecked:
      "Menurut pemberitaan, nomornya {telephone} (telepon) dan {whatsapp} (WhatsApp). Kami belum memastikannya: mohon cocokkan dahulu di {site}.",
    checked: (date: string) => `Telepon {telephone}, WhatsApp {whatsapp}; diperiksa pada ${date}.`,
  },

  review: {
    title: "Periksa, lalu kirim",
    whatAndWhere: "Apa dan di mana",
    whoAndWhen: "Siapa, kapan, bagaimana",
    files: "Berkas bukti",
    filesFollow: "Berkas menyusul segera setelah laporan diterima.",
    readers: "Pembaca dan perlindungan",
    changeOf: (part: string) => `Ubah: ${part}`,
    amount: "Perkiraan nilai",
    estimate: "(perkiraan)",
    canRead: "Dapat dibaca oleh",
    ofAll: (left: number, all: number) => `${left} dari ${all} orang`,
    mustNot: "Tidak boleh membaca",
    identity: "Identitas",
    anonymous: "Tetap anonim",
    protection: "Perlindungan",
    asked: "Diminta",
    notAsked: "Tidak diminta",
    empty: "Tidak diisi",
    beforeSending: "Sebelum mengirim",
    cannotReopen:
      "Setelah terkirim, laporan tidak dapat Anda buka lagi, juga dengan kode laporan. Itu melindungi Anda bila kode jatuh ke tangan orang lain. Keterangan baru selalu dapat Anda tambahkan.",
    send: "Kunci dan kirim laporan",
    locking: "Tombol belum aktif: bagian yang mengunci laporan sedang dimuat. Tidak ada yang terkirim tanpa dikunci.",
    lockReady: "Siap dikunci dan dikirim.",
    lockFailed:
      "Bagian yang mengunci laporan gagal dimuat, mungkin karena sambungan. Isian Anda tetap ada di halaman ini, dan tidak ada yang terkirim.",
    retry: "Muat lagi",
    listChanged: "Daftar penerima baru saja berubah",
    listChangedText: "Tidak ada yang tersimpan. Mohon periksa lagi siapa yang dapat membaca, lalu kirim sekali lagi.",
    all: (limit: string, actual: string) =>
      `Seluruh teks laporan paling banyak ${limit} karakter; sekarang ${actual}. Mohon persingkat uraian.`,
    bytes: (limit: string, actual: string) =>
      `Laporan terlalu besar setelah disandikan: ${actual} bita, paling banyak ${limit}. Mohon persingkat uraian.`,
    control: "Ada tanda yang tidak tampak di isian ini. Mohon ketik ulang.",
  },

  sending: {
    title: "Laporan sedang dikirim",
    keepOpen: "Mohon biarkan halaman ini terbuka. Layar boleh redup.",
    lock: "1. Mengunci",
    lockHow: "Laporan dikunci di perangkat ini. Sebuah hitungan kecil mencegah server dibanjiri mesin.",
    send: "2. Mengirim",
    running: "sedang berlangsung",
    waiting: "menunggu",
    done: "selesai",
    size: (size: string) => `${size} KB`,
    usually: (seconds: number) =>
      seconds < 10
        ? "Biasanya beberapa detik; pada sambungan lambat atau Tor dapat lebih lama."
        : `Pada sambungan lambat sekitar ${seconds} detik.`,
    elapsed: (seconds: number) => `Sudah berjalan ${seconds} detik.`,
    padding: (size: string) => `${size} KB sudah termasuk isian kosong, agar ukuran laporan tidak dapat ditebak.`,
    ifCut: "Bila sambungan terputus",
    ifCutText:
      "Laporan yang sudah dikunci dikirim ulang sendiri, persis sama, sehingga tidak pernah tercatat dua kali.",
    stopped: "terhenti",
    cut: "Sambungan terputus. Tidak ada yang hilang.",
    cutText:
      "Server tidak dapat dihubungi. Laporan masih utuh di halaman ini dan sudah terkunci; yang dikirim ulang persis sama.",
    busy: "Server sedang sibuk. Tidak ada yang hilang.",
    busyText:
      "Server belum menerima laporan. Laporan masih utuh di halaman ini dan sudah terkunci; yang dikirim ulang persis sama.",
    again: (seconds: number) => `Mencoba lagi sendiri dalam ${seconds} detik`,
    attempt: (number: number) => `(percobaan ke-${number})`,
    tryNow: "Coba sekarang",
    youCan: "Yang dapat Anda lakukan",
    tips: [
      [
        "Biarkan halaman ini terbuka.",
        "Isi laporan hanya ada di halaman ini. Jika ditutup, laporan hilang dan perlu diisi ulang.",
      ],
      ["Periksa data seluler atau Wi-Fi.", "Pengiriman berlanjut begitu tersambung."],
    ],
    notRecorded: "Laporan belum tercatat diterima. Kode dua belas kata muncul setelah seluruhnya sampai.",
    edit: "Kembali dan ubah laporan",
    editChecking: "Memeriksa dahulu apakah laporan sudah sampai…",
    editUnclear:
      "Belum dapat dipastikan apakah laporan sudah sampai, jadi laporan belum dapat diubah. Bila diubah sekarang, laporan dapat tercatat dua kali.",
    arrivedAnyway: "Laporan ternyata sudah diterima. Perubahan dapat Anda tambahkan sebagai pesan, dengan kode ini.",
  },

  code: {
    received: "Laporan sudah diterima",
    title: "Simpan kode ini",
    lead: "Dua belas kata ini satu-satunya jalan untuk membaca jawaban kami. Mohon tulis di kertas, berurutan.",
    list: "Kode laporan: dua belas kata, dibaca dari kiri ke kanan",
    once: "Hanya ditampilkan sekali. Empat huruf pertama tiap kata sudah cukup.",
    loading: "Daftar kata sedang dimuat. Laporan sudah diterima; mohon jangan tutup halaman ini.",
    loadingFailed:
      "Daftar kata belum dapat dimuat karena sambungan terputus. Laporan sudah diterima. Mohon jangan tutup halaman ini; kode muncul begitu tersambung.",
    written: "Sudah saya tulis",
    print: "Cetak",
    save: "Simpan sebagai berkas",
    fileName: "catatan.txt",
    paper:
      "Cetakan dan berkas tidak memuat nama saluran ini. Kertas tulisan tangan tetap paling aman: berkas dan antrean cetak dapat ditemukan orang lain.",
    pleaseKnow: "Mohon diketahui",
    know: [
      ["Kode tidak dapat dipulihkan.", "Kami tidak menyimpannya. Bila hilang, Anda dapat membuat laporan baru."],
      ["Jangan berikan kepada siapa pun,", "juga kepada yang mengaku petugas. Kami tidak pernah memintanya."],
      [
        "Pemegang kode dapat membaca jawaban kami dan menulis atas nama Anda,",
        "tetapi tidak dapat membuka laporan dan pesan yang sudah Anda kirim. Bila kode pernah dilihat orang lain, jangan dipakai lagi: buat laporan baru.",
      ],
    ],
  },

  match: {
    title: "Cocokkan dua kata",
    lead: "Kata-kata kini ditutup. Lihat catatan Anda, lalu ketik dua kata ini.",
    word: (position: number) => `Kata ke-${position}`,
    right: "cocok",
    empty: (position: number) => `Kata ke-${position} masih kosong.`,
    wrong: (position: number, typed: string) =>
      `Kata ke-${position} bukan “${typed}”. Mohon lihat lagi catatan Anda, atau tampilkan kata-katanya sekali lagi.`,
    submit: "Cocokkan",
    showAgain: "Tampilkan kata-katanya lagi",
    after: "Sesudah selesai",
    afterText:
      "Kata-kata dihapus dari halaman ini dan tidak tersisa di perangkat. {skip} hanya bila Anda yakin catatan Anda benar.",
    skip: "Lewati pencocokan",
  },

  done: {
    title: "Selesai",
    lead: "Laporan Anda sudah diterima, dan catatan Anda satu-satunya tempat kode laporan. Halaman ini tidak memuatnya lagi.",
    leave: "Tutup tab ini, atau pakai Keluar cepat. Riwayat peramban masih mencatat bahwa alamat ini dibuka.",
    filesFirst:
      "Berkas masih dikirim: mohon biarkan halaman ini terbuka sampai selesai. Selama itu halaman ini masih memegang kunci pengirimannya.",
    checkNow: "Periksa status laporan",
  },

  upcoming: {
    title: "Yang terjadi berikutnya",
    received: "Laporan diterima",
    cannotReach: (date: string) =>
      `Kami tidak dapat menghubungi Anda. Mohon periksa status dengan kode ini mulai ${date}.`,
    cannotReachNoDate: "Kami tidak dapat menghubungi Anda. Mohon periksa status dengan kode ini sesekali.",
    noPromise: "Instansi belum menyebutkan batas waktu untuk saluran ini.",
    daysOff: (sources: string) => `Hari libur sudah diperhitungkan. Sumber: ${sources}.`,
    daysOffUnknown: (years: readonly string[]) => `Hari libur nasional ${years.join(" dan ")} belum diperhitungkan.`,
    daysOffLater: "Setiap hari libur nasional atau cuti bersama memundurkan tanggalnya satu hari kerja.",
    kinds: { "first-answer": "Jawaban pertama", verification: "Hasil verifikasi", "reporter-answer": "Jawaban Anda" },
    within: (days: number, unit: string) => `Paling lambat ${days} ${unit} sejak diterima`,
    units: { working: "hari kerja", calendar: "hari kalender" },
  },
};
