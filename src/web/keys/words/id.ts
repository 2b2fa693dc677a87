/** Halaman kunci: kata-katanya dalam bahasa Indonesia. */

export const FRAME = {
  title: "Halaman kunci",
  language: "Bahasa",
  back: "Kembali ke daftar tugas",
  practice: "LATIHAN: yang dibuat di sini bukan untuk dipakai.",
  needsScript: "Halaman ini memerlukan JavaScript: semuanya dikerjakan di komputer ini saja.",
};

export const CHECK = {
  title: "Pertama-tama: apakah halaman ini asli?",
  lead: "Siapa pun yang memberi Anda halaman kunci palsu dapat memiliki kunci kantor Anda. Karena itu periksa dahulu berkasnya, sebelum mengetik apa pun.",
  step1: "Hitung sidik SHA-256 berkas ini. Buka terminal di map tempat berkas ini, lalu jalankan:",
  step2:
    "Bandingkan semua 64 hurufnya dengan nilai dari tempat LAIN: baris yang dicetak pada rilis, atau berkas yang dibangun orang kedua dari sumbernya.",
  step3: "Tidak sama, atau tidak ada nilai pembanding? Tutup halaman ini dan jangan mengetik apa pun.",
  go: "Sudah dibandingkan dan sama",
};

export const NETWORK = {
  online: "KOMPUTER INI TERHUBUNG KE JARINGAN",
  offline: "Komputer ini tidak terhubung ke jaringan.",
  lead: "Kunci hanya dibuat dan dipakai di komputer yang tidak terhubung. Cabut kabelnya dan matikan Wi-Fi; halaman ini melanjutkan sendiri begitu jaringan terputus.",
  best: "Paling aman: nyalakan komputer dari diska USB (misalnya Tails) tanpa jaringan, dan matikan sesudahnya.",
  doubt:
    "Sebagian peramban (seperti Tor Browser) selalu mengatakan “terhubung”. Lanjutkan hanya bila Anda sendiri sudah memutus jaringannya.",
  declare: "Kabel sudah saya cabut dan Wi-Fi sudah saya matikan",
  goOn: "Lanjutkan atas pernyataan ini",
  practise: "Berlatih saja",
  practiseHint: "Setiap lembar bertanda LATIHAN. Jangan mengetik kata-kata yang asli.",
  again: "Jaringan tersambung lagi. Putuskan dahulu; yang sudah dikerjakan tetap di sini.",
};

export const TASKS = {
  title: "Apa yang akan Anda kerjakan?",
  root: "Membuat kunci akar",
  rootHint: "Satu lembar dengan 24 kata, untuk satu pemegang.",
  split: "Membuat dan membagi kunci pemulihan",
  splitHint: "Satu lembar untuk setiap kustodian, dan lembar gembok untuk para pemegang kunci akar.",
  sign: "Memeriksa dan menandatangani permintaan",
  signHint: "Membaca apa yang berubah, lalu mengetik 24 kata kunci akar.",
  rehearse: "Melatih pemulihan",
  rehearseHint: "Lembar-lembar diketik; jawabannya hanya ya atau tidak.",
  nothingKept: "Halaman ini tidak menyimpan dan tidak mengirim apa pun. Bila ditutup, yang diketik hilang.",
};

export const SHEET = {
  practice: "LATIHAN",
  secret: "RAHASIA. Hanya untuk pemegangnya; jangan difoto, disalin, atau diketik di tempat lain.",
  rootTitle: "Lembar kunci akar",
  shareTitle: "Lembar kustodian: bagian {number} dari {total}",
  lockTitle: "Lembar gembok kunci pemulihan",
  rootWords: "24 kata kunci akar",
  lockWords: "24 kata gembok",
  shareWords: "Bagian {number}: lima baris, tujuh kata sebaris",
  checkWord: "Kata terakhir tiap baris memeriksa baris itu.",
  needed: "{n} dari {total} lembar kustodian diperlukan, bersama gembok.",
  shareUse: "Sendiri, lembar ini tidak membuka apa pun. Beberapa lembar tanpa gembok pun tidak.",
  lockUse: "Sendiri, gembok tidak membuka apa pun. Ia melengkapi lembar para kustodian.",
  rootUse: "Dengan kunci ini pemegangnya ikut menyetujui siapa yang dapat membaca laporan. Ia tidak membuka laporan.",
  ceremony: "Nomor pembagian",
  mark: "Tanda bagian ini",
  rootFingerprint: "Sidik kunci akar (boleh dibacakan; ini bukan rahasia)",
  recoveryFingerprint: "Sidik kunci pemulihan (boleh dibacakan; ini bukan rahasia)",
  qr: "Kode QR bagian kunci yang boleh diketahui umum",
  made: "Dibuat",
  madeBy: "menurut jam komputer ini",
  holder: "Dipegang oleh (jabatan)",
  seal: "Nomor segel amplop",
  office: "Instansi",
  signedTitle: "Yang sudah ditandatangani dengan kunci ini",
  signedHint: "Nomor yang sudah tertulis di sini tidak ditandatangani lagi.",
  version: "Nomor daftar",
  signedDay: "Tanggal",
  signedWords: "Tiga kata pertama permintaan",
  initials: "Paraf",
  print: "Cetak lembar ini",
  printHint: "Pakai pencetak dengan kabel, tanpa jaringan. Tanpa pencetak: salin dengan tangan.",
  done: "Lembar ini sudah di tangan pemegangnya",
  lockCopies: "Cetak satu untuk setiap pemegang kunci akar.",
  askTitle: "Cocokkan dua kata",
  askLead: "Lihat lembar yang tercetak atau tertulis, bukan layar ini.",
  askWord: "Kata ke-{position}",
  askLineWord: "Baris {line}, kata ke-{position}",
  askWrong: "Kata itu tidak sama. Mohon lihat lagi lembarnya.",
  askShow: "Tampilkan lembar sekali lagi",
  askCheck: "Cocokkan",
};

