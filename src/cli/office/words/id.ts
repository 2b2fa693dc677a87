/** What `segel office` says, in Indonesian: the measure of the other languages. */

export const OFFICE = {
  isDemonstration:
    "{folder} adalah peragaan: semua rahasianya ada di satu folder. Dari peragaan tidak dapat dibuat instansi. Pilih folder lain yang masih kosong.",
  isOffice: "{folder} adalah pemasangan sebuah instansi. Nyalakan dengan: segel office start {folder}",
  isNoOffice: "{folder} bukan pemasangan instansi. Yang baru dibuat dengan: segel office new {folder}",
  notEmpty: "{folder} tidak kosong. Pilih folder baru; tidak ada yang diubah.",
  notMade:
    "{folder} tidak dapat dibuat ({why}). Folder di atasnya harus milik Anda, dan disknya harus masih punya ruang.",
  openToOthers: "{file} dapat dibaca orang lain (mode {mode}). Tutup dahulu: chmod 600 {file}",
  badSettings: "{file}, baris {line}: yang diharapkan NAMA=nilai.",
  fixedSetting: "{file}: {name} sudah ditentukan oleh folder ini. Hapus baris itu.",
  unknownSetting:
    "{file}: {name} bukan pengaturan Segel (docs/settings.md). Apakah salah tulis? Baris itu diteruskan apa adanya.",
  originMissing:
    "Di alamat mana orang akan membukanya? Tambahkan --origin https://…, --onion http://….onion, atau keduanya.",
  badOrigin:
    "{value}: --origin adalah alamat https, --onion adalah alamat http://….onion; tanpa apa pun di belakangnya.",
  portTaken:
    "Porta {port} di {host} sedang dipakai, mungkin oleh instansi ini juga. Porta lain: PORT di {folder}/settings",
  notHere:
    "Porta {port} di {host} tidak dapat dipakai di komputer ini ({why}). Keduanya tertulis di {folder}/settings: HOST, PORT.",
  badPort: "{value} bukan nomor porta.",
  badDatabase: "--database: yang diharapkan postgresql://peran@komputer/nama",
  passwordInArgument:
    "Kata sandi basis data jangan ditulis di baris perintah: semua orang di komputer ini dapat melihatnya. Hilangkan dari --database; setelah itu tulis di berkas {file}.",
  made: "Pemasangan sudah dibuat di {folder}. Belum ada instansi di dalamnya.",
  nextDatabase: "Lengkapi DATABASE_URL dan DATABASE_OWNER_URL di {file} (docs/operations/from-nothing.md).",
  nextStart: "Nyalakan:",
  nextProxy: "Pasang proksi https atau layanan onion di depan {address} (docs/operations/server.md).",
  nextFound: "Buka {origins} dan masukkan kode pendirian yang ditampilkan saat pertama dinyalakan.",
  running: "Berjalan di {address}. Ctrl-C mengakhiri.",
  notFounded:
    "Instansi ini belum didirikan: daftar resminya belum ditandatangani dan ditegaskan. Lanjutkan di {origin}",
  originUnset: "ORIGIN belum diisi: semua alamat layanan ini, dengan koma di antaranya, sama seperti pada server.",
  rootsChanged: "Kunci akar sudah berganti. Sidiknya lain: poster yang lama tidak berlaku lagi.",
  officeDiffers:
    "{file} menyebut nama lain daripada yang disepakati saat pendirian ({names}). Tidak ada yang ditulis: betulkan atau hapus berkas itu dahulu.",
  pagesMade: "Kunci akar dan instansi sudah ada di dalam halaman: daftar resmi nomor {version}, {folder}.",
  line: "Dua belas kata yang dibacakan keras-keras saat pendirian:",
  fingerprint: "Sidik halaman, seperti harus tertulis di poster:",
  compare:
    "Cocokkan sekarang, baris demi baris: kata pendirian dengan catatan hari itu, sidik dengan poster atau lembar permintaan yang ditandatangani. Kalau satu kata saja berbeda, hentikan server: ada yang menukar kunci.",
  poster: "Poster untuk dicetak: {file}",
  restart: "Nyalakan ulang server supaya halaman yang baru dipakai.",
  noCode: "Tidak ada kode baru.",
};
