/** Latihan sebelum kantor dibuka untuk umum. */
export const OPENING = {
  title: "Latihan: kantor belum dibuka untuk umum",
  lead: "Di halaman Pelapor tertulis bahwa ini latihan. Kerjakan bersama lima hal ini; urutannya bebas, dan keadaannya dibaca dari server.",
  look: "Lihat lagi keadaannya",
  isDone: "sudah",
  isMissing: "belum",
  steps: {
    opened: "Sebuah laporan latihan dibuka",
    answered: "Laporan itu dijawab",
    replied: "Pengirimnya kembali",
    regranted: "Seorang anggota melupakan semuanya",
    recovery: "Pemulihan dilatih",
  },
  what: {
    opened: "Kirim laporan karangan dari telepon, lewat halaman Pelapor, tanpa nama sungguhan. Dua pembaca membukanya.",
    answered: "Seorang pembaca menulis jawaban kepada Pelapor.",
    replied: "Pengirimnya masuk dengan dua belas kata, membaca jawaban, dan membalas.",
    regranted:
      "Di halaman masuk ia membuat kunci baru dengan enam kata baru. Pemegang kunci akar menandatangani daftar berikutnya, rekan memberinya laporan itu lagi, dan ia membukanya.",
    recovery:
      "Di “Orang dan kunci”, simpan berkas latihan ke flash disk. Di halaman kunci lembar kustodian dan gembok diketik; jawabannya dibawa kembali ke sana.",
  },
  who: {
    opened: "siapa saja, lalu dua pembaca",
    answered: "seorang pembaca",
    replied: "yang mengirimnya",
    regranted: "seorang anggota, pemegang kunci akar, dan rekannya",
    recovery: "kustodian dan seorang pemegang kunci akar",
  },
  turn: "Giliran: {who}.",
  missing: "Masih kurang: {n} dari 5.",
  changes:
    "Semua sudah dilatih. Sesudah dibuka, halaman Pelapor tidak lagi menyebut latihan, dan setiap laporan yang masuk adalah sungguhan.",
  stays:
    "Laporan latihan tetap ada sampai dua anggota membuangnya. Pembukaan tidak dapat dibatalkan; saluran dapat ditutup.",
  open: "Buka untuk umum",
  others: "Penanggung jawab atau administrator membukanya.",
  opened: "Kantor sudah dibuka untuk umum sejak {day}.",
} as const;
