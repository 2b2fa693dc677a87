/** Bahasa Indonesia: periksa status, perlindungan, keaslian, dan apa yang dikatakan bila sesuatu tidak berjalan. */

export const BESIDE = {
  check: {
    title: "Periksa status laporan",
    lead: "Ketik dua belas kata kode laporan Anda. Empat huruf pertama tiap kata sudah cukup.",
    word: "Kata ke-{position}",
    suggestions: "Kata ke-{position}:",
    didYouMean: "Maksud Anda",
    problems: {
      count: "Ditemukan {n} kata; kode laporan terdiri dari dua belas kata.",
      "unknown-word": "Kata ke-{position}, “{typed}”, tidak ada dalam daftar kata.",
      "foreign-letter":
        "Kata ke-{position} memuat “{letter}”, huruf dari aksara lain yang mirip. Mohon ketik ulang dengan huruf a sampai z.",
      "mixed-languages":
        "Kata ke-{position} berasal dari bahasa lain daripada kata ke-1. Satu kode selalu dalam satu bahasa.",
      checksum: "Semua kata ada dalam daftar, tetapi tidak cocok bersama. Satu kata keliru, atau urutannya tertukar.",
    },
    incomplete: "Lengkapi kata {places} dahulu.",
    place: "ke-{first}",
    places: "ke-{first} sampai ke-{last}",
    open: "Buka percakapan",
    opening: "Sedang mengambil dan memeriksa percakapan …",
    loading: "Daftar kata sedang dimuat. Anda sudah dapat mengetik.",
    pasteAll: "Ketik atau tempel semua kata sekaligus",
    oneByOne: "Ketik kata demi kata",
    allWords: "Dua belas kata, dipisahkan spasi",
    neverSent:
      "Kata-kata diperiksa di perangkat ini dan tidak pernah dikirim. Tidak ada yang disimpan setelah halaman ditutup.",
    lost: "Kode hilang?",
    lostText:
      "Kode tidak dapat dipulihkan, oleh kami juga tidak. Anda dapat {report} dan menyebut bahwa Anda pernah melapor.",
    makeReport: "membuat laporan baru",
    removed: "Laporan ini sudah tidak disimpan lagi",
    removedText:
      "Kata-kata Anda benar. Menurut server, instansi menghapus laporan ini pada {date}: dua anggota menyetujuinya, dan 30 hari sudah lewat. Halaman ini tidak dapat memeriksanya, dan ini dapat keliru. Bila laporan ini penting, silakan buat laporan baru: sebutkan bahwa pernah ada laporan sebelumnya, dan tambahkan keterangan yang membantu pemeriksaan.",
    removedReport: "Buat laporan baru",
    notFound: "Mohon periksa kata-kata dan urutannya",
    notFoundText:
      "Tidak ada percakapan yang terbuka dengan kata-kata ini. Satu kata mungkin keliru walaupun ada dalam daftar. Kotak pesan yang sudah dimusnahkan juga tidak terbuka lagi.",
  },

  protect: {
    title: "Saya memerlukan perlindungan",
    lead: "Bila Anda dalam bahaya sekarang, hubungi polisi atau orang yang Anda percayai lebih dahulu.",
    two: "Dua jenis perlindungan",
    office:
      "Perlindungan dari kantor ini: kerahasiaan, dan pembatasan siapa yang membaca laporan, menurut aturan kantor. Mintalah lewat laporan atau percakapan; identitas tidak diperlukan.",
    statute:
      "Perlindungan menurut undang-undang diberikan oleh LPSK. Permohonan diajukan tertulis dan memerlukan identitas; LPSK memutus dalam 7 hari (UU 31/2014, Pasal 29). Perlindungan itu menyangkut laporan kepada penegak hukum.",
    ask: "Minta perlindungan dalam percakapan ini",
    askHint:
      "Tulis apa yang Anda khawatirkan, dari siapa, dan apakah mendesak. Sebut apa yang tidak boleh kami lakukan.",
    askSend: "Kunci dan kirim permohonan",
    inReport: "Buat laporan dan minta perlindungan",
  },

  genuine: {
    title: "Apakah halaman ini asli?",
    lead: "Halaman palsu dapat meniru tampilan ini. Tiga pemeriksaan berikut membantu Anda membedakannya.",
    address: "1. Lihat alamatnya",
    addressText:
      "Di bagian atas peramban, alamatnya perlu sama persis dengan yang ada di poster resmi. Peramban Anda sekarang membuka:",
    addressHint: "Ketik sendiri alamatnya dari poster. Jangan lewat tautan yang dikirim orang.",
    onion: "Alamat untuk Tor Browser:",
    roots: "2. Cocokkan dua belas kata ini",
    rootsText:
      "Ini sidik kunci akar. Kata-katanya perlu sama dengan poster resmi di kantor layanan, baris demi baris. Dapat juga dibacakan lewat telepon.",
    asNumbers: "Sidik yang sama sebagai angka",
    rootsNeeded: "Daftar penerima sah bila ditandatangani {threshold} dari {all} kunci akar.",
    row: "Baris {letter}",
    noCode: "Kata-kata ini boleh diketahui semua orang. Ini bukan kode laporan.",
    build: "3. Cocokkan sidik berkas halaman ini",
    buildText: "Untuk yang paham teknis, atau bersama orang yang Anda percaya.",
    buildHash: "Sidik semua berkas (SHA-256)",
    directory: "Daftar penerima",
    directoryLoading: "Sedang diambil dan diperiksa …",
    directoryText: "Versi {version}, tanda tangannya sah, berlaku sampai {until}",
    unprovable: "Yang tidak dapat dibuktikan di sini",
    unprovablePoints: [
      "Halaman palsu juga dapat menampilkan kata yang benar. Karena itu periksa alamatnya lebih dahulu.",
      "Server yang diambil alih dapat menyajikan halaman yang sudah diubah, juga halaman pemeriksaan ini.",
      "Perangkat yang sudah disusupi dapat mengubah apa pun yang Anda lihat.",
    ],
    mismatch: "Ada yang tidak cocok?",
    mismatchText: "Jangan mengisi apa pun. Tutup halaman ini, lalu coba dari perangkat atau jaringan lain.",
  },

  cancelling: {
    title: "Hapus isian Anda?",
    lead: "Isian hanya ada di halaman ini dan belum terkirim. Sesudah dihapus, isian tidak dapat dikembalikan.",
    yes: "Ya, hapus isian",
    no: "Tidak, lanjutkan laporan",
  },

  refused: {
    title: "Laporan tidak dapat dikunci di sini",
    closed: "Laporan sedang tidak dapat diterima",
    noRandomness:
      "Pembangkit bilangan acak peramban ini tidak ada atau tidak dapat dipercaya. Tanpa itu laporan tidak dapat dikunci, jadi tidak ada yang dikirim.",
    youCan: "Yang dapat Anda lakukan",
    ways: [
      "Perbarui peramban ini, atau buka halaman ini di peramban atau perangkat pribadi lain.",
      "Kirim surat tanpa nama pengirim kepada {office}, atau datang langsung.",
    ],
  },

  /** Bila sesuatu gagal: apa yang terjadi; yang hilang selalu "tidak ada". */
  problems: {
    title: "Belum berhasil",
    nothingLost: "Tidak ada yang hilang; isian Anda tetap ada di halaman ini.",
    retry: "Coba lagi",
    unreachable: "Server tidak dapat dihubungi. Mohon periksa sambungan internet Anda.",
    busy: "Server sedang sibuk. Tidak ada yang tersimpan; mohon coba lagi sebentar lagi.",
    server: "Terjadi kesalahan di server. Mohon coba lagi sebentar lagi.",
    "awaiting-answer":
      "Untuk sementara, kasus ini belum dapat menerima tambahan sampai petugas menjawab, kecuali mungkin pesan pendek. Yang sudah terkirim tetap tersimpan. Mohon datang lagi dengan dua belas kata Anda setelah ada jawaban; halaman ini tidak menyimpan apa pun setelah ditutup.",
    "no-room":
      "Saat ini tempat di server tidak cukup untuk isi ini. Tidak ada yang tersimpan. Teks yang lebih pendek (sampai sekitar 60.000 karakter) mungkin masih dapat diterima; jika tidak, mohon coba lagi nanti atau hubungi kantor dengan cara lain.",
    "asks-too-much":
      "Server meminta perangkat ini bekerja melebihi yang diperbolehkan. Permintaan itu tidak diikuti, dan tidak ada yang dikirim. Mohon coba dari jaringan lain; jika tetap begini, beri tahu kantor dengan cara lain.",
    refused:
      "Server menolak data yang terkunci. Laporan tidak tercatat. Mohon muat ulang halaman ini di jendela lain, lalu coba lagi.",
    directory:
      "Daftar penerima dari server tidak sah, jadi tidak ada laporan yang dikunci dan tidak ada yang dikirim. Coba dari perangkat atau jaringan lain; bila tetap begini, beri tahu kantor lewat jalan lain.",
    "two-views":
      "Tanda bahaya: server memberi daftar penerima yang lain atau lebih lama daripada sebelumnya. Tidak ada yang dikirim. Mohon jangan lanjutkan di sini: coba lagi nanti dari perangkat atau jaringan lain, atau beri tahu kantor lewat jalan lain.",
    clock:
      "Jam perangkat ini menunjukkan {today}, sedangkan daftar penerima berlaku {from} sampai {until}. Bila jam perangkat keliru, betulkan; bila benar, beri tahu kantor. Tidak ada yang dikirim.",
    lapsed:
      "Kantor belum menegaskan bahwa daftar penerimanya masih berlaku, jadi untuk sementara tidak ada yang dapat dikirim dengan aman. Menurut perangkat ini sekarang {today}; bila keliru, betulkan tanggalnya. Tidak ada yang dikirim. Mohon coba lagi besok, atau beri tahu kantor lewat jalan lain.",
    "too-old": "Halaman ini terlalu lama untuk daftar penerima. Mohon muat ulang halaman.",
    noChannel: "Daftar penerima tidak memuat saluran untuk laporan.",
    "channel-closed":
      "Saluran ini sedang tidak dapat menerima laporan: pembacanya yang berlaku hari ini kurang dari dua orang. Tidak ada yang dikirim. Mohon coba lagi besok, atau beri tahu kantor lewat jalan lain.",
    unknown: "Terjadi kesalahan yang tidak kami duga. Tidak ada yang dikirim.",
  },
} as const;
