/** Pemberitahuan: what is said about being told, in Indonesian. */

export const NOTICES = {
  title: "Pemberitahuan",
  lead: "Surel hanya mengatakan bahwa ada yang baru: selalu dengan kata yang sama, tanpa nomor, nama, jumlah, atau tautan.",
  notOffered: "Kantor ini belum memasang server surel. Mohon tanyakan kepada administrator.",
  address: "Alamat surel",
  addressHint: "Server dan pengelola surel kantor mengetahui alamat ini. Gunakan alamat kantor.",
  addressWrong: "Alamat ini tidak berbentuk alamat surel.",
  hours: "Jam sendiri",
  /** {hours}: as the office has set them */
  hoursHint:
    "Boleh dikosongkan: surel dikirim pada jam kantor, {hours} ({zone}). Jika diisi, pisahkan dengan koma, pada seperempat jam, misalnya 09:30, 15:00.",
  hoursWrong: "Jam harus pada seperempat jam, paling banyak enam, misalnya 09:30, 15:00.",
  weekdays: "Hari",
  onDaysOff: "Juga pada hari libur kantor",
  whenNothing: "Kirim juga jika tidak ada yang baru",
  whenNothingHint: "Dengan begitu, ada atau tidaknya surel tidak mengatakan apa pun kepada orang lain.",
  urgent: "Yang mendesak tidak menunggu jam",
  urgentHint: "Misalnya Pelapor meminta perlindungan segera. Surel dikirim pada seperempat jam berikutnya, kapan pun.",
  absences: "Cuti",
  absencesHint: "Selama cuti tidak ada surel, juga untuk yang mendesak.",
  absence: "Cuti {n}",
  from: "Dari",
  to: "Sampai",
  addAbsence: "Tambah cuti",
  removeAbsence: "Hapus",
  absenceWrong: "Isi kedua tanggal; yang kedua tidak boleh lebih awal.",
  save: "Simpan",
  saved: "Tersimpan.",
  test: "Kirim surel percobaan",
  tested: "Server surel sudah menerima surel percobaan. Periksa kotak masuk Anda.",
  drop: "Hapus alamat dan berhenti",
  dropped: "Alamat sudah dihapus. Tidak ada lagi surel.",
  /** {day} */
  failed: "Surel untuk Anda belum terkirim sejak {day}: {why}",

  browser: "Di peramban ini",
  browserText:
    "Selama halaman ini terbuka, judul halaman diberi tanda titik jika ada yang baru. Peramban juga dapat menampilkan pemberitahuan “Segel: ada yang baru”, tanpa isi apa pun.",
  browserAsk: "Izinkan pemberitahuan peramban",
  browserOn: "Diizinkan. Untuk mematikannya, ubah izin situs ini di peramban.",
  browserOff: "Ditolak. Untuk mengizinkannya, ubah izin situs ini di peramban.",
  browserNone: "Peramban ini tidak menampilkan pemberitahuan.",

  failingTitle: "Surel yang belum terkirim",
  failingNone: "Semua surel pemberitahuan terkirim.",
  failingOff: "Server surel belum dipasang (SMTP_URL), sehingga tidak ada pemberitahuan lewat surel.",
  failingWho: "Anggota",
  failingWhy: "Alasan",
  failingSince: "Terakhir dicoba",
} as const;

export const MAIL_FAILURE_WORDS = {
  unreachable: "server surel tidak dapat dihubungi",
  login: "server surel menolak nama atau kata sandi Segel",
  "no-tls": "server surel tidak menawarkan sambungan yang aman (TLS)",
  refused: "server surel menolak alamat atau surelnya",
  unknown: "alasannya tidak diketahui",
} as const;

export const WEEKDAYS = {
  monday: "Senin",
  tuesday: "Selasa",
  wednesday: "Rabu",
  thursday: "Kamis",
  friday: "Jumat",
  saturday: "Sabtu",
  sunday: "Minggu",
} as const;
