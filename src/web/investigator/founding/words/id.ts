/** Kata-kata pendirian kantor: dari server kosong sampai siap masuk. */

/** The nine steps; after each whose turn it is. */
export const STEPS = {
  title: "Sembilan langkah",
  now: "Langkah {n} dari 9: {step}. Giliran: {who}.",
  beside: "Sambil berjalan, di luar jaringan: langkah {steps}.",
  turn: "Giliran: {who}.",
  done: "selesai",
  current: "sekarang",
  meanwhile: "sambil berjalan",
  later: "nanti",
  names: {
    install: "Server dipasang",
    keyPage: "Halaman kunci diperiksa, di luar jaringan",
    proposal: "Kantor diusulkan",
    joining: "Semua orang bergabung",
    keys: "Kunci akar dan kunci pemulihan dibuat, di luar jaringan",
    line: "Daftar ditutup, satu baris dibacakan",
    signing: "Permintaan ditandatangani, di luar jaringan",
    confirming: "Daftar diterbitkan dan halaman dipasang",
    rehearsal: "Latihan sebelum dibuka untuk umum",
  },
  who: {
    install: "administrator server",
    keyPage: "setiap pemegang kunci akar, di komputernya sendiri",
    proposal: "pendiri",
    joining: "setiap orang, di perangkatnya sendiri",
    keys: "pemegang kunci akar dan kustodian kunci pemulihan",
    line: "semua orang bersama-sama",
    signing: "dua pemegang kunci akar",
    confirming: "dua penanggung jawab atau administrator, lalu administrator server",
    rehearsal: "semua orang, di meja kerja",
  },
} as const;

export const FOUNDING = {
  title: "Mendirikan kantor",
  loading: "Keadaan terakhir sedang diambil …",
  unknownTitle: "Tautan ini tidak berlaku lagi",
  unknown:
    "Server tidak mengenal kunci perangkat ini. Mungkin pendirian dimulai ulang. Pindai lagi kode QR di dinding.",
  forget: "Mulai lagi di perangkat ini",

  strangerTitle: "Kantor ini belum didirikan",
  stranger:
    "Server ini sudah terpasang, tetapi belum menjadi milik kantor mana pun. Belum ada yang dapat melapor atau masuk di sini.",
  invited:
    "Diminta bergabung? Pindai kode QR di dinding, atau buka tautan dari pendiri, di perangkat Anda sendiri. Anda tidak memerlukan kode di bawah ini.",
  prepare: "Siapkan sebelum mulai",
  preparePeople: "Tiga sampai delapan orang dalam satu ruangan, sekitar satu jam, masing-masing dengan perangkatnya.",
  prepareStick:
    "Satu komputer tanpa jaringan dengan halaman kunci (segel-kunci.html), pencetak dengan kabel, dan satu flash disk.",
  prepareAddress:
    "Alamat yang tetap. Kunci yang dibuat di sini tinggal pada alamat ini: {origin}. Bukan ini alamat yang akan dipakai seterusnya? Bukalah dahulu halaman ini di alamat itu.",
  code: "Kode pendirian",
  codeHint:
    "Tercetak satu kali di layar server saat pertama dinyalakan. Kode hanya berlaku untuk satu peramban. Hilang? Administrator server dapat membuat yang baru.",
  codeMissing: "Kode belum diisi.",
  begin: "Mulai mendirikan",
} as const;

/** The wall, who has joined, and what goes on beside it. */
export const GATHERING = {
  title: "Semua orang bergabung",
  lead: "Setiap orang memindai kode ini dengan perangkat yang nanti dipakainya masuk. Kuncinya dibuat di sana dan tidak pernah meninggalkannya.",
  qr: "Kode QR untuk bergabung",
  print: "Cetak untuk dinding",
  lostKey:
    "Kode QR yang lama tidak ada di perangkat ini. Buat yang baru: siapa yang sudah bergabung memindainya lagi, dan kuncinya tetap.",
  newKey: "Buat kode QR baru",
  copy: "Salin tautan",
  copied: "Tersalin.",
  notCopied: "Peramban tidak mengizinkan. Pilih tautannya dengan tangan.",
  wallTitle: "Bergabung dengan kantor",
  wallLead: "Pindai dengan perangkat yang nanti Anda pakai masuk. Tanpa kamera: buka tautan ini.",
  wallTear: "Sesudah daftar ditutup: sobek dan buang lembar ini.",
  people: "Sudah bergabung: {n}",
  nobody: "Belum ada.",
  you: "Anda, di perangkat ini",
  remove: "Keluarkan {name}",
  joinHere: "Saya juga bergabung, di perangkat ini",
  needs: "Yang masih kurang",
  needsReaders: "Sedikitnya dua pembaca: penanggung jawab atau pemeriksa.",
  needsCustodian: "Sedikitnya satu kustodian identitas. Di kantor kecil administrator dapat merangkapnya.",
  needsStewards: "Sedikitnya dua orang yang menegaskan daftar: penanggung jawab atau administrator.",
  small:
    "Kantor bertiga: satu penanggung jawab, satu pemeriksa, dan satu administrator yang juga kustodian identitas. Administrator tidak pernah menjadi pembaca.",
  close: "Semua sudah bergabung: susun daftar",
  change: "Ubah usulan",
  offlineTitle: "Sementara itu, di komputer tanpa jaringan",
  offline1:
    "Setiap pemegang kunci akar lebih dahulu memeriksa halaman kunci di komputernya sendiri: sha256sum segel-kunci.html harus sama dengan nilai dari tempat lain. Siapa pun yang memberi halaman palsu memiliki kunci kantor.",
  offline2:
    "Tiga pemegang membuat kunci akar, satu di antaranya dari luar kantor (misalnya inspektorat di atasnya). Dua dari tiga kelak menandatangani.",
  offline3: "Kunci pemulihan dibuat dan dibagi kepada tiga kustodian; dua dari tiga diperlukan, bersama gembok.",
  offline4: "Simpan ketiga berkas kunci akar dan berkas kunci pemulihan di flash disk. Tidak ada rahasia di dalamnya.",
} as const;

