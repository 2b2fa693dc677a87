/** The receiver's page in Indonesian. */
import type { CheckedExport } from "../../../../client/case-file/check-export.ts";
import type { RowOfAct } from "../../../../client/case-file/told-entries.ts";

export const RECEIVER = {
  title: "Penerima paket tersegel",
  lead: "Halaman ini untuk instansi yang menerima berkas kasus dari sebuah inspektorat dalam paket tersegel.",
  nothingSent:
    "Semuanya dikerjakan di komputer ini saja. Tidak ada yang dikirim, dan tidak ada yang disimpan di halaman ini. Sebaiknya dibuka di komputer tanpa jaringan.",
  back: "Kembali",
  needsScript: "Halaman ini memerlukan JavaScript. Semuanya dikerjakan di komputer ini saja.",
} as const;

export const TASKS = {
  open: "Membuka paket",
  openHint: "Dengan berkas kunci rahasia, atau dengan sepuluh kata",
  make: "Membuat kunci",
  makeHint: "Sekali saja, sebelum paket pertama dikirim",
  name: "Membacakan kata-kata kunci",
  nameHint: "Jika kantor pengirim menelepon untuk mencocokkan",
} as const;

export const MAKE = {
  title: "Membuat kunci",
  lead: "Kunci terdiri dari dua berkas: yang rahasia tinggal di kantor Anda, yang lain diberikan kepada pengirim.",
  make: "Buat kunci",
  made: "Kunci sudah dibuat",
  secretTitle: "Simpan berkas kunci rahasia di dua tempat yang aman",
  secretText:
    "Siapa pun yang memegangnya dapat membuka semua paket untuk kantor Anda. Jangan mengirimnya, juga tidak kepada pengirim. Jika hilang, paket tidak dapat dibuka lagi.",
  saveSecret: "Simpan kunci rahasia",
  publicText: "Berkas ini boleh diketahui siapa pun. Kirimkan kepada kantor yang akan mengirim paket.",
  savePublic: "Simpan kunci untuk pengirim",
  failed: "Kunci tidak dapat dibuat di peramban ini. Coba dengan peramban yang lebih baru.",
} as const;

export const KEY = {
  title: "Kata-kata kunci",
  lead: "Pilih berkas kunci rahasia, atau berkas kunci untuk pengirim.",
  choose: "Berkas kunci",
  none: "Di berkas ini tidak ada satu kunci age yang utuh.",
  words: "Dua belas kata dari kunci ini",
  wordsText:
    "Bacakan kepada kantor pengirim saat mereka menelepon. Kata-kata ini bukan rahasia dan tidak membuka apa pun.",
  again: "Kata-kata ini dapat ditampilkan lagi kapan saja dari berkas kunci.",
} as const;

export const OPEN = {
  title: "Membuka paket",
  lead: "Pilih paket yang diterima. Namanya berakhir dengan .age.",
  choose: "Paket",
  hash: "SHA-256 paket ini",
  hashText: "Cocokkan dengan angka pada tanda terima sebelum menandatanganinya. Ukuran paket: {size}.",
  key: "Kunci",
  keyLabel: "Berkas kunci rahasia",
  words: "Sepuluh kata",
  wordsLabel: "Sepuluh kata yang disampaikan kantor pengirim",
  open: "Buka",
  busy: "Sedang dibaca …",
  opened: "Paket sudah terbuka",
  save: "Simpan berkas ZIP ({size})",
  careful: "Berkas ZIP tidak lagi tersegel. Simpan hanya di tempat yang aman, lalu buka document.html di dalamnya.",
  noPackage: "Berkas ini bukan paket tersegel.",
  unreadable: "Berkas ini tidak dapat dibaca. Salin ulang dari media asalnya.",
  altered: "Paket ini rusak, terpotong, atau diubah setelah disegel. Minta kantor pengirim mengirimnya sekali lagi.",
  otherKey: "Paket ini tidak disegel untuk kunci ini.",
  otherWords: "Kata-kata ini tidak membuka paket ini.",
  noKey: "Pilih berkas kunci rahasia yang utuh. Isinya dimulai dengan AGE-SECRET-KEY.",
  noWords: "Ini bukan sepuluh kata dari daftar. Periksa ejaan dan jumlahnya.",
} as const;

