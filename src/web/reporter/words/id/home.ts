/** Bahasa Indonesia: halaman yang sudah ada sebelum skrip. Tanda yang boleh dipakai di dalamnya hanya `<b>`. */
export const HOME = {
  /** Di tautan pada halaman bahasa lain */
  ownName: "Indonesia",
  thisOffice: "instansi ini",
  quickExit: "Keluar cepat",
  title: "Laporkan dugaan pelanggaran tanpa menyebut nama",
  lead: "Saluran ini menerima laporan dugaan korupsi dan pelanggaran lain di semua unit kerja {office}.",
  report: "Buat laporan",
  check: "Periksa status laporan",
  /** Selama skrip belum ada, dan seterusnya bila JavaScript dimatikan */
  preparing: "Formulir sedang disiapkan. Kedua tombol ini memerlukan JavaScript.",
  effort: "Sekitar tiga menit, dua isian wajib.",
  withoutScript: {
    title: "JavaScript tidak aktif di peramban ini",
    what: "Tanpa JavaScript, laporan tidak dapat dikunci di perangkat Anda. Karena itu formulir tidak dibuka: isi laporan tidak boleh terkirim tanpa dikunci. Yang dapat Anda lakukan:",
    ways: [
      "Aktifkan JavaScript untuk alamat ini saja. Di Tor Browser, pilih tingkat keamanan “Safer”, bukan “Safest”.",
      "Buka halaman ini di peramban atau perangkat pribadi lain.",
      "Kirim surat tanpa nama pengirim kepada {office}, atau datang langsung. Surat dan kunjungan tidak melalui penguncian ini.",
    ],
  },
  how: [
    "Kami tidak meminta nama Anda dan tidak menyimpan alamat internet (IP) Anda.",
    "Isi laporan dikunci di perangkat Anda sebelum dikirim. Hanya pemeriksa yang ditunjuk yang dapat membukanya.",
    "Sesudah mengirim, Anda mendapat kode dua belas kata. Dengan kode itu Anda membaca jawaban kami dan menambah keterangan.",
  ],
  protection: ["Saya memerlukan perlindungan", "Bisa diminta tanpa membuat laporan"],
  unknown: {
    title: "Yang tidak kami ketahui tentang Anda",
    points: [
      ["Nama, surel, nomor telepon.", "Kami tidak memintanya."],
      ["Alamat internet (IP).", "Kami tidak menyimpannya."],
      ["Isi laporan.", "Server dan administrator sistem tidak dapat membacanya."],
      ["Jam pengiriman.", "Yang dicatat hanya tanggalnya."],
    ],
  },
  cannot: {
    title: "Yang tidak dapat kami janjikan",
    points: [
      ["Perangkat yang diawasi.", "Jika ponsel atau komputer Anda dipantau orang lain, kami tidak dapat mencegahnya."],
      [
        "Catatan jaringan.",
        "Jaringan kantor dapat mencatat bahwa alamat ini dibuka, walaupun tidak dapat melihat isi laporan.",
      ],
      [
        "Server yang diambil alih.",
        "Orang yang menguasai server dapat menyajikan halaman yang sudah diubah. Cara memeriksanya ada di bawah.",
      ],
      ["Tebakan dari cerita.", "Rincian yang hanya diketahui sedikit orang dapat mengarah kepada Anda."],
      ["Hasil pemeriksaan.", "Kami menjanjikan jawaban pada waktunya, bukan hasil tertentu."],
    ],
  },
  safer: {
    title: "Agar lebih aman",
    ownDevice: "Gunakan perangkat dan jaringan pribadi, bukan milik kantor.",
    tor: "Bila bisa, buka halaman ini lewat Tor Browser.",
    torAt: "Bila bisa, buka lewat Tor Browser, pada alamat ini:",
    exit: "<b>Keluar cepat</b> (atau tekan Esc tiga kali) mengganti halaman ini dengan {place}. Riwayat dan tembolok (cache) peramban masih menunjukkan bahwa halaman ini dibuka; yang Anda tulis tidak ada di keduanya. Jendela samaran (privat) atau Tor Browser tidak menyimpan keduanya.",
  },
  genuine: {
    title: "Apakah halaman ini asli?",
    compare: "Cocokkan dua belas kata ini dengan poster resmi di kantor layanan, baris demi baris:",
    noCode: "Kata-kata ini boleh diketahui semua orang. Ini <b>bukan</b> kode laporan.",
    row: "Baris {letter}",
    howTo: "Cara memeriksa keaslian halaman",
  },
  receipt: "Periksa tanda terima",
  carry: "Serahkan berkas tersegel",
  runBy: "Dikelola oleh {office}.",
  build: "Segel, sidik {hash}.",

  /** Halaman angka yang diumumkan, sebelum skripnya ada */
  figures: {
    link: "Angka yang diumumkan",
    title: "Angka laporan {office}",
    lead: "Berapa laporan yang diterima dan bagaimana ditindaklanjuti. Isi laporan dan orangnya tidak pernah diumumkan.",
    withoutScript:
      "Tanpa JavaScript, halaman ini tidak dapat memeriksa tanda tangannya dan tidak menampilkan tabel. Di sini hanya dapat diunduh jawaban server apa adanya. Berkas yang dapat diperiksa dengan segel figures verify disimpan dari halaman ini di peramban yang menjalankan JavaScript.",
    file: "Unduh jawaban server, belum diperiksa (JSON)",
    home: "Ke halaman awal",
  },

  /** Untuk alamat yang keliru */
  missing: {
    name: "Halaman tidak ada",
    title: "Halaman ini tidak ada",
    text: "Mohon periksa alamatnya. Tidak ada yang terkirim.",
    home: "Ke halaman awal",
  },
} as const;