/** On the device of whoever joins. */
export const JOIN = {
  title: "Bergabung",
  lead: "Kunci Anda dibuat di perangkat ini dan tidak pernah meninggalkannya. Pakailah perangkat yang nanti Anda pakai masuk.",
  fullName: "Nama Anda, seperti dikenal rekan",
  role: "Peran Anda",
  both: "{one} dan {other}",
  roleHints: {
    lead: "Membaca laporan, membagi tugas, dan ikut menegaskan daftar.",
    investigator: "Membaca laporan dan memeriksanya.",
    custodian: "Menjaga identitas yang dititipkan Pelapor. Tidak membaca laporan.",
    administrator: "Mengurus server dan daftar. Tidak pernah membaca laporan.",
    both: "Untuk kantor kecil: mengurus server dan menjaga identitas, tanpa membaca laporan.",
  },
  name: "Nama pengguna untuk masuk",
  missing: "Isikan nama Anda dan nama pengguna.",
  make: "Buat kunci saya",
  back: "Kembali",
  sheetLead:
    "Cetak lembar ini dengan pencetak berkabel, atau salin enam kata ke kertas dengan tangan. Kata-kata ini hanya tampil sekali.",
  print: "Cetak lembar",
  written: "Sudah di kertas",
  showAgain: "Tampilkan lembar sekali lagi",
  send: "Kirim kunci saya ke daftar",
  sendAgain: "Kunci Anda sudah ada di perangkat ini, tetapi belum masuk ke daftar.",
  joinedTitle: "Anda sudah bergabung",
  joined:
    "Simpan lembar Anda. Biarkan halaman ini terbuka, atau buka lagi nanti di perangkat ini: langkah berikutnya tampil sendiri.",
  removedTitle: "Anda dikeluarkan dari daftar",
  removed:
    "Pendiri mengeluarkan kunci perangkat ini, misalnya karena perannya keliru. Tanyakan sebabnya, lalu bergabunglah lagi. Enam kata yang lama tidak berlaku lagi.",
  again: "Bergabung lagi",
  closedTitle: "Daftar sudah ditutup",
  closed: "Perangkat ini tidak ada di dalamnya. Mintalah pendiri membuka lagi daftarnya sebelum ditandatangani.",
} as const;

/** One sheet, three boxes. */
export const SHEET = {
  title: "Lembar milik {name}",
  keep: "SIMPAN",
  keepLead:
    "Enam kata ini membuka kunci Anda. Simpan di tempat terkunci; jangan difoto. Tidak seorang pun dapat menyetelnya ulang.",
  user: "Nama pengguna",
  address: "Masuk di",
  words: "Enam kata",
  aloud: "BACAKAN",
  aloudLead: "Boleh didengar semua orang. Sidik kunci Anda:",
  aloudLine: "Nanti, bila semua layar menampilkan satu baris dua belas kata, tiga kata pertamanya:",
  away: "BUANG",
  awayLead:
    "Sesudah kantor berdiri: kode QR dan tautan bergabung, kode pendirian, dan kertas lain tempat enam kata itu pernah ditulis. Lembar ini tidak dibuang.",
} as const;

/** The list is closed and becomes a request. */
export const CLOSING = {
  title: "Susun daftar",
  lead: "Sesudah ini tidak ada lagi yang bergabung. Sampai daftar ditandatangani, Anda masih dapat membukanya lagi.",
  readers: "Pembaca saluran {channel}",
  readersHint: "Setiap laporan disegel untuk mereka. Sedikitnya dua.",
  custodians: "Kustodian identitas",
  excludable: "Boleh dikecualikan Pelapor",
  excludableHint:
    "Pelapor dapat meminta agar orang ini tidak membaca laporannya. Dua pembaca selalu tersisa, jadi dengan dua pembaca tidak ada yang dikecualikan.",
  files: "Berkas kunci akar dan kunci pemulihan dari flash disk",
  filesHint: "Pilih semuanya sekaligus. Samakan kata-katanya dengan lembar di tangan pemegangnya.",
  rootOf: "Kunci akar {n}",
  recovery: "Kunci pemulihan: {n} dari {of} bagian diperlukan",
  needed: "Tanda tangan kunci akar yang diperlukan",
  neededOf: "{n} dari {of}",
  notRead: "{name} bukan berkas kunci akar atau kunci pemulihan.",
  close: "Tutup daftar dan susun permintaan",
  back: "Kembali ke yang bergabung",
  faults: {
    readers: "Pilih sedikitnya dua pembaca.",
    custodians: "Pilih sedikitnya satu kustodian identitas.",
    stewards: "Sedikitnya dua penanggung jawab atau administrator perlu bergabung.",
    roots: "Sedikitnya dua berkas kunci akar diperlukan.",
    recovery: "Berkas kunci pemulihan belum ada.",
  },
  refused: "Permintaan tidak dapat disusun",
} as const;