export const CHECK = {
  genuine: "Tanda tangan di dalamnya sah, dan tidak ada yang diubah",
  unplaced: "Belum dipastikan dari kantor mana",
  unplacedText:
    "Isinya utuh dan cocok dengan tanda tangannya. Namun, siapa pun dapat membuat tanda tangan atas nama kantor mana pun: cocokkan dahulu dua belas kata di bawah.",
  signedBy: "{what}, ditandatangani atas nama {name}, {day}. Berkas di dalamnya: {n}.",
  notGenuine: "Isi paket tidak dapat dipastikan asli",
  office: "Dua belas kata ini adalah sidik kantor penanda tangan. Cocokkan dengan poster atau surat kantor itu:",
  compared: "Kedua belas kata itu sama dengan yang tertulis di poster atau surat kantor itu",
} as const;

export const OFFICE = {
  title: "Dari kantor mana",
  noted: "Sidik kantor itu menurut catatan Anda (jika ada)",
  notedHint: "Dua belas kata di poster atau suratnya, atau ke-64 tandanya. Isian ini tidak disimpan.",
  same: "Sama dengan kantor yang Anda catat.",
  other: "Bukan kantor yang Anda catat. Hubungi kantor itu sebelum memakai berkas ini.",
  incomplete: "Belum dua belas kata dari daftar, atau 64 tanda. Periksa ejaannya.",
} as const;

export const SIGNER = {
  title: "Ditandatangani oleh",
  listed: "Nama ini tercantum di samping kunci berikut dalam daftar anggota kantor itu.",
  named: "Demikian kata berkas itu sendiri. Selama kantornya belum pasti, nama ini pun belum pasti.",
  compare:
    "Cocokkan sidik kunci penanda tangan ini dengan tanda terima yang datang di atas kertas, atau mintalah orang itu membacakan dua belas katanya lewat telepon.",
} as const;

export const TRAIL = {
  title: "Entri jejak audit kantor itu",
  none: "Tidak ada yang ikut. Salinan yang disamarkan tidak memilikinya, begitu pula berkas yang dibuat ketika jejak auditnya bermasalah.",
  lead: "Ada {n} entri yang ikut. Setiap entri ditandatangani anggota yang disebut, dan terbukti tercatat dalam jejak dengan kunci di bawah.",
  entry: "Entri ke-{entry}",
  noRow: "Tulisannya tidak ada di berkas ini.",
  compare: "Kunci jejak itu. Cocokkan dengan yang diberikan kantornya (segel audit verify):",
} as const;

export const ROW_NAMES = {
  made: "Mencatat bahwa berkas ini dibuat",
  conversation: "Menulis pesan nomor {number} di berkas ini",
  notes: "Menulis catatan internal nomor {number} di berkas ini",
  records: "Menulis catatan tindakan nomor {number} di berkas ini",
  readers: "Mengubah pembaca kasus: nomor {number} di berkas ini",
} as const satisfies Readonly<Record<RowOfAct["in"], string>>;

export const UNCHECKED = {
  title: "Yang tidak dapat diperiksa di sini, dan sebabnya",
  office: "Dari kantor mana: daftar anggota dan kuncinya datang bersama berkas. Cocokkan dua belas kata di atas.",
  signer: "Apakah orang itu sendiri yang menandatangani: yang terbukti hanya kuncinya, dan siapa yang memegangnya.",
  day: "Pada hari apa berkas dibuat: tanpa entri jejak audit, tanggalnya menurut pembuatnya sendiri.",
  log: "Apakah jejak itu milik kantornya: kuncinya datang bersama berkas. Cocokkan dengan kunci dari kantor itu.",
  rows: "Apakah entri itu memang dari tulisan yang disebut: entri hanya memuat sidiknya, sedangkan tulisannya tersimpan di kantor.",
  content: "Apakah isinya benar, dan apa yang tidak disertakan.",
} as const;

export const FAULTS = {
  form: "Isinya bukan berkas ZIP dalam bentuk yang ditulis Segel.",
  manifest: "Daftar isi atau tanda tangannya tidak ada.",
  directory: "Daftar anggota kantor pengirim tidak ada atau tidak terbaca.",
  missing: "Ada yang kurang:",
  extra: "Ada yang tidak tercantum dalam daftar isi:",
  changed: "Ada yang diubah:",
  sum: "Isinya cocok dengan tanda tangan, tetapi jumlah periksa ZIP-nya (CRC-32) salah. Program lain mungkin menganggapnya rusak:",
  audit: "Keterangannya tentang jejak audit tidak terbukti.",
  roots: "Daftar anggota tidak ditandatangani kunci akar kantor itu.",
  "other-directory": "Daftar anggota bukan yang disebut dalam daftar isi.",
  "other-office": "Ini dari kantor lain.",
  "unknown-member": "Penanda tangan tidak tercantum dalam daftar anggota, atau tidak lagi berhak.",
  signature: "Tanda tangannya tidak cocok.",
} as const satisfies Readonly<Record<CheckedExport["faults"][number]["code"], string>>;
