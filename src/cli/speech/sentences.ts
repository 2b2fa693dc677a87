/** Every sentence of the command line, Indonesian and English side by side. */
import type { Pair } from "./speech.ts";

export const SENTENCES = {
  help: [
    `segel PERINTAH [pilihan]

  send FILE            mengirim laporan
  check                memeriksa status laporan dengan dua belas kata
  read list|open|answer|note|state
                       pekerjaan anggota
  directory show|verify
                       daftar resmi anggota dan saluran

Keterangan tiap perintah: segel PERINTAH --help`,
    `segel COMMAND [options]

  send FILE            sends a report
  check                checks a report with the twelve words
  read list|open|answer|note|state
                       members' work
  directory show|verify
                       the signed directory of members and channels

More on each: segel COMMAND --help`,
  ],
  unknownCommand: [
    'Perintah "{name}" tidak dikenal. Lihat: segel --help',
    'There is no command "{name}". See: segel --help',
  ],
  unforeseen: ["Terjadi kesalahan yang tidak terduga ({kind}).", "Something unforeseen went wrong ({kind})."],

  // Arguments, files, standard input
  badOption: ["Pilihan tidak dapat dipahami ({detail}). Lihat --help.", "{detail}. See --help."],
  badLanguage: ['Bahasa "{value}" tidak ada; pilih id atau en.', 'There is no language "{value}"; choose id or en.'],
  badOrigin: [
    'Alamat "{value}" tidak sesuai; contoh: https://lapor.example.go.id',
    'The address "{value}" is not as expected; for example: https://report.example.org',
  ],
  badCode: [
    '{option} "{value}" tidak ada; pilihannya: {list}',
    '{option} "{value}" does not exist; choose from: {list}',
  ],
  stateMissing: ["Mohon sebutkan status baru dengan --to: {list}", "Please name the new state with --to: {list}"],
  unknownId: [
    'ID "{id}" tidak ada di sini, atau bukan hanya satu. Lihat: segel directory show',
    'The id "{id}" is not here, or not only one. See: segel directory show',
  ],
  inputEnded: ["Masukan berakhir sebelum: {question}", "The input ended before: {question}"],
  inputNotUtf8: ["Masukan bukan teks UTF-8.", "The input is not UTF-8 text."],
  fileUnreadable: ["Berkas {file} tidak dapat dibaca.", "The file {file} cannot be read."],
  fileNotJson: ["Berkas {file} bukan JSON dalam UTF-8.", "The file {file} is not JSON in UTF-8."],
  fileEmpty: ["Tidak ada laporan dalam {file}.", "There is no report in {file}."],
  notAReport: ["Ini bukan laporan: diharapkan sebuah objek JSON.", "This is no report: a JSON object is expected."],
  unknownFields: ["Isian tidak dikenal: {fields}.", "Unknown fields: {fields}."],
  wrongFields: ["Isian tidak sesuai: {fields}.", "Fields without the expected form: {fields}."],
  categories: ["Kategori yang ada: {list}.", "Categories: {list}."],
  allText: ["seluruh teks laporan", "all text of the report"],
  messageText: ["pesan", "message"],
  fieldMissing: ["Mohon isi {field}.", "Please fill in {field}."],
  fieldTooLong: [
    "Terlalu panjang: {field}, {actual} karakter; batasnya {limit}.",
    "Too long: {field}, {actual} characters; the limit is {limit}.",
  ],
  fieldTooLongOnce: ["Terlalu panjang setelah disandikan: {field}.", "Too long once encoded: {field}."],
  fieldTooManyBytes: [
    "Terlalu panjang setelah disandikan: {field}, {actual} bita; batasnya {limit}.",
    "Too long once encoded: {field}, {actual} bytes; the limit is {limit}.",
  ],
  threeDates: [
    "Jam perangkat ini: {clock}. Daftar resmi berlaku {from} sampai {until}.",
    "This device's clock: {clock}. The directory is valid {from} until {until}.",
  ],
  fieldControl: [
    "Mohon tanpa baris baru, tab, atau karakter kendali: {field}.",
    "Please without line breaks, tabs or control characters: {field}.",
  ],
  rootsUnreadable: ["Berkas kunci akar {file} tidak dapat dipahami.", "The file of roots {file} cannot be understood."],
  noRoots: [
    "Kunci akar tidak ditemukan ({files}). Mohon sebutkan dengan --roots.",
    "No roots were found ({files}). Please name them with --roots.",
  ],
  memoryUnreadable: [
    "Catatan perangkat {file} tidak dapat dibaca. Jika Anda yakin bukan akibat campur tangan, hapus berkas itu.",
    "This device's memory {file} cannot be read. If you are sure that nobody tampered with it, delete the file.",
  ],

  // send
  toChannel: ["Saluran: {channel}", "Channel: {channel}"],
  noChannel: ["Daftar resmi belum memuat saluran.", "The directory holds no channel yet."],
  inReport: ["Laporan {n}: {problem}", "Report {n}: {problem}"],
  nothingSent: ["Tidak ada yang dikirim.", "Nothing was sent."],
  stoppedAt: [
    "Berhenti di laporan {n} dari {all}: {reason} Yang sudah dipastikan: {sent}.",
    "Stopped at report {n} of {all}: {reason} Confirmed before: {sent}.",
  ],
  arrived: ["Laporan Anda telah diterima.", "Your report has arrived."],
  arrivedOf: ["Laporan {n} dari {all} telah diterima.", "Report {n} of {all} has arrived."],
  registerNumber: ["Nomor register: {number}", "Register number: {number}"],
  yourWords: [
    "Kode laporan Anda. Mohon tulis di kertas, berurutan: kode ini tidak dapat dipulihkan.",
    "Your report code. Please write it on paper, in this order: it cannot be recovered.",
  ],
  afterSending: [
    "Untuk membaca balasan nanti: npm run -s segel -- check",
    "To read the answer later: npm run -s segel -- check",
  ],

  attachment: ["lampiran", "attachment"],
  hiddenRemoved: ["dihapus: {kinds}.", "removed: {kinds}."],
  hiddenKept: ["masih ada di dalamnya: {kinds}.", "still inside: {kinds}."],
  nothingHidden: [
    "tidak ditemukan data tersembunyi dari jenis yang kami kenal.",
    "no hidden data of the kinds we know.",
  ],
  howAsIs: [
    "Belum ada yang dikirim. Untuk mengirim berkas apa adanya beserta namanya: --attach-as-is BERKAS",
    "Nothing has been sent. To send a file as it is, with its own name: --attach-as-is PATH",
  ],
  attachToOne: [
    "--attach hanya untuk satu laporan: FILE memuat {count}.",
    "--attach goes with one report alone: FILE holds {count}.",
  ],
  filesSent: ["Semua berkas telah diterima ({count}).", "All files have arrived ({count})."],
  filesNotSent: [
    "Laporan Anda telah diterima, tetapi berkasnya belum: {reason}\nBerkasnya dapat dikirim nanti dengan dua belas kata: npm run -s segel -- check --attach BERKAS",
    "Your report has arrived, but its files have not: {reason}\nThe files can be sent later with the twelve words: npm run -s segel -- check --attach PATH",
  ],
  sendingFile: [
    "Mengirim {n}/{all}: {percent}% dari {size}  {name}",
    "Sending {n}/{all}: {percent}% of {size}  {name}",
  ],
  waitingWithFile: [
    "Sambungan terputus; dicoba lagi ({n}/{all}: {percent}%)",
    "Connection lost; trying again ({n}/{all}: {percent}%)",
  ],

  // Files of a case
  waitingForFile: [
    "Sambungan terputus; dicoba lagi ({percent}% dari {size}  {name})",
    "Connection lost; trying again ({percent}% of {size}  {name})",
  ],
  fetchingFile: ["Mengambil: {percent}% dari {size}  {name}", "Fetching: {percent}% of {size}  {name}"],
  fileLine: ["Berkas: {name} ({size})", "File: {name} ({size})"],
  fileSaved: ["{name} ({size}) tersimpan: {path}\n  SHA-256 {hash}", "{name} ({size}) saved: {path}\n  SHA-256 {hash}"],
  fileNotSaved: ["! {name} ({size}) tidak tersimpan: {problem}", "! {name} ({size}) was not saved: {problem}"],
  filesNotSaved: ["{count} dari {all} berkas tidak tersimpan.", "{count} of {all} files were not saved."],
  noFiles: ["Tidak ada berkas untuk disimpan.", "There are no files to save."],
  folderUnusable: ["Folder {folder} tidak dapat dipakai.", "The folder {folder} cannot be used."],
  filesMissing: [
    "Laporan ini menyebut berkas yang belum datang: {list}",
    "The report announces files that have not come: {list}",
  ],

  // check
  askWords: ["Dua belas kata (tidak tampil saat diketik)", "The twelve words (not shown while typing)"],
  wordsNotAsArguments: [
    "Mohon jangan menulis kata-kata di baris perintah: perangkat menyimpannya. Jalankan tanpa itu; program akan bertanya.",
    "Please do not write the words on the command line: the device keeps them. Run it without; the program will ask.",
  ],
  wordCount: ["Kodenya dua belas kata; ini {found}.", "The code has twelve words; these are {found}."],
  wordForeign: [
    'Kata ke-{position} memuat "{letter}", huruf dari aksara lain.',
    'Word {position} holds "{letter}", a letter of another script.',
  ],
  wordMixed: [
    "Kata ke-{position} berasal dari bahasa lain daripada yang pertama.",
    "Word {position} is of another language than the first.",
  ],
  wordChecksum: [
    "Semua kata ada, tetapi tidak cocok bersama: satu kata lain, atau urutannya lain. Mohon periksa catatan Anda.",
    "All words exist, but not together: one is another, or the order is. Please look at your note.",
  ],
  wordUnknown: ["Kata ke-{position} tidak ada dalam daftar kata.", "Word {position} is in no word list."],
  wordSuggestions: ["Mungkin: {list}.", "Perhaps: {list}."],
  caseNotFound: [
    "Tidak ditemukan dengan kata-kata ini. Mohon periksa kata-kata dan urutannya.",
    "Not found with these words. Please check the words and their order.",
  ],
  state: ["Status: {state}", "State: {state}"],
  alarmAdvice: [
    "Mohon jangan menulis di sini. Jika laporan ini penting, buatlah laporan baru melalui perangkat dan jaringan lain.",
    "Please do not write here. If the report matters, make a new one from another device and network.",
  ],
  arrivedDay: ["Diterima: {day}", "Arrived: {day}"],
  missingAnswers: ["Balasan yang tidak ditampilkan: nomor {list}", "Answers that are not shown: number {list}"],
  missingOwn: [
    "Pesan Anda yang tidak ditampilkan: nomor {list}",
    "Messages of yours that are not shown: number {list}",
  ],
  youWrote: [
    "Pesan yang Anda tulis setelah laporan: {count}. Kode ini tidak membukanya kembali.",
    "Messages you wrote after the report: {count}. The code does not open them again.",
  ],
  noAnswers: ["Belum ada balasan.", "There is no answer yet."],
  howToReply: ["Untuk menulis: npm run -s segel -- check --reply", "To write: npm run -s segel -- check --reply"],
  askReply: ["Pesan Anda (akhiri dengan Ctrl-D):", "Your message (end with Ctrl-D):"],
  replySent: ["Pesan Anda telah diterima.", "Your message has arrived."],

  // Messages
  reporter: ["Pelapor", "Reporter"],
  nobodyKnown: ["Penulis tidak dikenal", "Unknown author"],
  messageAlarm: ["Pesan ini bermasalah: {list}.", "Something is wrong with this message: {list}."],
  notShown: [
    "Isinya tidak ditampilkan karena tidak dapat dipercaya.",
    "Its content is not shown, as it cannot be believed.",
  ],
  newState: ["Status baru: {state}", "New state: {state}"],
  withdrawn: ["Pelapor mencabut laporan:", "The reporter withdraws the report:"],
  burnt: ["Pelapor menutup jalan kembali ke laporan ini.", "The reporter has given up the way back to this report."],

  // read
  askName: ["Nama", "Name"],
  askPassphrase: ["Frasa sandi (tidak tampil saat diketik)", "Passphrase (not shown while typing)"],
  firstUseHere: [
    "Pertama kali di perangkat ini: daftar resmi yang lebih lama tidak akan terdeteksi. Cocokkan: segel directory verify",
    "First use here: an older directory would not be noticed. Compare: segel directory verify",
  ],
  tryingHeads: ["Mencoba membuka laporan baru: {tried} …", "Trying to open new reports: {tried} …"],
  alteredHeads: [
    "{count} laporan telah diubah setelah disegel, dan tidak ditampilkan.",
    "{count} reports were changed after they were sealed, and are not shown.",
  ],
  noCases: ["Belum ada kasus.", "There is no case yet."],
  noSuchCase: ["Tidak ada kasus {id} yang dapat Anda buka.", "There is no case {id} that you can open."],
  severalCases: [
    "Ada beberapa kasus dengan nomor ini; sebutkan UUID: {list}",
    "Several cases have this number; name the UUID: {list}",
  ],
  unreadMark: ["baru", "new"],
  summaryAltered: ["! ringkasan telah diubah", "! the summary was altered"],
  summaryMissing: ["(buka untuk melihat)", "(open it to see)"],
  arrivedOn: ["Diterima {day}  ·  {handle}", "Arrived {day}  ·  {handle}"],
  excluded: ["Dikecualikan oleh Pelapor: {names}", "Excluded by the reporter: {names}"],
  removedRecipients: [
    "Laporan ini juga disegel untuk anggota yang kini tidak aktif: {names}",
    "This report was also sealed to members who are not active any more: {names}",
  ],
  conversation: ["Percakapan dengan Pelapor", "Conversation with the reporter"],
  noMessages: ["Belum ada pesan.", "There is no message yet."],
  notes: ["CATATAN INTERNAL (tidak pernah ditampilkan kepada Pelapor)", "INTERNAL NOTES (never shown to the reporter)"],
  askAnswer: ["Pesan untuk Pelapor (akhiri dengan Ctrl-D):", "Message to the reporter (end with Ctrl-D):"],
  askNote: ["Catatan internal (akhiri dengan Ctrl-D):", "Internal note (end with Ctrl-D):"],
  askReason: [
    "Penjelasan untuk Pelapor, boleh kosong (akhiri dengan Ctrl-D):",
    "Explanation for the reporter, may be empty (end with Ctrl-D):",
  ],
  done: ["Tersimpan dalam kasus {number}.", "Stored in case {number}."],

  // directory
  directoryHead: ["Daftar resmi nomor {version}", "Directory number {version}"],
  directoryDates: ["Berlaku {from} sampai {until}", "Valid {from} until {until}"],
  channel: ["Saluran", "Channel"],
  recipients: ["  Pembaca: {names}", "  Recipients: {names}"],
  excludable: ["  Dapat dikecualikan: {names}", "  Can be excluded: {names}"],
  withRecovery: ["  Juga disegel untuk kunci pemulihan", "  Also sealed to the recovery key"],
  members: ["Anggota", "Members"],
  removedIn: ["tidak aktif sejak nomor {version}", "inactive since number {version}"],
  signaturesRight: [
    "Tanda tangan: benar ({signatures}; diperlukan {threshold} dari {of} kunci akar)",
    "Signatures: right ({signatures}; {threshold} of {of} roots are needed)",
  ],
  chainWhole: ["Rantai: utuh ({documents} dokumen)", "Chain: whole ({documents} documents)"],
  membersRight: [
    "Anggota: {members}, masing-masing menandatangani kuncinya sendiri",
    "Members: {members}, each signed by their own key",
  ],
  sameAsRemembered: ["Sesuai dengan catatan perangkat ini", "As this device remembers it"],
  notRememberedHere: [
    "Perangkat ini belum menyimpan catatan untuk dicocokkan",
    "This device has no memory yet to compare with",
  ],
  notAsRemembered: [
    "Tanda bahaya: daftar resmi ini tidak memuat yang pernah diterima di perangkat ini.",
    "Alarm: these directories do not hold the one that was accepted on this device before.",
  ],
  compareRoots: [
    "Mohon cocokkan sidik kunci akar dengan poster, atau bacakan melalui telepon:",
    "Please compare the fingerprints of the roots with the poster, or read them aloud over the telephone:",
  ],
  root: ["Kunci akar {n}", "Root {n}"],

  // demo
  differs: ["kembali lain daripada yang dikirim: {what}", "came back other than it was sent: {what}"],

  // start
  portTaken: [
    "Porta {port} di {host} sedang dipakai program lain. Mohon hentikan program itu, atau pilih porta lain: PORT=8081 npm start",
    "Port {port} on {host} is in use by another program. Please end that one, or choose another port: PORT=8081 npm start",
  ],
  badPort: ['PORT "{value}" bukan nomor porta.', 'PORT "{value}" is no port number.'],
  startingDatabase: ["Menyalakan basis data di {folder} …", "Starting the database in {folder} …"],
  buildingPages: ["Menyusun halaman …", "Building the pages …"],
  pagesNotBuilt: ["Halaman tidak dapat disusun.", "The pages could not be built."],
  reporterPage: ["halaman Pelapor: buat laporan, baca balasan", "for reporters: make a report, read the answer"],
  deskPage: [
    "halaman pemeriksa: masuk dengan nama dan frasa sandi di bawah",
    "for investigators: sign in with a name and passphrase from below",
  ],
  enrolling: ["Mendaftarkan anggota peragaan …", "Enrolling the members of the demonstration …"],
  serverEnded: ["Server berhenti sebelum siap.", "The server ended before it was ready."],
  serverGone: ["Server berhenti di luar dugaan.", "The server ended unexpectedly."],
  stopping: ["Mengakhiri …", "Ending …"],
  ready: ["Segel siap di {origin}  ({seconds} s)", "Segel is ready at {origin}  ({seconds} s)"],
  demoOnly: [
    "Organisasi peragaan: semua peran rekaan, semua rahasia ada di {folder}. Bukan untuk laporan sungguhan.",
    "A demonstration: all roles are made up, all secrets lie in {folder}. Not for real reports.",
  ],
  columnLogin: ["Nama", "Name"],
  columnRole: ["Peran", "Role"],
  columnPassphrase: ["Frasa sandi", "Passphrase"],
  firstSteps: [
    "Buka kedua alamat itu di peramban, atau coba dari terminal lain:",
    "Open both addresses in a browser, or try from another terminal:",
  ],
  stepSend: ["mengirim laporan contoh; catat dua belas katanya", "send a sample report; note its twelve words"],
  stepList: ["membaca daftar kasus sebagai pemeriksa", "read the list of cases as an investigator"],
  stepCheck: ["kembali sebagai Pelapor, dengan dua belas kata", "come back as the reporter, with the twelve words"],
  stepDemo: ["seluruh cerita untuk setiap laporan dalam berkas", "the whole story for each report of a file"],
  howToEnd: ["Ctrl-C mengakhiri.", "Ctrl-C ends it."],
} as const satisfies Record<string, Pair>;
