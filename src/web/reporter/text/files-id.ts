/** Bahasa Indonesia: memilih, mengirim, dan menyimpan berkas. */
export const FILES_ID = {
  lead: "Boleh dilewati. Foto, dokumen, rekaman suara, atau video. Laporan dikirim lebih dahulu; berkas menyusul dari halaman ini.",
  limits: "Paling besar 1 GB untuk satu berkas; paling banyak 50 berkas dan 5 GB untuk satu laporan.",
  hidden: "Data tersembunyi di dalam berkas belum dihapus",
  hiddenText:
    "Berkas dikunci di perangkat ini dan dikirim apa adanya, juga namanya. Di dalamnya mungkin ada lokasi, jenis dan nomor perangkat, nama penulis, atau riwayat suntingan yang dapat mengarah kepada Anda.",
  careful: [
    "Lebih aman: foto layar dari dokumen atau gambar itu, lalu lampirkan fotonya.",
    "Matikan lokasi pada kamera sebelum memotret.",
    "Periksa apakah nama, nomor pegawai, atau tanda khusus Anda tampak di dalamnya.",
  ],
  choose: "Pilih berkas",
  camera: "Ambil foto",
  count: (count: number, size: string) => `${count} berkas, ${size}`,
  added: (count: number) => `${count} berkas ditambahkan.`,
  removed: (name: string) => `${name} dihapus dari daftar.`,
  removeOne: (name: string) => `Hapus ${name}`,
  tooMany: (count: number) =>
    `${count} berkas tidak ditambahkan: paling banyak 50 berkas dan 5 GB. Yang lain tetap ada.`,
  problems: {
    "too-large":
      "Berkas ini lebih besar dari 1 GB, jadi tidak ikut dikirim. Bila dapat, bagilah menjadi beberapa berkas.",
    unreadable:
      "Berkas ini tidak dapat dibaca, jadi tidak ikut dikirim. Mungkin sudah dipindahkan, sedang dipakai program lain, atau sebuah folder.",
  },

  sending: {
    title: "Berkas sedang dikirim",
    more: "Rincian dan pilihan",
    amount: (stored: string, total: string) => `${stored} dari ${total} sudah sampai, termasuk isian kosong`,
    keepOpen: "Tulisan Anda sudah diterima. Mohon biarkan halaman ini terbuka sampai berkas selesai.",
    left: (seconds: number) =>
      seconds < 60
        ? "Kurang dari satu menit lagi."
        : seconds < 5_400
          ? `Sekitar ${Math.ceil(seconds / 60)} menit lagi.`
          : `Sekitar ${Math.ceil(seconds / 3_600)} jam lagi.`,
    rate: (size: string) => `${size} per detik.`,
    measuring: "Kecepatan sedang diukur.",
    cut: "Sambungan terputus; dicoba lagi sendiri. Yang sudah sampai tidak dikirim ulang.",
    busy: "Server sedang sibuk; dicoba lagi sendiri. Yang sudah sampai tidak dikirim ulang.",
    paused: "Pengiriman berkas dijeda",
    pausedText: "Yang sudah sampai tidak dikirim ulang.",
    pause: "Jeda pengiriman",
    goOn: "Lanjutkan",
    end: "Batalkan pengiriman berkas",
    leaveOut: "Jangan kirim berkas ini",
    there: "sudah sampai",
    of: (percent: number) => `${percent}% sudah sampai`,
    done: "Semua berkas sudah diterima",
    doneText: "Bila kode sudah Anda catat, halaman ini boleh ditutup.",
    ended: "Pengiriman berkas dibatalkan",
    failed: "Berkas belum terkirim",
    later:
      "Bila halaman ini tertutup, tulisan dan kode Anda tetap berlaku. Berkas yang belum diterima dapat dikirim nanti: buka Periksa status laporan dengan dua belas kata, lalu lampirkan pada pesan.",
    close: "Tutup pemberitahuan ini",
    why: {
      "unreadable-file":
        "Berkas ini tidak dapat dibaca lagi; mungkin sudah dipindahkan atau berubah. Anda dapat mengirim berkas lainnya tanpa berkas ini.",
      "too-many-files": "Laporan ini sudah memuat berkas sebanyak yang dapat diterima (50 berkas, 5 GB).",
      "storage-full": "Tempat untuk berkas di server sedang penuh. Mohon coba lagi nanti.",
      alarm:
        "Pengiriman dihentikan karena ada tanda bahaya pada percakapan ini. Buka Periksa status laporan untuk membacanya.",
      "not-found": "Server tidak mengenal percakapan ini lagi. Mungkin kotak pesannya sudah dimusnahkan.",
      unknown: "Terjadi kesalahan yang tidak kami duga. Mohon coba lagi.",
    },
    spoken: {
      running: "Berkas sedang dikirim.",
      paused: "Pengiriman berkas dijeda.",
      failed: "Berkas belum terkirim.",
      done: "Semua berkas sudah diterima.",
      ended: "Pengiriman berkas dibatalkan.",
    },
  },

  fetching: {
    save: "Unduh",
    saveOne: (name: string) => `Unduh ${name}`,
    begins: "Berkas sedang diambil…",
    amount: (opened: string, total: string) => `${opened} dari ${total} sudah diambil dan diperiksa`,
    done: "Berkas utuh dan asli. Peramban menyimpannya.",
    care: "Berkas itu kini ada di perangkat ini, dan dapat ditemukan orang lain yang memakainya.",
    why: {
      "file-missing":
        "Berkas ini tidak ada lagi di server, jadi tidak ada yang disimpan. Tanyakan lewat percakapan ini.",
      "file-damaged":
        "Berkas ini rusak atau telah diubah di server, jadi tidak ada yang disimpan. Tanyakan lewat percakapan ini.",
      unreachable: "Server tidak dapat dihubungi. Tidak ada yang disimpan; mohon coba lagi.",
      unknown: "Berkas tidak dapat diambil. Tidak ada yang disimpan; mohon coba lagi.",
    },
  },
};

export type FilesText = typeof FILES_ID;
