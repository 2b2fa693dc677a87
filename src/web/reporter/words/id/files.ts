/** Bahasa Indonesia: memilih, membersihkan, mengirim, dan menyimpan berkas. */
import type { Remainder } from "../../../../evidence/findings.ts";
import type { Warning } from "../../../../evidence/types.ts";
import { FINDING_NAMES, REASON_NAMES } from "../../../../words/glossary/id.ts";

export const FILES = {
  lead: "Boleh dilewati. Foto, dokumen, rekaman suara, atau video. Laporan dikirim lebih dahulu, lalu berkas; halaman ini perlu tetap terbuka sampai berkas selesai.",
  limits: "Paling besar 1 GB untuk satu berkas; paling banyak 50 berkas dan 5 GB untuk satu laporan.",
  how: {
    report:
      "Data tersembunyi yang kami kenal, misalnya lokasi foto, dihapus dan berkas dikunci di perangkat ini. Pengiriman baru dimulai di langkah terakhir.",
    message:
      "Data tersembunyi yang kami kenal, misalnya lokasi foto, dihapus dan berkas dikunci di perangkat ini. Pengiriman baru dimulai bersama pesan Anda.",
  },
  choose: "Pilih berkas",
  camera: "Ambil foto",
  paste: "Tangkapan layar juga dapat ditempel di sini, dan berkas dapat diseret ke sini.",
  /** Nama netral: lampiran-01.jpg */
  attachment: "lampiran",
  count: "{n} berkas akan dikirim, {size}",
  waiting: "{n} berkas menunggu keputusan Anda dan belum akan dikirim.",
  formerly: "Nama asli (tidak dikirim): {name}",
  looking: "Data tersembunyi sedang dicari di perangkat ini. Sementara itu Anda boleh melanjutkan.",
  allLooked: "Pencarian data tersembunyi di perangkat ini selesai untuk semua berkas.",
  notAllLooked: "Pencarian data tersembunyi tidak berhasil untuk semua berkas.",
  replace: "Ganti berkas",
  remove: "Lepas",
  ownName: "Pakai nama aslinya",
  anyway: "Tetap lampirkan",
  notAnyway: "Ubah pilihan",
  asIs: "Jangan dibersihkan",
  cleanAgain: "Bersihkan lagi",

  outcome: {
    removed: "Dihapus:",
    nothing: "Tidak ditemukan data tersembunyi dari jenis yang kami kenal.",
    plain: "Berkas teks ini tidak memuat data tersembunyi dari jenis yang kami kenal. Isinya tidak kami ubah.",
    empty: "Berkas ini kosong.",
    sealed:
      "Berkas ini sudah terkunci, jadi isinya tidak dapat dilihat di sini. Untuk membukanya, pemeriksa memerlukan kunci atau kata sandinya; itu dapat Anda tulis dalam pesan. Di luarnya mungkin tertulis untuk kunci siapa berkas itu dikunci, kadang juga kunci Anda.",
    check: "Mohon periksa:",
    unchanged: "Bagian yang terlihat tidak kami ubah.",
    stays: "Masih ada di dalamnya:",
    asIs: "Akan dikirim tanpa dibersihkan, dengan nama aslinya dan semua data di dalamnya.",
    ownName: "Akan dikirim dengan nama aslinya.",
    anyway: "Akan dikirim tanpa dibersihkan.",
    asked: "Belum akan dikirim. Mohon pilih salah satu, atau lanjutkan tanpa berkas ini.",
    without: "Tekan sekali lagi untuk melanjutkan tanpa berkas ini.",
    others: "dan {n} lainnya",
  },
  findings: FINDING_NAMES,
  reasons: REASON_NAMES,
  inside: {
    may: "Di dalamnya mungkin ada {what}.",
    also: "Mungkin ada juga {what}.",
    document: "nama pembuat, nama komputer, atau riwayat suntingan",
    picture: "lokasi, waktu, atau nama perangkat",
    recording: "lokasi, waktu, atau nama perangkat",
    other: "data yang dapat mengarah kepada Anda",
    safer: "Lebih aman: buat tangkapan layarnya, lalu lampirkan gambarnya.",
    encrypted: "Untuk membukanya, pemeriksa memerlukan kata sandinya; itu dapat Anda tulis dalam pesan.",
  },
  warnings: {
    program: "Ini sebuah program. Demi keamanan, pemeriksa mungkin tidak dapat membukanya.",
    macro: "Dokumen ini memuat program kecil (makro). Demi keamanan, pemeriksa mungkin tidak dapat membukanya.",
    archive:
      "Ini berkas gabungan (misalnya ZIP); berkas di dalamnya tidak kami bersihkan. Demi keamanan, pemeriksa mungkin tidak dapat membukanya. Lebih baik lampirkan berkasnya satu per satu.",
    "active-content":
      "Ada bagian yang berjalan sendiri saat berkas ini dibuka. Demi keamanan, pemeriksa mungkin tidak dapat membukanya.",
    "sealed-archive": "Isinya terkunci: pemeriksa memerlukan kata sandi atau kuncinya.",
  } as const satisfies Partial<Record<Warning, string>>,
  remains: {
    title: "Yang tidak dapat kami hapus",
    lead: "Tergantung isi berkas, hal-hal ini tetap ada. Mohon pertimbangkan apakah dapat mengarah kepada Anda:",
    items: {
      "visible-content": "yang terlihat: wajah, nama, kop surat, tanda air, jam di layar",
      "sound-and-streams": "suara yang terdengar, dan catatan alat di dalam aliran suara atau gambar",
      "colour-profile": "pengaturan warna layar atau kamera (namanya dihapus)",
      "document-text": "tulisan, komentar, dan perubahan di dalam dokumen",
      "inner-files": "gambar dan berkas di dalam dokumen, dengan data tersembunyinya sendiri",
      "not-looked-into": "bagian yang terlalu besar atau tidak dikenal, sehingga tidak dapat diperiksa",
    } as const satisfies Record<Remainder, string>,
  },
  review: {
    asIs: "{n} di antaranya akan dikirim tanpa dibersihkan.",
    uncleaned: "tanpa dibersihkan",
    looking: "{n} berkas masih dicari data tersembunyinya. Pengiriman menunggu sampai selesai.",
    leftOut: "{n} berkas tidak akan dikirim. Alasannya ada di langkah 3.",
    none: "Tidak ada berkas yang akan dikirim.",
  },

  added: "{n} berkas ditambahkan.",
  removed: "{name} dilepas dari daftar.",
  tooMany: "{n} berkas tidak ditambahkan: paling banyak 50 berkas dan 5 GB. Yang lain tetap ada.",
  problems: {
    "too-large":
      "Berkas ini lebih besar dari 1 GB, jadi tidak ikut dikirim. Bila dapat, bagilah menjadi beberapa berkas.",
    "unreadable-file":
      "Berkas ini tidak dapat dibaca, jadi tidak ikut dikirim. Mungkin sudah dipindahkan, sedang dipakai program lain, atau yang dipilih adalah folder.",
    "worker-gone":
      "Data tersembunyi di berkas ini belum dicari, jadi tidak ikut dikirim. Bagian halaman yang membersihkan dan mengunci berkas gagal dimuat atau berhenti.",
  },

  sending: {
    title: "Berkas sedang dikirim",
    more: "Rincian dan pilihan",
    amount: "{stored} dari {total} sudah sampai, termasuk data pengisi agar ukuran aslinya tidak dapat ditebak",
    keepOpen: "Tulisan Anda sudah diterima. Mohon biarkan halaman ini terbuka sampai berkas selesai.",
    left: {
      seconds: "Kurang dari satu menit lagi.",
      minutes: "Sekitar {n} menit lagi.",
      hours: "Sekitar {n} jam lagi.",
    },
    rate: "{size} per detik.",
    measuring: "Kecepatan sedang diukur.",
    cut: "Sambungan terputus; sedang dicoba lagi secara otomatis. Yang sudah sampai tidak dikirim ulang.",
    busy: "Server sedang sibuk; sedang dicoba lagi secara otomatis. Yang sudah sampai tidak dikirim ulang.",
    paused: "Pengiriman berkas dijeda",
    pausedText: "Yang sudah sampai tidak dikirim ulang.",
    pause: "Jeda pengiriman",
    goOn: "Lanjutkan",
    end: "Batalkan pengiriman berkas",
    leaveOut: "Jangan kirim berkas ini",
    there: "sudah sampai",
    of: "{percent}% sudah sampai",
    done: "Semua berkas sudah diterima",
    doneText: "Bila kode sudah Anda catat, halaman ini boleh ditutup.",
    ended: "Pengiriman berkas dibatalkan",
    failed: "Berkas belum terkirim",
    tooLate: "Berkas sudah sampai sebelum sempat dibatalkan, jadi tidak dapat ditarik kembali.",
    ending: "Pengiriman berkas sedang dibatalkan",
    endingText: "Kami memeriksa dahulu apakah berkas sudah sampai. Mohon biarkan halaman ini terbuka sebentar.",
    unclear: "Belum pasti apakah berkas sudah sampai",
    unclearText:
      "Server belum menjawab, jadi berkas mungkin sudah sampai dan mungkin belum. Anda dapat mencoba membatalkan sekali lagi, atau melanjutkan pengiriman.",
    endAgain: "Coba batalkan lagi",
    later:
      "Bila halaman ini tertutup, tulisan dan kode Anda tetap berlaku. Berkas yang belum diterima dapat dikirim nanti: buka Periksa status laporan dengan dua belas kata, lalu lampirkan pada pesan.",
    retry: "Coba lagi",
    close: "Tutup pemberitahuan ini",
    why: {
      "unreadable-file":
        "Berkas ini tidak dapat dibaca lagi; mungkin sudah dipindahkan atau berubah. Anda dapat mengirim berkas lainnya tanpa berkas ini.",
      "worker-gone":
        "Bagian yang mengunci berkas gagal dimuat atau berhenti. Tidak ada yang dikirim tanpa dikunci. Mohon coba lagi.",
      "too-many-files": "Laporan ini sudah memuat berkas sebanyak yang dapat diterima (50 berkas, 5 GB).",
      "awaiting-answer":
        "Tempat untuk berkas laporan yang belum dijawab petugas sedang penuh. Tulisan Anda sudah diterima. Berkas dapat dikirim setelah ada jawaban: datang lagi dengan dua belas kata, lalu lampirkan pada pesan.",
      "asks-too-much":
        "Server meminta perangkat ini bekerja melebihi yang diperbolehkan, jadi pengiriman dihentikan. Mohon coba dari jaringan lain.",
      "storage-full": "Tempat untuk berkas di server sedang penuh. Mohon coba lagi nanti.",
      alarm:
        "Pengiriman dihentikan karena ada tanda bahaya pada percakapan ini. Mohon jangan menulis di sini dahulu; penjelasannya ada di Periksa status laporan.",
      "not-found": "Server tidak mengenal percakapan ini lagi. Mungkin kotak pesannya sudah dimusnahkan.",
      unknown: "Terjadi kesalahan yang tidak kami duga. Mohon coba lagi.",
    },
    spoken: {
      running: "Berkas sedang dikirim.",
      paused: "Pengiriman berkas dijeda.",
      failed: "Berkas belum terkirim.",
      done: "Semua berkas sudah diterima.",
      ended: "Pengiriman berkas dibatalkan.",
      ending: "Pengiriman berkas sedang dibatalkan.",
      arrived: "Berkas sudah sampai sebelum sempat dibatalkan.",
      unclear: "Belum pasti apakah berkas sudah sampai.",
    },
  },

  fetching: {
    save: "Unduh",
    saveOne: "Unduh {name}",
    begins: "Berkas sedang diambil …",
    amount: "{opened} dari {total} sudah diambil dan diperiksa",
    waits: "Sambungan terputus atau server sibuk; sedang dicoba lagi secara otomatis.",
    done: "Berkas utuh dan asli. Peramban sedang menyimpannya.",
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
} as const;
