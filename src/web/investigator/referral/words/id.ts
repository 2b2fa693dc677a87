/** What is said where a case file is sealed for another body, in Indonesian. */
import type { OfficeDocumentAlarm } from "../../../../client/member/office-documents.ts";
import type { ReceivingBody } from "../../../../protocol/rules/referrals.ts";

export const BODY_NAMES = {
  kpk: "KPK",
  police: "Kepolisian",
  prosecutor: "Kejaksaan",
  inspectorate: "Inspektorat di atasnya",
  other: "Instansi lain",
} as const satisfies Readonly<Record<ReceivingBody, string>>;

export const SEAL = {
  legend: "Bagaimana berkas ini dikirim?",
  plain: "Berkas ZIP biasa",
  plainHint: "Siapa pun yang memegang berkasnya dapat membacanya.",
  sealed: "Paket tersegel untuk instansi lain",
  sealedHint: "Hanya instansi penerima yang dapat membukanya. Pelimpahannya tercatat dalam kasus ini.",
  known: "Dari buku penerima",
  knownNone: "Penerima baru",
  knownChecked: "Kunci ini dicocokkan pada {day} oleh {name}: {how}",
  choose: "Pilih …",
  to: "Instansi penerima",
  letter: "Nomor surat pengantar",
  letterHint: "Surat yang menyertai paket ini.",
  on: "Tanggal surat",
  way: "Disegel dengan apa?",
  byKey: "Kunci instansi penerima",
  byKeyHint: "Paling aman. Kunci dibuat penerima dengan halaman segel-penerima.html atau dengan program age.",
  byWords: "Sepuluh kata sandi",
  byWordsHint:
    "Jika penerima belum mempunyai kunci. Kata-katanya dibuat oleh program dan disampaikan lewat jalur lain.",
  key: "Kunci penerima",
  keyHint: "Tempelkan kunci yang dimulai dengan age1, atau pilih berkasnya.",
  keyFile: "Pilih berkas kunci:",
  secretKey:
    "Ini kunci rahasia penerima, yang tidak boleh dikirim kepada siapa pun. Jangan dipakai lagi: minta penerima membuat kunci baru.",
  compare:
    "Hubungi penerima lewat nomor resmi kantornya. Minta mereka membacakan dua belas kata dari kunci mereka, lalu cocokkan:",
  asNumbers: "Sebagai angka (SHA-256)",
  notHybrid:
    "Kunci ini belum tahan terhadap komputer kuantum. Jika waktu mengizinkan, minta penerima membuat kunci dengan segel-penerima.html.",
  compared: "Kedua belas kata itu sama dengan yang dibacakan penerima",
  checked: "Bagaimana kunci dicocokkan?",
  checkedHint: "Misalnya: lewat telepon kantor, dengan siapa.",
  toldBy: "Lewat jalur apa sepuluh kata disampaikan?",
  toldByHint: "Jangan lewat jalur yang sama dengan paketnya. Misalnya: diucapkan lewat telepon kantor.",
  keeps: "Simpan kunci ini di buku penerima kantor",
  anew: "Tetap begini sesudah dimuat ulang: mulai lagi dengan {n} penerima yang masih dapat dibaca. Penerima yang disimpan berikutnya menggantikan seluruh buku, bagi semua rekan.",
} as const;

export const SEAL_FAULTS = {
  name: "Tulis nama instansi penerima.",
  to: "Pilih instansi penerima.",
  letter: "Isi nomor surat pengantar.",
  key: "Ini bukan satu kunci age yang utuh. Mintalah sekali lagi kepada penerima.",
  compared: "Kunci perlu dicocokkan lebih dahulu. Jika kuncinya keliru, kasus ini jatuh ke tangan orang lain.",
  checked: "Bagian ini perlu diisi.",
} as const;

