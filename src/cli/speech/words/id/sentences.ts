/** Every sentence of the command line, in Indonesian: the measure of the other languages. */

export const SENTENCES = {
  assignedTo: "Petugas: {name}, sejak {day}.",
  assignmentInvalid: "{name} menulis penugasan yang tidak berlaku pada {day}.",
  labels: "Label: {list}",
  openingCases: "{n} dari {of} kasus baru dibuka",
  memberMissing: "Kepada siapa? Tambahkan --member NAMA.",
  noInterests: "Belum ada pernyataan.",
  namesInterest: "Kasus ini menyebut kepentingan yang Anda nyatakan: {interest}",
  stepBack:
    "Kasus tidak ditampilkan. Mundur dengan: segel read remove {number} --member NAMA-ANDA --interest JENIS. Atau tetap buka dengan --despite-interest; alasannya ditanyakan dan dicatat dalam kasus.",
  askDespite: "Mengapa Anda tetap membuka kasus ini meskipun menyebut kepentingan Anda? (akhiri dengan Ctrl-D):",
  interestsAlarm: "Yang ditunjukkan server tidak sah atau lebih lama daripada yang sudah dikenal",
  readerMissing: "Siapa? Tambahkan --member NAMA.",
  readers: "Dibaca oleh: {names}",
  readerGranted: "{day}: {by} memberi akses kepada {names}.",
  readerRecovered: "{day}: {by} membuka kasus dengan kunci pemulihan.",
  readerRemoved: "{day}: {by} mengeluarkan {names}.",
  readerInvalid: "tidak sah, tidak berlaku",
  readerExposed: "Pesan Pelapor #{sequence} masih dapat dibaca {names}: ditulis sebelum Pelapor tahu kunci baru.",
  removalLimits:
    "Yang sudah dibaca tetap ada padanya. Dengan bantuan server, anggota yang masih ada dalam daftar resmi dapat memalsukan pemberitahuan kunci: jika tidak dipercaya, keluarkan juga dari daftar resmi.",
  labelMissing: "Label apa? Tambahkan --add LABEL atau --remove LABEL.",
  askAssignReason: "Alasan, untuk rekan yang membaca kasus ini",
  noSuchMember: "“{name}” bukan nama tepat satu anggota yang menangani kasus. Yang ada: {list}.",
  statedUntil: "Ditegaskan sampai {stated}; daftarnya sendiri berlaku sampai {expires}.",
  proposedUntil: "menegaskan sampai {day}",
  publishesDirectory: "menerbitkan daftar resmi nomor {version}",
  suspends: "menangguhkan: {names}",
  closes: "menutup saluran: {names}",
  statementSigners: "ditandatangani {names}; perlu {n} orang lagi",
  stated: "Daftar resmi sudah ditegaskan.",
  statementSigned: "Tanda tangan Anda tersimpan. Orang lain perlu ikut menandatangani: segel statement show",
  invalidProposals:
    "Server memberi {n} usulan yang tidak sah: tidak ditandatangani oleh orang yang berhak, atau menerbitkan daftar yang tidak ditandatangani kunci akar. Usulan itu tidak ditampilkan. Bila Anda tidak tahu sebabnya, beri tahu administrator melalui jalur lain.",
  noSuchProposal: '"{name}" bukan awal satu usulan, paling sedikit delapan tanda. Lihat: segel statement show',
  help: `segel PERINTAH [pilihan]

  send FILE            mengirim laporan
  check                memeriksa status laporan dengan dua belas kata
  read list|open|find|interests
  read answer|note|state|receipt|put-off|profile
  read assign|claim|give-back|label|judge|agree|disagree|task|done|link
  read grant|remove|leave|readmit|discard|keep|enter
                       pekerjaan anggota
  directory show|verify
                       daftar resmi anggota dan saluran
  statement show|confirm
                       menegaskannya, menangguhkan anggota, menutup saluran
  verify-receipt BARIS memeriksa tanda terima yang ditunjukkan seseorang
  figures verify BERKAS
                       memeriksa angka yang diumumkan instansi
  verify-export BERKAS memeriksa berkas ZIP yang keluar dari instansi
  audit export|checkpoint|verify|accept [BERKAS]
                       jejak audit untuk pihak lain, dan apakah sebuah jejak utuh
  sealer BERKAS        membuat segel-lapor.html, untuk menulis laporan tanpa jaringan
  server-key BERKAS    menaruh kunci baru di depan isi berkas kunci server
  root new|show|sign|join
                       kunci akar dan permintaan, tanpa jaringan
  recovery split|check|give|again
                       kunci pemulihan, tanpa jaringan
  office new|start|code|pages
                       pemasangan instansi di komputer ini

Keterangan tiap perintah: segel PERINTAH --help`,
  moreHelp: "Keterangan selengkapnya: tambahkan --help",
  misused: "Perintah itu tidak dimengerti. Begini cara memakainya:",
  unknownCommand: 'Perintah "{name}" tidak dikenal. Lihat: segel --help',
  unforeseen: "Terjadi kesalahan yang tidak terduga ({kind}).",

  // Arguments, files, standard input
  badOption: "Pilihan tidak dapat dipahami ({detail}). Lihat --help.",
  badLanguage: 'Bahasa "{value}" tidak ada; pilih {list}.',
  badBuildDate:
    'SOURCE_DATE_EPOCH "{value}" bukan waktu: isinya perlu detik bulat sejak 1970. Mohon perbaiki atau hapus setelan itu.',
  badOrigin: 'Alamat "{value}" tidak sesuai; contoh: https://lapor.example.go.id',
  badCode: '{option} "{value}" tidak ada; pilihannya: {list}',
  stateMissing: "Mohon sebutkan status baru dengan --to: {list}",
  unknownId: 'ID "{id}" tidak ada di sini, atau bukan hanya satu. Lihat: segel directory show',
  inputEnded: "Masukan berakhir sebelum: {question}",
  inputNotUtf8: "Masukan bukan teks UTF-8.",
  fileUnreadable: "Berkas {file} tidak dapat dibaca.",
  fileNotJson: "Berkas {file} bukan JSON dalam UTF-8.",
  fileEmpty: "Tidak ada laporan dalam {file}.",
  notAReport: "Ini bukan laporan: diharapkan sebuah objek JSON.",
  unknownFields: "Isian tidak dikenal: {fields}.",
  wrongFields: "Isian tidak sesuai: {fields}.",
  categories: "Kategori yang ada: {list}.",
  allText: "seluruh teks laporan",
  messageText: "pesan",
  fieldMissing: "Mohon isi {field}.",
  fieldTooLong: "Terlalu panjang: {field}, {actual} karakter; batasnya {limit}.",
  fieldTooLongOnce: "Terlalu panjang setelah disandikan: {field}.",
  fieldTooManyBytes: "Terlalu panjang setelah disandikan: {field}, {actual} bita; batasnya {limit}.",
  fieldControl: "Mohon tanpa baris baru, tab, atau karakter kendali: {field}.",
  rootsUnreadable: "Berkas kunci akar {file} tidak dapat dipahami.",
  noRoots: "Kunci akar tidak ditemukan ({files}). Mohon sebutkan dengan --roots.",
  memoryUnreadable:
    "Catatan perangkat {file} tidak dapat dibaca. Jika Anda yakin bukan akibat campur tangan, hapus berkas itu.",

  // send
  toChannel: "Saluran: {channel}",
  noChannel: "Daftar resmi belum memuat saluran.",
  inReport: "Laporan {n}: {problem}",
  nothingSent: "Tidak ada yang dikirim.",
  stoppedAt: "Berhenti di laporan {n} dari {all}: {reason} Yang sudah dipastikan: {sent}.",
  arrived: "Laporan Anda telah diterima.",
  arrivedOf: "Laporan {n} dari {all} telah diterima.",
  registerNumber: "Nomor register: {number}",
  yourWords: "Kode laporan Anda. Mohon tulis di kertas, berurutan: kode ini tidak dapat dipulihkan.",
  afterSending: "Untuk membaca balasan nanti: npm run -s segel -- check",
  noSealer:
    "Tidak ada halaman yang sudah dibangun dalam {folder}. Sebutkan tempatnya dengan --pages FOLDER, atau jalankan dahulu: npm run build",
  notWritten: "Berkas {file} tidak dapat ditulis.",
  keyUnread: "{file} tidak dapat dibaca. Jalankan perintah ini sebagai pemiliknya.",
  keyOdd: "{file} bukan berkas kunci server: isinya kunci sepanjang 32 bita, paling banyak 16. Tidak ada yang diubah.",
  keyChanged:
    "{file} mempunyai kunci baru; {n} kunci lama tetap ada di dalamnya, hanya untuk mengenali. Sekarang hidupkan kembali server, dan masukkan berkas ini ke cadangan Anda.",
  sealerMade: "{file} sudah dibuat, dan dapat dipakai sampai {until}.\nSHA-256 {sha256}",
  handedIn:
    "Berkas tersegel ini ada di server. Bila sudah pernah diserahkan, laporannya tidak tercatat dua kali. Balasan hanya dapat dibaca dengan dua belas kata Pelapor.",
  attachment: "lampiran",
  hiddenRemoved: "dihapus: {kinds}.",
  hiddenKept: "masih ada di dalamnya: {kinds}.",
  nothingHidden: "tidak ditemukan data tersembunyi dari jenis yang kami kenal.",
  howAsIs: "Belum ada yang dikirim. Untuk mengirim berkas apa adanya beserta namanya: --attach-as-is BERKAS",
  attachToOne: "--attach hanya untuk satu laporan: FILE memuat {count}.",
  filesSent: "Semua berkas telah diterima ({count}).",
  filesNotSent:
    "Laporan Anda telah diterima, tetapi berkasnya belum: {reason}\nBerkasnya dapat dikirim nanti dengan dua belas kata: npm run -s segel -- check --attach BERKAS",
  sendingFile: "Mengirim {n}/{all}: {percent}% dari {size}  {name}",
  waitingWithFile: "Sambungan terputus; dicoba lagi ({n}/{all}: {percent}%)",

  // Files of a case
  waitingForFile: "Sambungan terputus; dicoba lagi ({percent}% dari {size}  {name})",
  fetchingFile: "Mengambil: {percent}% dari {size}  {name}",
  fileLine: "Berkas: {name} ({size})",
  fileSaved: "{name} ({size}) tersimpan: {path}\n  SHA-256 {hash}",
  fileNotSaved: "! {name} ({size}) tidak tersimpan: {problem}",
  filesNotSaved: "{count} dari {all} berkas tidak tersimpan.",
  noFiles: "Tidak ada berkas untuk disimpan.",
  folderUnusable: "Folder {folder} tidak dapat dipakai.",
  filesMissing: "Laporan ini menyebut berkas yang belum datang: {list}",

  // check
  askWords: "Dua belas kata (tidak tampil saat diketik)",
  wordsNotAsArguments:
    "Mohon jangan menulis kata-kata di baris perintah: perangkat menyimpannya. Jalankan tanpa itu; program akan bertanya.",
  wordCount: "Kodenya dua belas kata; ini {found}.",
  wordForeign: 'Kata ke-{position} memuat "{letter}", huruf dari aksara lain.',
  wordMixed: "Kata ke-{position} berasal dari bahasa lain daripada yang pertama.",
  wordChecksum:
    "Semua kata ada, tetapi tidak cocok bersama: satu kata lain, atau urutannya lain. Mohon periksa catatan Anda.",
  wordUnknown: "Kata ke-{position} tidak ada dalam daftar kata.",
  wordSuggestions: "Mungkin: {list}.",
  caseRemoved:
    "Kata-kata Anda benar. Menurut server, instansi telah menghapus laporan ini pada {day}: dua anggota menyetujuinya, dan 30 hari sudah lewat. Program ini tidak dapat memeriksanya. Bila laporan ini penting, silakan buat laporan baru; sebutkan bahwa pernah ada laporan sebelumnya, dan tambahkan keterangan yang membantu pemeriksaan.",
  caseNotFound: "Tidak ditemukan dengan kata-kata ini. Mohon periksa kata-kata dan urutannya.",
  state: "Status: {state}",
  alarmAdvice:
    "Mohon jangan menulis di sini. Jika laporan ini penting, buatlah laporan baru melalui perangkat dan jaringan lain.",
  silent: "Server belum menjawab. Ditunggu paling lama {n} detik lagi; Ctrl-C menghentikannya.",
  sealedUnder: "Disegel menurut daftar resmi versi {version}, untuk kunci Anda {fingerprint}",
  zone: "Tanggal mengikuti zona waktu instansi, {zone}.",
  zoneUntold: "Tanggal mengikuti zona waktu instansi.",
  arrivedDay: "Diterima: {day}",
  missingAnswers: "Balasan yang tidak ditampilkan: nomor {list}",
  missingOwn: "Pesan Anda yang tidak ditampilkan: nomor {list}",
  youWrote: "Pesan yang Anda tulis setelah laporan: {count}. Kode ini tidak membukanya kembali.",
  noAnswers: "Belum ada balasan.",
  howToReply: "Untuk menulis: npm run -s segel -- check --reply",
  askReply: "Pesan Anda (akhiri dengan Ctrl-D):",
  replySent: "Pesan Anda telah diterima.",

  // Messages
  reporter: "Pelapor",
  nobodyKnown: "Penulis tidak dikenal",
  newKeys: "Kunci baru: tulisan sesudah ini hanya dapat dibaca tim yang sekarang",
  newState: "Status baru: {state}",
  protectionAsked: "Pelapor meminta perlindungan ({urgency}):",
  withdrawn: "Pelapor mencabut laporan:",
  burnt: "Pelapor menutup jalan kembali ke laporan ini.",

  // read
  askName: "Nama",
  askPassphrase: "Frasa sandi (tidak tampil saat diketik)",
  askCode: "Kode dari aplikasi autentikator (tidak tampil saat diketik)",
  wrongCodes:
    "{n} kode salah dicoba sejak Anda terakhir masuk dengan kode. Jika bukan Anda, orang lain mengetahui enam kata Anda.",
  factorReset:
    "Faktor kedua Anda akan disetel ulang pada {day}, karena dua rekan memintanya. Jika bukan Anda yang meminta, hentikan di ruang kerja melalui “Akun saya”.",
  entryEnds:
    "Entri Anda dalam daftar resmi berakhir dalam {n} hari. Setelah itu Anda tidak dapat masuk, dan laporan baru tidak disegel untuk Anda: mintalah administrator memperpanjangnya.",
  entryUntil: "sampai {day}",
  entryNotValid: "tidak berlaku hari ini: {from} sampai {until}",
  rehearsal: "Kantor ini belum dibuka. Yang dikirim sekarang hanya bagian dari latihannya.",
  firstUseHere:
    "Pertama kali di perangkat ini: daftar resmi yang lebih lama tidak akan terdeteksi. Cocokkan: segel directory verify",
  tryingHeads: "Mencoba membuka laporan baru: {tried} …",
  alteredHeads:
    "{count} laporan telah diubah setelah disegel, dan tidak ditampilkan. Beri tahu pembaca lain dalam saluran itu dan administrator melalui jalur lain.",
  unopenedHeads:
    "{count} laporan tidak terbuka bagi siapa pun: kiriman acak, atau disegel dengan kunci yang tidak dimiliki anggota di sini. Laporan itu tidak dicoba lagi.",
  casesRead: "{done} dari {of} kasus dibaca",
  casesFound: "{n} kasus ditemukan dari {of} yang dibaca.",
  moreFound: "{n} lagi. Mohon tambah kata.",
  casesUnread: "{n} kasus tidak dapat dibuka dan tidak ikut dicari.",
  fileNamed: "Nama berkas",
  registerNamed: "Nomor register",
  linkWithMissing: "Mohon sebutkan kasus lain dengan --with: nomor register atau ID-nya",
  sameMatter: "Perkara yang sama dengan {number}, {name}, {day}:",
  relatedCase: "Terkait dengan {number}, {name}, {day}:",
  linkWritten: "Kaitan dicatat di {number}.",
  noCases: "Belum ada kasus.",
  noSuchCase: "Tidak ada kasus {id} yang dapat Anda buka.",
  severalCases: "Ada beberapa kasus dengan nomor ini; sebutkan UUID: {list}",
  unreadMark: "baru",
  summaryAltered: "! ringkasan telah diubah",
  summaryMissing: "(buka untuk melihat)",
  arrivedOn: "Diterima {day}  ·  {handle}",
  burntCase: "Pelapor sudah memusnahkan kotak pesan: tidak ada yang dapat kembali untuk membaca balasan.",
  excluded: "Dikecualikan oleh Pelapor: {names}",
  removedRecipients: "Laporan ini juga disegel untuk anggota yang kini tidak aktif: {names}",
  conversation: "Percakapan dengan Pelapor",
  earlier: "({n} pesan Pelapor yang lebih awal tidak ditampilkan: tambahkan --all)",
  noMessages: "Belum ada pesan.",
  notes: "CATATAN INTERNAL (tidak pernah ditampilkan kepada Pelapor)",
  askAnswer: "Pesan untuk Pelapor (akhiri dengan Ctrl-D):",
  askNote: "Catatan internal (akhiri dengan Ctrl-D):",
  askDiscard: "Mengapa kasus ini sebaiknya dihapus, untuk rekan Anda (akhiri dengan Ctrl-D):",
  discardProposed:
    "Penghapusan kasus ini diusulkan. Anggota lain harus menyetujui; salah satu dari keduanya harus penanggung jawab kasus.",
  discardAgreed: "Kasus ini akan dihapus pada {day}. Sebelum itu: segel read keep",
  discardLapsed:
    "Dua anggota pernah menyetujui penghapusan kasus ini. Sesudah itu kasus dikerjakan lagi, jadi tetap ada.",
  discardBy: "Ditandatangani oleh {name} pada {day}",
  discardWritten: "Pesan Pelapor sesudah itu: {count}",
  listProposed: "{number}: diusulkan dihapus",
  listAgreed: "{number}: akan dihapus pada {day}",
  missingCases:
    "{count} kasus yang pernah Anda buka tidak ditampilkan lagi, tanpa penghapusan yang ditandatangani. Beri tahu administrator melalui cara lain.",
  alteredDiscards: "{count} catatan tentang penghapusan kasus tidak asli. Beri tahu administrator melalui cara lain.",
  askReason: "Penjelasan untuk Pelapor, boleh kosong (akhiri dengan Ctrl-D):",
  sheetMissing: "Mohon sebutkan lembar penilaian dengan --sheet BERKAS (JSON).",
  taskMissing: "Mohon sebutkan tugas dengan --task ID. Lihat: segel read open",
  badDay: '"{value}" bukan tanggal; contoh: 2026-12-01',
  noSheet: "Kasus ini belum dinilai.",
  askTask: "Yang perlu dikerjakan, satu baris (akhiri dengan Ctrl-D):",
  askDisagree: "Mengapa tidak setuju? (akhiri dengan Ctrl-D):",
  sheetTotal: "Penilaian, {total} dari {most}",
  signedBy: "Oleh {name}, {day}",
  agrees: "Disetujui {name}, {day}.",
  disagrees: "Tidak disetujui {name}, {day}:",
  protectionOpen: "Perlindungan berjalan: {urgency}",
  tasks: "Tugas",
  anybody: "siapa saja",
  done: "Tersimpan dalam kasus {number}.",

  // directory
  directoryHead: "Daftar resmi nomor {version}",
  directoryDates: "Berlaku {from} sampai {until}",
  channel: "Saluran",
  recipients: "  Pembaca: {names}",
  excludable: "  Dapat dikecualikan: {names}",
  withRecovery: "  Juga disegel untuk kunci pemulihan",
  members: "Anggota",
  removedIn: "tidak aktif sejak nomor {version}",
  signaturesRight: "Tanda tangan: benar ({signatures}; diperlukan {threshold} dari {of} kunci akar)",
  chainWhole: "Rantai: utuh ({documents} dokumen)",
  membersRight: "Anggota: {members}, masing-masing menandatangani kuncinya sendiri",
  sameAsRemembered: "Sesuai dengan catatan perangkat ini",
  notRememberedHere: "Perangkat ini belum menyimpan catatan untuk dicocokkan",
  notAsRemembered: "Tanda bahaya: daftar resmi ini tidak memuat yang pernah diterima di perangkat ini.",
  compareRoots: "Mohon cocokkan sidik kunci akar dengan poster, atau bacakan melalui telepon:",

  // demo
  differs: "kembali lain daripada yang dikirim: {what}",

  // start
  portTaken:
    "Porta {port} di {host} sedang dipakai program lain. Mohon hentikan program itu, atau pilih porta lain: PORT=8081 npm start",
  badPort: 'PORT "{value}" bukan nomor porta.',
  startingDatabase: "Menyalakan basis data di {folder} …",
  buildingPages: "Menyusun halaman …",
  pagesNotBuilt: "Halaman tidak dapat disusun.",
  reporterPage: "halaman Pelapor: buat laporan, baca balasan",
  deskPage: "halaman pemeriksa: masuk dengan nama dan frasa sandi di bawah",
  enrolling: "Mendaftarkan anggota peragaan …",
  serverEnded: "Server berhenti sebelum siap.",
  serverGone: "Server berhenti di luar dugaan.",
  stopping: "Mengakhiri …",
  ready: "Segel siap di {origin}  ({seconds} s)",
  demoOnly: "Organisasi peragaan: semua peran rekaan, semua rahasia ada di {folder}. Bukan untuk laporan sungguhan.",
  columnLogin: "Nama",
  columnRole: "Peran",
  columnPassphrase: "Frasa sandi",
  firstSteps: "Buka kedua alamat itu di peramban, atau coba dari terminal lain:",
  stepSend: "mengirim laporan contoh; catat dua belas katanya",
  stepList: "membaca daftar kasus sebagai pemeriksa",
  stepCheck: "kembali sebagai Pelapor, dengan dua belas kata",
  stepDemo: "seluruh cerita untuk setiap laporan dalam berkas",
  howToEnd: "Ctrl-C mengakhiri.",
} as const;

