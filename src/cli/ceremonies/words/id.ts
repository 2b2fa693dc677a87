/** Kunci akar dan kunci pemulihan di baris perintah. */

export const CEREMONY = {
  keyPage: "Lakukan ini di komputer tanpa jaringan. Jangan biarkan orang lain melihat layarnya.",
  rootWords: "24 kata kunci akar. Tulis di kertas, berurutan; tidak akan ditampilkan lagi.",
  lockWords: "24 kata gembok kunci pemulihan, untuk setiap pemegang kunci akar. Tulis di kertas, berurutan.",
  shareLines: "Lembar kustodian {number} dari {total}. Hanya kustodian itu yang melihat layar. Tulis kelima barisnya.",
  ceremony: "Nomor pembagian: {ceremony}. Tanda bagian: {mark}.",
  written: "Tekan Enter bila sudah ditulis",
  askWord: "Kata ke-{position}",
  askLineWord: "Baris {line}, kata ke-{position}",
  wrongWord: "Kata itu tidak sama. Mohon lihat lagi kertasnya.",
  saved: "Ditulis ke {file}.",
  fingerprint: "Sidik (boleh dibacakan; ini bukan rahasia):",
  outMissing: "Ke mana? Tambahkan --out BERKAS.",
  fileThere: "Berkas {file} sudah ada dan tidak diganti.",
  fileUnwritable: "Berkas {file} tidak dapat ditulis.",
  first: "Permintaan untuk daftar pertama sebuah kantor (nomor 1).",
  next: "Permintaan untuk daftar nomor {version}, lanjutan nomor {before} yang berlaku sejak {from}.",
  checkSheet:
    "Nomor {version} belum boleh tertulis di lembar kunci akar Anda. Sudah tertulis? Jangan ditandatangani lagi.",
  line: "Satu baris untuk permintaan ini:",
  changes: "Yang berubah, dan tidak ada yang lain:",
  keyOf: "{use}:",
  askRoot: "24 kata kunci akar",
  askLock: "24 kata gembok",
  askLine: "Lembar ke-{at} dari {of}, baris {line}",
  countAll: "{has} dari {needs} tanda tangan sudah ada.",
  countOld: "Kunci akar lama: {has} dari {needs} tanda tangan sudah ada.",
  countNew: "Kunci akar baru: {has} dari {needs} tanda tangan sudah ada.",
  noRecovery: "Permintaan ini tidak memuat kunci pemulihan.",
  badNumbers:
    "Sedikitnya dua lembar harus diperlukan, dan tidak lebih banyak daripada kustodiannya (paling banyak {most}).",
  challenge: "Latihan yang diminta pada {day}. Apakah itu bukan hari ini? Maka jangan teruskan.",
  answerSaved: "Ditulis ke {file}. Berkas ini dibuka di meja kerja; tidak ada laporan yang terbuka karenanya.",
  giveTo:
    "Yang Anda ketik disegel hanya untuk satu orang, yang memulihkan: {name}. Orang itu membacakan dua belas kata ini:",
  giveCompare:
    "Dengarkan langsung dari orang itu, bertatap muka atau lewat telepon. Ada satu kata yang berbeda, atau bukan orang itu yang disepakati? Maka berhentilah di sini (Ctrl-C).",
  giveSame: "Tekan Enter jika kedua belas kata itu sama",
  given:
    "Ditulis ke {file}. Serahkan berkas ini kepada orang yang memulihkan. Berkas ini sendiri tidak membuka apa pun.",
  againTooFew:
    "Daftar ini tidak cukup: sedikitnya dua pembaca laporan, satu kustodian, dan dua penanggung jawab atau administrator harus sudah kembali.",
  againSaved:
    "Ditulis ke {file}. Ini permintaan kepada para pemegang kunci akar: mereka menandatanganinya di halaman kunci.",
  yes: "YA. Dengan lembar-lembar ini dan gemboknya, pemulihan akan berhasil.",
};
