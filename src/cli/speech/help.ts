/** What `--help` says, one text a command. */
import type { Pair } from "./speech.ts";

const COMMON_ID = `
Pilihan bersama:
  --origin URL     alamat layanan (baku: http://127.0.0.1:8080)
  --roots FILE     kunci akar yang Anda percayai (baku: KEYS_DIR/roots.json, lalu milik peragaan)
  --language id|en bahasa (baku: menurut LANG, jika tidak ada: id)
  --json           hasil untuk program lain
  --help           keterangan ini

Kode keluar: 0 selesai, 1 ditolak atau gagal, 2 salah pakai.`;

const COMMON_EN = `
Common options:
  --origin URL     address of the service (default: http://127.0.0.1:8080)
  --roots FILE     the roots that you trust (default: KEYS_DIR/roots.json, else those of the demonstration)
  --language id|en language (default: from LANG, else id)
  --json           the result for another program
  --help           this text

Exit codes: 0 done, 1 refused or failed, 2 wrong use.`;

const pair = (id: string, en: string): Pair => [id.trim() + "\n" + COMMON_ID, en.trim() + "\n" + COMMON_EN];

export const HELP = {
  send: pair(
    `
segel send FILE [--channel ID] [--exclude ID] [--attach BERKAS] [--attach-as-is BERKAS]

Menyegel laporan dalam FILE dan mengirimnya. FILE berisi JSON: satu laporan, atau larik laporan, dengan isian
category, unitName, title, what, where, when, who, how, evidence, amountIDR, language; hanya unitName dan what
yang wajib. "-" berarti masukan standar. Dua belas kata ditampilkan setelah server memastikan penerimaan.

  --channel ID     saluran tujuan (baku: yang pertama; lihat: segel directory show)
  --exclude ID     anggota yang tidak boleh membaca; boleh lebih dari satu
  --attach BERKAS  bukti yang menyertai laporan, paling besar 1 GB; boleh lebih dari satu, hanya untuk satu laporan.
                   Data tersembunyi yang dikenal dihapus, dan namanya menjadi lampiran-01.jpg dan seterusnya
  --attach-as-is BERKAS
                   sama, tetapi berkas dan namanya dikirim apa adanya

Berkas dikirim setelah laporan diterima dan kata-katanya ditampilkan. Jika berkas tidak sampai, kirim kemudian:
segel check --attach BERKAS`,
    `
segel send FILE [--channel ID] [--exclude ID] [--attach PATH] [--attach-as-is PATH]

Seals the report in FILE and sends it. FILE is JSON: one report or an array, with the fields
category, unitName, title, what, where, when, who, how, evidence, amountIDR, language; only unitName and what
are asked for. "-" is standard input. The twelve words are shown after the server has confirmed.

  --channel ID     where to (default: the first; see: segel directory show)
  --exclude ID     a member who must not read it; may be given several times
  --attach PATH    evidence that goes with the report, at most 1 GB; may be given several times, for one report alone.
                   Known hidden data is removed, and its name becomes attachment-01.jpg and so on
  --attach-as-is PATH
                   the same, but the file and its name go as they are

Files are sent after the report has arrived and its words were shown. Where they do not arrive, send them later:
segel check --attach PATH`,
  ),
  check: pair(
    `
segel check [--reply] [--attach BERKAS] [--attach-as-is BERKAS] [--save FOLDER]

Kembali dengan dua belas kata: status laporan, balasan, dan apakah balasan itu asli. Empat huruf pertama tiap kata
cukup. Salah ketik diberitahukan di sini; tidak ada yang dikirim sebelum kata-katanya benar.

  --reply          menulis pesan setelahnya
  --attach BERKAS  mengirim berkas, dengan pesan (--reply) atau tanpa; boleh lebih dari satu. Data tersembunyi yang
                   dikenal dihapus, dan namanya menjadi lampiran-01.jpg dan seterusnya
  --attach-as-is BERKAS
                   sama, tetapi berkas dan namanya dikirim apa adanya
  --save FOLDER    menyimpan berkas yang datang bersama balasan; tidak pernah menimpa yang sudah ada

Masukan standar, bila bukan terminal: baris 1 dua belas kata; sisanya isi pesan (dengan --reply).
Kata-kata tidak pernah diterima sebagai argumen.`,
    `
segel check [--reply] [--attach PATH] [--attach-as-is PATH] [--save DIR]

Comes back with the twelve words: the state of the report, the answers, and whether they are genuine. The first four
letters of each word are enough. Slips are named here; nothing is sent before the words are right.

  --reply          write a message afterwards
  --attach PATH    send files, with a message (--reply) or without; may be given several times. Known hidden data is
                   removed, and their names become attachment-01.jpg and so on
  --attach-as-is PATH
                   the same, but the file and its name go as they are
  --save DIR       save the files that came with answers; never in the place of another

Standard input, where it is no terminal: line 1 the twelve words; the rest is the message (with --reply).
The words are never taken as arguments.`,
  ),
  read: pair(
    `
segel read list
segel read open ID [--save FOLDER]
segel read answer ID [--attach BERKAS] [--attach-as-is BERKAS]
segel read note ID
segel read state ID --to STATUS [--outcome HASIL]

Pekerjaan anggota: daftar kasus, membuka, membalas Pelapor, mencatat secara internal, mengubah status.
ID adalah nomor register (K7QD-4M2P) atau nama acak kasus (UUID).

  --save FOLDER    menyimpan semua berkas kasus ini, dengan SHA-256-nya; tidak pernah menimpa yang sudah ada.
                   Berkas dari orang lain bisa berbahaya: buka hanya di tempat yang aman
  --attach BERKAS  berkas yang menyertai balasan, tanpa data tersembunyi yang dikenal; boleh lebih dari satu
  --attach-as-is BERKAS
                   sama, tetapi berkasnya dikirim apa adanya
  --to STATUS      received verifying awaiting_reporter reviewing investigating referred closed archived
  --outcome HASIL  substantiated partly unsubstantiated insufficient referred out_of_scope duplicate withdrawn

Masukan standar, bila bukan terminal: baris 1 nama, baris 2 frasa sandi; sisanya teks (answer, note, state).
Catatan internal tidak pernah ditampilkan kepada Pelapor; balasan dan alasan perubahan status ditampilkan.`,
    `
segel read list
segel read open ID [--save DIR]
segel read answer ID [--attach PATH] [--attach-as-is PATH]
segel read note ID
segel read state ID --to STATE [--outcome OUTCOME]

A member's work: list cases, open one, answer the reporter, note internally, change the state.
ID is the register number (K7QD-4M2P) or the case's random name (UUID).

  --save DIR         saves all files of this case, with their SHA-256; never in the place of another.
                     Files of others can be dangerous: open them in a safe place only
  --attach PATH      a file that goes with the answer, without known hidden data; may be given several times
  --attach-as-is PATH
                     the same, but the file goes as it is
  --to STATE         received verifying awaiting_reporter reviewing investigating referred closed archived
  --outcome OUTCOME  substantiated partly unsubstantiated insufficient referred out_of_scope duplicate withdrawn

Standard input, where it is no terminal: line 1 the name, line 2 the passphrase; the rest is the text (answer, note,
state). Notes are never shown to the reporter; answers and the reason of a change of state are.`,
  ),
  directory: pair(
    `
segel directory show
segel directory verify

Daftar resmi yang ditandatangani: saluran, pembacanya, dan siapa yang dapat dikecualikan. "verify" memeriksa tanda
tangan, rantai, dan tanggal, lalu menampilkan sidik kunci akar untuk dicocokkan dengan poster atau melalui telepon.`,
    `
segel directory show
segel directory verify

The signed directory: channels, who reads them, and who can be excluded. "verify" checks signatures, chain and dates,
and prints the fingerprints of the roots, to be compared with the poster or over the telephone.`,
  ),
  demo: pair(
    `
npm run -s demo -- FILE [--attach FOLDER] [--origin URL]

Memainkan seluruh cerita untuk setiap laporan dalam FILE: menyegel, mengirim, membuka, membandingkan, mengubah status,
membalas, kembali dengan dua belas kata, menulis lagi. Tanpa --origin dengan server sendiri yang bersifat sementara;
dengan --origin sebagai anggota peragaan dari SEGEL_DATA, atau dengan nama dan frasa sandi dari masukan standar.

  --attach FOLDER  setiap berkas di dalamnya menyertai setiap laporan, dan dicocokkan dengan SHA-256`,
    `
npm run -s demo -- FILE [--attach DIR] [--origin URL]

Plays the whole story for each report in FILE: seal, send, open, compare, change the state, answer, come back with the
twelve words, write again. Without --origin against a temporary server of its own; with --origin as a member of the
demonstration in SEGEL_DATA, else with name and passphrase from standard input.

  --attach DIR     every file in it goes along with each report, and is compared by SHA-256`,
  ),
} as const;