/** Failures of which a terminal knows more than src/words/failures: where it asked, and how to go on. */
export const OWN_FAILURES = {
  api: {
    conflict: { advice: "Tidak ada yang hilang. Mohon buka lagi, lalu kirim ulang." },
    "move-not-allowed": { advice: "Mohon buka lagi." },
    unreachable: { happened: "Server tidak dapat dihubungi di {origin}." },
    unexpected: { happened: "Jawaban dari {origin} bukan jawaban Segel." },
  },
  crypto: { "too-long": { happened: "Laporan melebihi {limit} bita setelah disandikan." } },
  refusal: {
    "outcome-needed": { advice: "Mohon tambahkan --outcome." },
    "unreadable-file": { advice: "Mohon periksa berkas itu, lalu jalankan perintah ini lagi." },
    "file-missing": { advice: "Mohon coba lagi." },
  },
} as const;

/** Promises, one a line. */
export const DEADLINES = {
  title: "Batas waktu",
  kept: "terpenuhi {kept} (dijanjikan {day})",
  late: "terlambat, {kept} (dijanjikan {day})",
  paused: "dihentikan sementara sejak {day}, selama Pelapor ditanya",
  working: { left: "{day}, {n} hari kerja lagi", past: "{day}, lewat {n} hari kerja" },
  calendar: { left: "{day}, {n} hari kalender lagi", past: "{day}, lewat {n} hari kalender" },
  putOff: "semula {first}, diundur pada {on}",
  putOffLate: "semula {first}, sudah lewat ketika diundur pada {on}",
  source: "dasar: {source}",
  unconfirmed: "dasar: {source} (belum dicocokkan dengan naskahnya)",
  askWhy: "Alasan untuk Pelapor (akhiri dengan Ctrl-D):",
  dueMissing: 'Mohon sebutkan tanggal baru dengan --due 2027-01-31, bukan "{value}".',
  nextBy: "Kabar berikutnya paling lambat {day}",
  promise: "{deadline}: diundur menjadi {day}",
  profile: "Batas waktu mengikuti: {name}",
} as const;