export const SENT = {
  hash: "SHA-256 paket:",
  words: "Catat sepuluh kata ini sekarang",
  fromBefore:
    "Meja kerja terkunci sebelum kata-kata paket untuk {name} (surat {letter}) dicatat. Kata-kata itu disimpan sampai Anda kembali. Jika berkas paketnya ternyata tidak tersimpan, buat paketnya sekali lagi; kata-katanya akan lain.",
  unfinished:
    "Meja kerja terkunci ketika sebuah paket sedang dibuat. Paket itu tidak tercatat dan tidak jadi dibuat. Buatlah sekali lagi.",
  wordsText:
    "Setelah Anda beri tanda, kata-kata ini tidak tersimpan di mana pun. Sampaikan lewat jalur lain daripada paketnya. Tanpa kata-kata ini, paket tidak dapat dibuka oleh siapa pun.",
  noted: "Sepuluh kata ini sudah saya catat",
  notedFirst:
    "Catat kata-katanya lebih dahulu, lalu beri tanda di sini. Sesudah ditutup, kata-kata itu tidak ada lagi.",
  next: "Kirim paket bersama tanda terima. Setelah ditandatangani penerima, catat kembalinya di kasus ini.",
  receipt: "Simpan tanda terima untuk dicetak",
  file: "tanda-terima-{number}",
  page: "Simpan halaman pembuka untuk penerima",
  pageText:
    "Dengan halaman ini penerima membuat kunci dan membuka paket. Kirimkan sekali saja, tidak bersama paketnya.",
  move: "Ubah ke Dilimpahkan …",
} as const;

export const PACKAGES = {
  title: "Paket untuk instansi lain: {n}, menunggu tanda terima: {waiting}",
  sent: "{day}, oleh {name}, surat {letter}",
  waiting: "Tanda terima belum kembali.",
  returned: "Tanda terima ditandatangani {by}, {day}.",
  differs: "Kode SHA-256 pada tanda terima berbeda. Hubungi penerima: paket yang sampai bukan paket ini.",
  note: "Catat tanda terima …",
  noteAgain: "Catat ulang tanda terima …",
  by: "Siapa yang menandatangani, dan di kantor apa?",
  on: "Tanggal diterima",
  number: "Nomor tanda terima (jika ada)",
  agrees: "Apakah kode SHA-256 pada tanda terima sama?",
  yes: "Ya, sama",
  no: "Tidak sama",
  text: "Catatan (jika ada)",
  save: "Simpan",
  cancel: "Batal",
} as const;

export const RECEIPT = {
  title: "Tanda terima paket tersegel",
  from: "Dari",
  to: "Kepada",
  letter: "Surat pengantar",
  letterOn: "{letter}, {day}",
  register: "Nomor register",
  size: "Ukuran paket",
  sizeText: "{size} ({bytes} bita)",
  files: "Banyaknya berkas di dalam",
  sealedBy: "Disegel dengan",
  byKey: "kunci penerima",
  byWords: "sepuluh kata, yang disampaikan lewat jalur lain",
  keyHash: "SHA-256 kunci penerima",
  hash: "SHA-256 paket",
  compare: "Cocokkan angka di atas dengan angka yang ditampilkan segel-penerima.html, atau dengan hasil sha256sum.",
  same: "Angkanya sama.",
  other: "Angkanya tidak sama.",
  signer: "Kunci penanda tangan",
  signerText:
    "segel-penerima.html menampilkan dua belas kata ini di bawah “Ditandatangani oleh”. Jika kata-katanya lain, hubungi pengirim.",
  opening: "Cara membuka",
  byPage:
    "Buka segel-penerima.html di peramban tanpa jaringan, lalu pilih paket dan kuncinya, atau ketikkan sepuluh kata.",
  byAge: "Atau dengan program age (versi 1.3 ke atas untuk kunci age1pq):",
  ageByKey: "age -d -i KUNCI -o berkas.zip PAKET",
  ageByWords: "age -d -o berkas.zip PAKET",
  ageJoined: "Sebagai frasa sandi, ketikkan kesepuluh kata itu dengan tanda hubung (-) di antaranya, tanpa spasi.",
  secret:
    "Isi paket bersifat rahasia. Nama, alamat, dan hal lain yang dapat menunjukkan siapa Pelapornya tidak boleh disebut ({law}).",
  gives: "Yang menyerahkan: nama, NIP, tanggal",
  takes: "Yang menerima: nama, jabatan, tanggal, cap",
} as const;

export const RECEIVER_ALARMS = {
  altered: "Buku penerima yang ditunjukkan server tidak sah. Jangan pakai kuncinya. Beri tahu administrator.",
  older: "Server menunjukkan buku penerima yang lebih lama daripada yang pernah Anda baca. Beri tahu administrator.",
  unshown:
    "Jejak audit mencatat buku penerima yang lebih baru daripada yang ditunjukkan server. Beri tahu administrator.",
  "not-for-me":
    "Buku penerima disegel sebelum Anda menjadi anggota. Begitu seorang rekan membuka halaman ini, Anda dapat membacanya.",
  unreadable: "Buku penerima ditulis dengan versi yang lebih baru. Muat ulang halaman ini.",
} as const satisfies Readonly<Record<OfficeDocumentAlarm, string>>;