/** One line for all, then the way to the key page and back. */
export const LINE = {
  title: "Satu baris untuk semua",
  lead: "Seorang membacakan dua belas kata ini keras-keras. Kata yang sama harus tampil di semua layar dan di halaman kunci. Satu kata berbeda? Berhenti, dan buka lagi daftarnya.",
  people: "{n} orang ada di dalamnya:",
  count: "Hitung: apakah sebanyak ini orang yang bergabung, dan tidak lebih?",
  agree: "Barisnya sama di semua layar",
  agreed: "Di perangkat ini sudah dinyatakan sama. Permintaan lain tidak akan diterima di sini.",
  exchanged:
    "Permintaan di server bukan yang barisnya dibacakan di sini. Apakah pendiri memang membuka lagi daftarnya? Kalau tidak: berhenti, seseorang menukarnya.",
  readAnew: "Ya, bacakan baris yang baru",
  hiddenTitle: "Perangkat ini tidak menampilkan barisnya",
  hidden:
    "Kunci perangkat ini tidak ada di dalam permintaan, huruf demi huruf. Beri tahu yang lain sekarang; jangan ada yang menandatangani.",
  without: "Perangkat ini tidak bergabung, jadi barisnya tidak ditampilkan. Lihatlah di perangkat yang bergabung.",
  recovery: "Seorang kustodian kunci pemulihan juga mencocokkan sidik ini dengan lembarnya:",
  save: "Simpan permintaan ke flash disk",
  saveHint:
    "Di halaman kunci, dua pemegang kunci akar membaca isinya, mencocokkan barisnya, dan menandatangani. Bawa kembali berkas tanda tangannya, atau daftar yang sudah ditandatangani.",
  bring: "Berkas tanda tangan, atau daftar yang sudah ditandatangani",
  counted: "Tanda tangan kunci akar: {has} dari {needs}.",
  refused: "Berkas ini tidak dapat dipakai",
  hand: "Serahkan daftar yang sudah ditandatangani",
  reopen: "Buka lagi daftarnya",
  reopenHint: "Permintaan yang sekarang gugur, juga tanda tangan yang sudah ada padanya.",
  changes: "Isi permintaan",
  wait: "Tunggu sampai pendiri membawa kembali daftar yang ditandatangani. Halaman ini menampilkan langkah berikutnya sendiri.",
} as const;

export const CONFIRMING = {
  title: "Daftar sudah ditandatangani",
  lead: "Dua penanggung jawab atau administrator menegaskan, masing-masing di perangkatnya sendiri, bahwa daftar ini berlaku. Setelah itu kantor berdiri.",
  missing: "Masih diperlukan: {n}.",
  signed: "Sudah menegaskan: {names}.",
  words: "Enam kata Anda",
  wordsHint: "Dari lembar Anda. Kata-kata ini membuka kunci di perangkat ini dan tidak dikirim.",
  wordsMissing: "Enam kata belum diisi.",
  wordsWrong: "Kata-kata itu tidak membuka kunci di perangkat ini. Mohon lihat lagi lembar Anda.",
  confirm: "Tegaskan daftar ini",
  thanks: "Anda sudah menegaskan. Menunggu yang lain.",
  wait: "Giliran penanggung jawab dan administrator: {names}.",
} as const;

export const FOUNDED = {
  title: "Kantor sudah berdiri",
  lead: "Daftar pertama berlaku. Halaman untuk umum belum dipasang, dan sesudah dipasang pun tertulis di sana: latihan, belum dibuka.",
  server: "Administrator server",
  command:
    "Jalankan satu perintah di server (FOLDER adalah map instalasinya). Ia memasang kunci akar dan nama kantor ke dalam halaman, lalu mencetak dua kali dua belas kata:",
  restart: "Nyalakan ulang server.",
  poster:
    "Yang pertama harus baris yang tadi dibacakan; satu kata berbeda, matikan server. Yang kedua adalah sidik untuk poster:",
  everybody: "Setiap orang, di perangkat tempatnya bergabung",
  signIn: "Buka {address} dan masuk dengan nama pengguna dan enam kata Anda.",
  asName: "Nama pengguna Anda: {name}",
  factor: "Pasang faktor kedua: aplikasi kode, atau passkey.",
  rehearse: "Lakukan latihan yang tampil di meja kerja. Baru sesudah itu kantor dapat dibuka untuk umum.",
} as const;
