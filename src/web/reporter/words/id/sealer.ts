/** Bahasa Indonesia: berkas segel-lapor.html, yang mengunci laporan tanpa jaringan. */
export const SEALER = {
  title: "Tulis laporan tanpa jaringan",
  lead: "Berkas ini mengunci laporan untuk {office} di perangkat ini, tanpa internet. Hasilnya satu berkas tersegel, yang dapat diserahkan siapa pun.",
  begin: "Tulis laporan",
  preparing: "Formulir sedang disiapkan. Tombol ini memerlukan JavaScript.",
  checking: "Daftar pembaca di berkas ini sedang diperiksa …",
  holds: "Berkas ini dapat dipakai sampai {until}. Sekitar tiga menit, dua isian wajib.",
  fails: "Berkas ini tidak dapat dipakai",
  how: [
    "Anda mengisi formulir yang sama seperti di halaman laporan. Tidak ada yang dikirim: halaman ini tidak dapat menghubungi internet.",
    "Anda mendapat kode dua belas kata, lalu menyimpan berkas tersegel.",
    "Berkas itu diserahkan di halaman laporan, lewat surat, atau dengan flashdisk: oleh Anda atau oleh orang lain. Tidak seorang pun di perjalanan dapat membacanya.",
    "Dengan dua belas kata Anda memeriksa nanti di halaman laporan apakah berkas sudah sampai, dan membaca jawaban kami.",
  ],
  cannot: {
    title: "Yang tidak dapat kami janjikan",
    points: [
      [
        "Bahwa berkas sampai.",
        "Pembawanya dapat menahannya atau terlambat menyerahkannya; halaman ini tidak dapat mengetahuinya.",
      ],
      ["Pembawa yang diam.", "Pembawa tidak dapat membaca isinya, tetapi tahu dari siapa ia menerima berkas."],
      [
        "Jejak di perangkat.",
        "Halaman ini tidak menyimpan apa pun, tetapi berkas yang Anda simpan dapat ditemukan. Hapuslah setelah diserahkan.",
      ],
      ["Perangkat yang diawasi.", "Jika perangkat ini dipantau orang lain, kami tidak dapat mencegahnya."],
      ["Tebakan dari cerita.", "Rincian yang hanya diketahui sedikit orang dapat mengarah kepada Anda."],
    ],
  },
  compare:
    "Berkas palsu dapat meniru tampilan ini. Cocokkan dua belas kata ini dengan poster resmi di kantor layanan, baris demi baris, dan ambillah berkas ini dari sumber yang Anda percaya:",
  withoutScript: {
    title: "JavaScript tidak aktif di peramban ini",
    what: "Tanpa JavaScript, laporan tidak dapat dikunci di perangkat Anda. Karena itu formulir tidak dibuka. Yang dapat Anda lakukan:",
    ways: [
      "Aktifkan JavaScript untuk berkas ini, atau buka di peramban atau perangkat pribadi lain.",
      "Kirim surat tanpa nama pengirim kepada {office}, atau datang langsung. Surat dan kunjungan tidak melalui penguncian ini.",
    ],
  },
  empty:
    "Berkas ini belum memuat daftar pembaca. Ambillah segel-lapor.html dari halaman laporan instansi atau dari kantornya, lalu buka berkas itu.",
  evidence:
    "Foto dan dokumen tidak ikut dalam berkas tersegel. Anda dapat mengirimnya nanti di halaman laporan, dengan dua belas kata. Bukti apa yang ada, sudah dapat Anda tulis di langkah sebelumnya.",
  locking: "Laporan sedang dikunci",
  lockingText: "Biasanya beberapa detik. Tidak ada yang dikirim.",
  editAgain: "Kembali dan ubah laporan",

  save: {
    title: "Simpan berkas tersegel",
    lead: "Laporan Anda terkunci di dalam berkas ini. Berkasnya tidak memuat nama Anda, dan kode dua belas kata tidak ada di dalamnya.",
    save: "Simpan berkas tersegel",
    again: "Simpan sekali lagi",
    fileName: "berkas.dat",
    saved:
      "Peramban menyimpannya dengan nama {name}, biasanya di folder unduhan. Mohon pastikan berkasnya ada; sesudah halaman ini ditutup, berkas tidak dapat dibuat lagi.",
    how: "Cara menyerahkan",
    atPage:
      "Di halaman laporan: siapa pun dapat memilih “Serahkan berkas tersegel” di bagian bawah, lalu memilih berkas ini.",
    atAddress: "Alamat halaman laporan:",
    byHand: "Lewat surat atau flashdisk kepada {office}. Petugas menyerahkannya tanpa dapat melihat isinya.",
    before:
      "Usahakan sebelum {before}. Makin lama di perjalanan, makin mungkin pembacanya sudah berganti; berkas itu lalu tidak diterima lagi, dan laporan perlu ditulis ulang.",
    twice: "Boleh diserahkan lebih dari sekali, juga oleh beberapa orang: laporan tidak tercatat dua kali.",
    know: "Mohon diketahui",
    notKnown:
      "Halaman ini tidak tahu apakah berkas sudah sampai. Periksa beberapa hari kemudian di halaman laporan, dengan dua belas kata.",
    carrier:
      "Yang memegang berkas tahu bahwa ini berkas tersegel, dan untuk instansi mana. Isinya tidak dapat dibacanya.",
    remove: "Hapus berkas dari perangkat ini setelah diserahkan.",
    done: "Selesai",
    notSaved: "Berkas belum disimpan. Simpan dahulu: tanpa berkas itu laporan tidak dapat diserahkan.",
  },
  done: {
    title: "Selesai",
    lead: "Laporan belum sampai kepada siapa pun: berkas tersegel masih perlu diserahkan. Kode dua belas kata hanya ada di catatan Anda.",
    leave: "Tutup halaman ini. Riwayat peramban masih menunjukkan bahwa berkas ini dibuka.",
  },

  /** Yang di halaman laporan berbunyi lain, karena di sini tidak ada yang dikirim. */
  instead: {
    who: {
      evidenceHint: "Bukti apa yang ada, dan di mana. Berkasnya dapat dikirim nanti, dengan kode laporan.",
    },
    readers: { loading: "Daftar pembaca sedang diperiksa tanda tangannya …" },
    review: {
      title: "Periksa, lalu kunci",
      beforeSending: "Sebelum mengunci",
      cannotReopen:
        "Setelah terkunci, laporan tidak dapat Anda buka lagi, juga dengan kode laporan. Itu melindungi Anda bila kode jatuh ke tangan orang lain. Keterangan baru selalu dapat Anda tambahkan setelah berkas diserahkan.",
      send: "Kunci laporan",
      lockReady: "Siap dikunci. Tidak ada yang dikirim.",
    },
    code: {
      received: "Laporan sudah terkunci, belum diserahkan",
      loading: "Daftar kata sedang disiapkan. Mohon jangan tutup halaman ini.",
      know: [
        ["Kode tidak dapat dipulihkan.", "Kami tidak menyimpannya. Bila hilang, Anda dapat membuat laporan baru."],
        [
          "Jangan berikan kepada siapa pun,",
          "juga kepada pembawa berkas dan yang mengaku petugas. Kami tidak pernah memintanya.",
        ],
        [
          "Pemegang kode dapat membaca jawaban kami dan menulis atas nama Anda,",
          "tetapi tidak dapat membuka laporan yang sudah terkunci. Bila kode pernah dilihat orang lain, jangan dipakai lagi: buat laporan baru.",
        ],
      ],
    },
    problems: {
      directory:
        "Daftar pembaca di berkas ini tidak sah, jadi laporan tidak dikunci untuk siapa pun. Mohon ambil berkas segel-lapor.html dari sumber lain yang Anda percaya.",
      clock:
        "Jam perangkat ini menunjukkan {today}, sedangkan daftar pembaca di berkas ini berlaku {from} sampai {until}. Bila jam perangkat keliru, betulkan; bila benar, mintalah segel-lapor.html yang baru kepada instansi.",
      lapsed:
        "Masa pakai berkas ini sudah lewat. Menurut perangkat ini sekarang {today}; bila keliru, betulkan tanggalnya. Bila benar, mintalah segel-lapor.html yang baru kepada instansi.",
      "too-old": "Berkas ini terlalu lama untuk daftar pembacanya. Mohon ambil segel-lapor.html yang baru.",
      "channel-closed":
        "Saluran ini sedang tidak dapat menerima laporan: pembacanya yang berlaku hari ini kurang dari dua orang. Mohon mintalah segel-lapor.html yang baru kepada instansi.",
      unknown: "Terjadi kesalahan yang tidak kami duga. Tidak ada yang dikirim.",
    },
  },
} as const;
