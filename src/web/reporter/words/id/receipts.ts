/** Bahasa Indonesia: tanda terima yang diminta Pelapor, dan pemeriksaannya oleh siapa pun. */
export const RECEIPT = {
  title: "Tanda terima",
  lead: "Satu baris bertanda tangan, untuk menunjukkan bahwa instansi ini menerima sesuatu pada hari itu. Siapa pun dapat memeriksanya tanpa bertanya kepada kami.",
  know: [
    "Di dalamnya hanya ada instansi, tanggal, dan tanda tangan seorang pemeriksa. Tidak ada isi laporan, nomor register, atau kode dua belas kata.",
    "Siapa pun yang menemukannya pada Anda tahu bahwa Anda mengirim sesuatu ke saluran ini. Mintalah hanya bila Anda memerlukannya, dan simpanlah seperti kode Anda.",
    "Anggota yang menangani laporan ini dapat mengenali tanda terima yang mereka tanda tangani.",
  ],
  howLong: "Seorang pemeriksa menandatanganinya ketika membuka laporan ini; sesudah itu tanda terima muncul di sini.",
  ask: "Minta tanda terima",
  asking: "Permintaan sedang dikunci dan dikirim …",
  asked: "Tanda terima sudah diminta. Bukalah lagi bagian ini nanti.",
  notWritable: "Menulis dihentikan selama ada tanda bahaya. Tidak ada yang dikirim.",
  checking: "Tanda tangan sedang diperiksa …",
  notGenuine:
    "Tanda terima yang dikirim tidak lulus pemeriksaan, jadi tidak ditampilkan. Mohon tanyakan dalam percakapan.",
  says: "{office} menerima sesuatu melalui saluran pelaporannya pada {date}.",
  code: "Tanda terima sebagai kode QR",
  howToCheck: "Dapat diperiksa di halaman /tanda-terima saluran ini, atau dengan perintah: segel verify-receipt",
  print: "Cetak",
  save: "Simpan sebagai berkas",
  fileName: "tanda-terima.txt",
  back: "Kembali ke percakapan",

  checkTitle: "Periksa tanda terima",
  checkLead:
    "Untuk siapa pun yang ditunjuki tanda terima. Pemeriksaan berlangsung di peramban ini; baris yang Anda masukkan tidak dikirim.",
  line: "Baris tanda terima",
  lineHint: "Diawali segel-tt1. Spasi dan pindah baris tidak berpengaruh.",
  check: "Periksa",
  genuine: "Asli: {office} menerima sesuatu pada {date}",
  genuineMeans:
    "Ditandatangani seorang pemeriksa yang saat itu berwenang menurut daftar resmi. Tanda terima tidak menyebutkan apa yang diterima, dari siapa, atau apakah benar.",
  hasLeft:
    "Penanda tangan tidak lagi bertugas. Bila kuncinya kemudian jatuh ke tangan orang lain, orang itu dapat membuat baris seperti ini.",
  malformed: "Ini bukan baris tanda terima, atau ada huruf yang keliru",
  otherOffice: "Bukan tanda terima {office}",
  notSigned: "Tidak asli: tidak ditandatangani pemeriksa instansi ini",
  withoutUs:
    "Tanpa halaman ini: programnya terbuka untuk umum, dan perintah segel verify-receipt memeriksa dengan kunci akar yang Anda cocokkan sendiri.",
} as const;