export const ROOT = {
  title: "Membuat kunci akar",
  lead: "Kunci dibuat di sini dari bilangan acak dan ditampilkan sekali sebagai 24 kata. Hanya pemegangnya yang boleh melihat layar.",
  make: "Buat kunci akar",
  saveTitle: "Simpan bagian yang boleh diketahui umum",
  saveLead: "Berkas ini masuk ke permintaan. Ia tidak rahasia.",
  save: "Simpan berkas kunci akar",
  finish: "Selesai, lupakan kuncinya",
};

export const SPLIT = {
  title: "Membuat dan membagi kunci pemulihan",
  lead: "Kunci pemulihan membuka laporan bila semua pembacanya sudah tidak ada. Tidak seorang pun memegangnya sendirian: ia terbuka hanya dengan beberapa lembar kustodian dan gembok yang dipegang para pemegang kunci akar.",
  total: "Jumlah kustodian",
  threshold: "Lembar yang diperlukan",
  advice: "2 dari 3 adalah awal yang baik.",
  bad: "Sedikitnya dua lembar harus diperlukan, dan tidak lebih banyak daripada kustodiannya.",
  make: "Buat dan bagi",
  sheet: "Lembar {at} dari {of}",
  turn: "Sekarang {who}. Yang lain mohon tidak melihat layar.",
  custodian: "kustodian {number}",
  rootHolders: "para pemegang kunci akar",
  saveTitle: "Simpan bagian yang boleh diketahui umum",
  saveLead: "Berkas ini masuk ke permintaan, dan diperlukan untuk latihan. Ia tidak rahasia.",
  save: "Simpan berkas kunci pemulihan",
  finish: "Selesai, lupakan kuncinya",
};

export const SIGN = {
  title: "Memeriksa dan menandatangani permintaan",
  choose: "Berkas permintaan (.json)",
  first: "Ini daftar pertama sebuah kantor (nomor 1).",
  next: "Ini daftar nomor {version}. Ia melanjutkan nomor {before} yang berlaku sejak {from}.",
  checkSheet:
    "Lihat lembar kunci akar Anda: nomor {version} belum boleh tertulis di sana. Sudah tertulis? Jangan ditandatangani lagi.",
  lineTitle: "Satu baris untuk permintaan ini",
  lineLead:
    "Bacakan keras-keras. Kata yang sama harus tampil di layar semua orang yang ikut dan pada rancangan poster.",
  changesTitle: "Yang berubah",
  changesLead: "Dihitung dari kedua daftar, bukan dari kata pembuatnya. Tidak ada perubahan lain.",
  keyLead: "Bacakan kepada pemiliknya: {use}",
  wordsTitle: "Tanda tangani",
  words: "24 kata kunci akar Anda",
  sign: "Tanda tangani permintaan ini",
  signed: "Sudah ditandatangani. Tulis nomor {version}, tanggal, dan tiga kata pertama di lembar Anda.",
  save: "Simpan berkas tanda tangan",
  joinTitle: "Gabungkan tanda tangan",
  joinLead: "Berkas tanda tangan pemegang lain, bila sudah ada di diska USB.",
  joinChoose: "Berkas tanda tangan",
  countAll: "{has} dari {needs} tanda tangan sudah ada.",
  countOld: "Kunci akar lama: {has} dari {needs} tanda tangan sudah ada.",
  countNew: "Kunci akar baru: {has} dari {needs} tanda tangan sudah ada.",
  saveDirectory: "Simpan daftar yang sudah ditandatangani",
};

export const REHEARSE = {
  title: "Melatih pemulihan",
  lead: "Para kustodian mengetik lembarnya masing-masing, lalu seorang pemegang kunci akar mengetik gembok. Tidak ada yang terbuka: halaman ini hanya mengatakan apakah pemulihan akan berhasil.",
  choose: "Berkas kunci pemulihan, atau permintaan yang memuatnya (.json)",
  known: "Kunci pemulihan dengan sidik berikut. Cocokkan dengan lembar Anda.",
  none: "Permintaan ini tidak memuat kunci pemulihan.",
  sheet: "Lembar ke-{at} dari {of}",
  line: "Baris {line}",
  take: "Periksa lembar ini",
  taken: "{n} dari {of} lembar benar.",
  lock: "24 kata gembok",
  check: "Periksa semuanya",
  yes: "YA. Dengan lembar-lembar ini dan gemboknya, pemulihan akan berhasil.",
  no: "TIDAK. Pemulihan tidak akan berhasil seperti ini.",
  finish: "Selesai",
};
