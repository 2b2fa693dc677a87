/** Bahasa Indonesia: menyerahkan berkas tersegel, dan mengambil berkas untuk menulis tanpa jaringan. */
export const CARRYING = {
  title: "Serahkan berkas tersegel",
  lead: "Untuk berkas yang ditulis tanpa jaringan dengan segel-lapor.html. Siapa pun boleh menyerahkannya, juga untuk orang lain.",
  know: "Halaman ini tidak dapat membaca isinya dan tidak bertanya siapa Anda. Pelapor membaca jawabannya sendiri, dengan dua belas kata.",
  choose: "Pilih berkas tersegel",
  working: "Berkas sedang diperiksa dan dikirim. Mohon biarkan halaman ini terbuka.",
  again: "Coba lagi",
  done: "Berkas tersegel ini ada pada instansi",
  doneText:
    "Bila sudah pernah diserahkan, laporan tidak tercatat dua kali. Berkasnya boleh dihapus dari perangkat ini. Kami tidak tahu siapa yang menyerahkannya.",
  failed: "Berkas tidak diserahkan",
  why: {
    "no-sealed-report": "Ini bukan berkas tersegel. Tidak ada yang dikirim. Mohon periksa apakah berkasnya benar.",
    "damaged-report":
      "Berkas tersegel ini rusak atau telah diubah, jadi tidak dapat diterima. Tidak ada yang dikirim. Mohon salin berkas aslinya sekali lagi.",
    "other-office":
      "Berkas ini disegel untuk instansi lain. Tidak ada yang dikirim. Mohon serahkan di halaman laporan instansi itu.",
    "sealed-too-long-ago":
      "Berkas ini disegel terlalu lama, atau para pembacanya sudah berganti. Tidak ada yang disimpan. Pelapor perlu menulis laporan baru dengan segel-lapor.html yang baru.",
    conflict: "Laporan lain sudah tercatat dengan kode yang sama. Tidak ada yang disimpan.",
  },

  offline: "Tulis laporan tanpa jaringan",
  offlineText:
    "Simpan segel-lapor.html, lalu buka di perangkat mana pun tanpa internet, misalnya dari flashdisk. Di dalamnya ada formulir yang sama dan daftar pembaca yang berlaku sekarang.",
  holds: "Berkas yang diambil hari ini dapat dipakai sampai {until}.",
  get: "Simpan segel-lapor.html",
  getting: "Berkas sedang diambil dan diperiksa …",
  saved:
    "Peramban menyimpannya sebagai segel-lapor.html. Siapa pun yang menemukannya tahu bahwa Anda mengambilnya dari sini.",
} as const;