/** A report that came by letter, call, visit or message. */
export const ENTERING = {
  future: "Laporan tidak mungkin diterima pada {value}: tanggal itu belum tiba.",
  askUnit: "Unit atau instansi yang dilaporkan (atau laporan dalam JSON)",
  askTitle: "Judul",
  askText: "Isi laporan (akhiri dengan Ctrl-D):",
  by: "{way}, diterima {day}, dicatat oleh {name}",
  withCode: "Orang yang melapor menerima kode dua belas kata.",
  withoutCode: "Tidak ada kode: balasan tidak akan terbaca oleh siapa pun.",
  entered: "Laporan tersimpan dan tersegel. Nomor register: {number}",
} as const;

/** Heads of the list of cases */
export const COLUMNS = {
  register: "Nomor",
  unread: "Baca",
  marks: "Tanda",
  assignee: "Petugas",
  state: "Status",
  arrived: "Diterima",
  category: "Kategori",
  unit: "Unit kerja",
  title: "Judul",
} as const;

/** Satu putaran atas semua kasus, untuk rekan yang keluar atau kembali. */
export const LEAVING = {
  forInterest: "Tidak dikembalikan, dahulu ditinggalkan karena benturan kepentingan: {list}.",
  progress: "{done} dari {of} kasus",
  unforeseen: "terjadi kesalahan yang tidak diduga.",
  failed: "Tidak berhasil untuk {n} kasus. Jalankan sekali lagi; yang sudah selesai dilewati.",
  takenOut:
    "Kunci baru: {n} kasus. Sudah begitu sebelumnya: {already}. Sudah selesai atau diarsipkan, tidak diubah: {ended}.",
  given:
    "Diberikan: {n} kasus. Sudah begitu sebelumnya: {already}. Sudah selesai atau diarsipkan, tidak diubah: {ended}.",
  known: "Yang masih dapat diketahuinya (nomor, keadaan, dapat membaca sejak, kunci baru sejak, berkas):",
  still: "masih memegang kunci",
  files: "ada berkas",
  noFiles: "tanpa berkas",
} as const;
