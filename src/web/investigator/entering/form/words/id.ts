/** What is said while a report that came otherwise is entered, in Indonesian. */
export const ENTERING = {
  title: "Catat laporan yang datang dengan cara lain",
  lead: "Surat, telepon, kunjungan, atau pesan. Dikunci di perangkat ini untuk pembaca saluran, sama seperti laporan dari halaman Pelapor.",
  sealed: "Berkas tersegel",
  sealedText:
    "Yang datang lewat surat atau flashdisk dan ditulis dengan segel-lapor.html. Berkas diserahkan atas nama Pelapor: Anda tidak melihat isinya di sini, dan tidak ada tanda bahwa Anda yang membawanya.",
  chooseSealed: "Pilih berkas tersegel",
  handing: "Berkas sedang diperiksa dan diserahkan …",
  handed:
    "Berkas tersegel ini ada di server. Bila baru, laporannya muncul dalam daftar seperti laporan lain; bila sudah pernah diserahkan, tidak tercatat dua kali.",
  way: "Datang melalui",
  receivedOn: "Diterima pada",
  receivedHint:
    "Batas waktu dihitung sejak laporan dicatat di sini; sebutkan kepada rekan bila tanggalnya jauh berbeda.",
  note: "Keterangan untuk rekan",
  noteHint:
    "Misalnya nomor agenda. Jangan menulis nama atau nomor telepon orang yang melapor bila ia tidak mengizinkannya.",
  channel: "Saluran",
  category: "Kategori",
  amountHint: "Dalam rupiah, angka saja",
  excluded: "Jangan dapat dibaca oleh",
  excludedHint:
    "Anggota yang disebut dalam laporan atau dekat dengan Terlapor. Paling sedikit dua anggota harus dapat membacanya.",
  scans: "Pindaian dan berkas lain",
  code: "Buatkan kode dua belas kata untuk orang yang melapor",
  codeHint:
    "Hanya bila ia menginginkannya dan ada di sini. Tanpa kode, tidak seorang pun dapat kembali ke percakapan ini.",
  required: "(wajib)",
  missing: "Masih kosong.",
  future: "Tanggal ini belum tiba.",
  submit: "Kunci dan simpan",
  submitting: "Mengunci dan menyimpan …",
  cancel: "Kembali ke daftar",
  done: "Laporan tersimpan: {number}",
  doneText: "Laporan sudah ada dalam daftar, dengan tanda bahwa laporan dicatat oleh anggota.",
  wordsTitle: "Kode untuk orang yang melapor",
  wordsText:
    "Hanya ditampilkan sekali. Cetak atau salin di kertas, serahkan langsung, dan jangan menyimpan salinannya: pemegang kode dapat menulis sebagai Pelapor.",
  print: "Cetak kode",
  openCase: "Buka kasus ini",
  another: "Catat laporan lain",
} as const;
