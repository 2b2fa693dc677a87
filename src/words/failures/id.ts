/** Why something was not done, in Indonesian: what happened, then what is lost (nothing) and what to do. */
import type { RefusalCode } from "../../client/refusal.ts";
import type { ApiErrorCode } from "../../client/line/http.ts";
import type { CryptoErrorCode } from "../../crypto/errors.ts";
import type { DirectoryErrorCode } from "../../protocol/directory/directory.ts";
import type { ToldIn } from "../told.ts";

const TRY_AGAIN = "Mohon coba lagi.";
const TELL_ADMINISTRATOR = "Jika terulang, beri tahu administrator.";
const LOOK_AGAIN = "Mohon lihat lagi daftar kasus.";
const SHORTER = "Mohon dipersingkat.";
const WITHOUT_FILES = "Pesan tanpa berkas tetap dapat dikirim.";

/** It should not have happened, and may not happen again. */
const ODD = { advice: TRY_AGAIN, forMembers: TELL_ADMINISTRATOR } as const;
/** Somebody may stand behind it. */
const SUSPECT = {
  advice: "Jangan lanjutkan.",
  forMembers: "Hubungi administrator melalui jalur lain, bukan melalui layanan ini.",
  forReporters: "Coba lagi dari perangkat atau jaringan lain.",
} as const;

export const API_FAILURES = {
  "bad-request": { happened: "Server menolak bentuk permintaan ini.", ...ODD },
  "bad-envelope": { happened: "Server menolak data yang disegel.", ...ODD },
  "bad-proof-of-work": { happened: "Server menolak bukti kerja permintaan ini.", ...ODD },
  "bad-act": {
    happened: "Server menolak catatan jejak audit untuk tindakan ini. Tidak ada yang diubah.",
    advice: "Mohon masuk kembali, lalu coba lagi.",
  },
  "bad-signature": { happened: "Server menolak tanda tangan permintaan ini.", advice: TRY_AGAIN },
  "not-signed-in": { happened: "Sesi di server telah berakhir.", advice: "Mohon masuk kembali." },
  "wrong-login": {
    happened: "Nama pengguna atau frasa sandi tidak benar.",
    advice:
      "Huruf besar dan spasi di tepi tidak berpengaruh pada nama; pada frasa sandi, ejaan setiap kata berpengaruh.",
  },
  "wrong-factor": {
    happened: "Kode atau passkey tidak benar, atau sudah pernah dipakai.",
    advice: "Setiap kode hanya berlaku satu kali. Tunggu kode berikutnya, lalu coba lagi.",
  },
  "too-many-codes": {
    happened: "Terlalu banyak kode yang salah dalam satu jam ini.",
    advice: "Mohon tunggu sampai jam penuh berikutnya, atau masuk dengan passkey.",
    forMembers: "Jika bukan Anda yang mencoba, orang lain mungkin mengetahui enam kata Anda. Beri tahu administrator.",
  },
  "factor-needed": {
    happened: "Faktor kedua belum dipasang.",
    advice: "Pasang kode atau passkey lebih dahulu. Sebelum itu tidak ada kasus yang dibuka.",
  },
  "last-factor": {
    happened: "Ini satu-satunya faktor kedua Anda.",
    advice: "Pasang yang lain lebih dahulu, kemudian yang ini dapat dihapus.",
  },
  "not-valid-now": {
    happened: "Nama dan frasa sandi benar, tetapi entri Anda dalam daftar resmi tidak berlaku hari ini.",
    advice: "Masa berlakunya sudah berakhir atau belum mulai, atau akses Anda sedang ditangguhkan.",
    forMembers:
      "Tanyakan kepada administrator: daftar resmi berikutnya dapat memperbaikinya. Sementara itu laporan tidak disegel untuk Anda.",
  },
  forbidden: { happened: "Peran Anda tidak memungkinkan hal ini.", advice: "Tidak ada yang berubah." },
  "cross-site": { happened: "Server menolak permintaan dari situs lain.", ...ODD },
  "not-found": {
    happened: "Yang diminta tidak ada di server, atau bukan lagi untuk Anda.",
    forMembers: LOOK_AGAIN,
  },
  "method-not-allowed": { happened: "Server tidak mengenal permintaan ini.", ...ODD },
  conflict: { happened: "Pesan lain tersimpan lebih dahulu.", advice: "Tidak ada yang hilang." },
  "move-not-allowed": { happened: "Status kasus ini baru saja berubah.", advice: "Tidak ada yang hilang." },
  "wrong-day": {
    happened: "Tanggal perangkat ini tidak sama dengan tanggal server.",
    advice: "Tidak ada yang disimpan. Mohon periksa tanggal dan jam perangkat ini.",
    forMembers: "Bila sudah benar, beri tahu administrator.",
  },
  "files-incomplete": {
    happened: "Belum semua bagian berkas diterima server.",
    advice: "Tidak ada yang tersimpan. Mohon kirim lagi.",
  },
  "proof-of-work-needed": { happened: "Server meminta bukti kerja untuk permintaan ini.", ...ODD },
  "awaiting-answer": {
    happened: "Untuk sementara, kasus ini belum dapat menerima tambahan sampai petugas menjawab.",
    advice: "Yang sudah terkirim tetap tersimpan. Mohon datang lagi dengan dua belas kata Anda setelah ada jawaban.",
  },
  "no-room": {
    happened: "Saat ini tempat di server tidak cukup untuk isi ini. Tidak ada yang tersimpan.",
    advice: "Teks yang lebih pendek mungkin masih dapat diterima. Jika tidak, mohon coba lagi nanti.",
    forMembers: "Beri tahu administrator.",
  },
  "too-many-files": {
    happened: "Jumlah atau ukuran berkas dalam kasus ini sudah mencapai batas.",
    advice: WITHOUT_FILES,
  },
  "storage-full": {
    happened: "Saat ini tidak ada ruang untuk berkas di server.",
    advice: `${WITHOUT_FILES} Mohon kirim berkasnya lain waktu.`,
    forMembers: "Beri tahu administrator.",
  },
  "stale-directory": { happened: "Daftar resmi baru saja berubah.", advice: TRY_AGAIN },
  "wrong-code": {
    happened: "Itu bukan kode yang dicetak oleh server.",
    advice: "Mohon cocokkan setiap hurufnya. Huruf besar dan spasi tidak berpengaruh.",
  },
  "code-served": {
    happened: "Kode ini sudah dipakai di peramban lain.",
    advice: "Mintalah kode baru kepada pengelola server.",
    forMembers:
      "Jika tidak ada yang memakainya di ruangan ini, kode itu sudah dibaca orang lain: mulailah lagi di server yang baru.",
  },
  "list-closed": {
    happened: "Daftar sudah ditutup. Tidak ada yang ditambahkan.",
    advice: "Pemimpin pendirian dapat membukanya lagi.",
  },
  "other-office": {
    happened: "Berkas ini disegel untuk instansi lain. Tidak ada yang tersimpan.",
    advice: "Mohon serahkan di halaman instansi itu.",
  },
  "sealed-too-long-ago": {
    happened: "Berkas ini disegel terlalu lama: pembacanya mungkin sudah berganti. Tidak ada yang tersimpan.",
    advice: "Pelapor perlu menulis laporan baru dengan berkas segel-lapor.html yang baru.",
  },
  "too-large": { happened: "Ukurannya melebihi batas server.", advice: SHORTER },
  "unsupported-media-type": { happened: "Server tidak mengenal jenis isi ini.", ...ODD },
  "mail-off": {
    happened: "Tidak ada surel yang dikirim.",
    advice: "Kantor belum memasang server surel, atau Anda belum menyimpan alamat.",
  },
  "mail-failed": {
    happened: "Server surel kantor tidak menerima surel ini.",
    advice: "Periksa alamatnya, lalu coba lagi.",
    forMembers: "Jika terulang, beri tahu administrator.",
  },
  "too-often": { happened: "Permintaan ini sudah terlalu sering hari ini.", advice: "Mohon coba lagi besok." },
  busy: { happened: "Server sedang sibuk. Tidak ada yang tersimpan.", advice: "Mohon coba lagi sebentar lagi." },
  internal: { happened: "Terjadi kesalahan di server.", ...ODD },
  unreachable: { happened: "Server tidak dapat dihubungi.", advice: "Periksa sambungan, lalu coba lagi." },
  "asks-too-much": {
    happened: "Server meminta pekerjaan yang tidak sesuai dengan aturan Segel. Permintaan itu tidak diikuti.",
    ...SUSPECT,
  },
  unexpected: {
    happened: "Jawaban itu bukan jawaban Segel.",
    advice: "Mungkin ada perangkat di antara Anda dan server. Periksa sambungan, lalu coba lagi.",
  },
} as const satisfies Readonly<Record<ApiErrorCode, ToldIn>>;

export const DIRECTORY_FAILURES = {
  malformed: { happened: "Daftar resmi dari server rusak.", ...ODD },
  "too-few-signatures": {
    happened: "Tanda bahaya: daftar resmi tidak ditandatangani oleh kunci akar yang dipercaya di sini.",
    ...SUSPECT,
  },
  rollback: {
    happened: "Tanda bahaya: server memberi daftar resmi yang lebih lama daripada yang pernah diterima di sini.",
    ...SUSPECT,
  },
  "two-views": {
    happened: "Tanda bahaya: daftar resmi bernomor sama, tetapi isinya lain daripada yang pernah diterima di sini.",
    ...SUSPECT,
  },
  gap: { happened: "Tanda bahaya: ada nomor daftar resmi yang hilang di antaranya.", ...SUSPECT },
  "not-yet-valid": {
    happened: "Menurut jam perangkat ini, daftar resmi belum berlaku.",
    advice: "Mohon periksa tanggal dan jam perangkat ini.",
  },
  expired: {
    happened: "Menurut jam perangkat ini, masa berlaku daftar resmi telah lewat.",
    advice: "Mohon periksa jam perangkat ini.",
    forMembers: "Jika benar, minta administrator menerbitkan daftar resmi yang baru.",
    forReporters: "Jika benar, hubungi instansi.",
  },
  "equal-keys": { happened: "Daftar resmi memuat kunci yang sama dua kali.", ...SUSPECT },
  "bad-channel": { happened: "Ada saluran yang tidak sah dalam daftar resmi.", ...SUSPECT },
  "bad-member": { happened: "Ada anggota yang tidak sah dalam daftar resmi.", ...SUSPECT },
  "client-too-old": {
    happened: "Program ini terlalu lama untuk daftar resmi itu.",
    advice: "Mohon perbarui program ini.",
  },
  "bad-stewards": {
    happened: "Daftar resmi memuat lebih sedikit penanggung jawab dan administrator daripada yang harus menegaskannya.",
    ...SUSPECT,
  },
  "no-statement": {
    happened: "Belum ada yang menegaskan bahwa daftar resmi ini berlaku.",
    advice: "Tidak ada yang dikirim. Mohon coba lagi nanti.",
    forMembers: "Dua penanggung jawab atau administrator perlu menegaskannya di meja kerja.",
  },
  "bad-statement": { happened: "Penegasan atas daftar resmi tidak sah.", ...SUSPECT },
  "too-few-stewards": {
    happened:
      "Tanda bahaya: daftar resmi ditegaskan oleh lebih sedikit penanggung jawab dan administrator daripada yang disyaratkan.",
    ...SUSPECT,
  },
  "other-directory": { happened: "Tanda bahaya: penegasan itu milik daftar resmi yang lain.", ...SUSPECT },
  "statement-rollback": {
    happened: "Tanda bahaya: server memberi penegasan yang lebih lama daripada yang pernah diterima di sini.",
    ...SUSPECT,
  },
  "statement-two-views": {
    happened: "Tanda bahaya: penegasan bernomor sama, tetapi isinya lain daripada yang pernah diterima di sini.",
    ...SUSPECT,
  },
  "statement-gap": { happened: "Tanda bahaya: ada penegasan yang hilang di antaranya.", ...SUSPECT },
  "gives-back": {
    happened:
      "Tanda bahaya: sebuah penegasan mencabut penangguhan anggota atau penutupan saluran. Itu hanya dapat dilakukan oleh daftar resmi yang baru.",
    ...SUSPECT,
  },
  "statement-not-yet-valid": {
    happened: "Menurut jam perangkat ini, penegasan atas daftar resmi belum berlaku.",
    advice: "Mohon periksa tanggal dan jam perangkat ini.",
  },
  "statement-lapsed": {
    happened: "Menurut jam perangkat ini, sudah lama tidak ada yang menegaskan bahwa daftar resmi masih berlaku.",
    advice: "Mohon periksa jam perangkat ini.",
    forMembers:
      "Jika jamnya benar, dua penanggung jawab atau administrator menegaskannya di meja kerja, masing-masing dengan satu klik.",
    forReporters:
      "Jika jamnya benar, untuk sementara belum ada yang dapat dikirim dengan aman. Mohon coba lagi beberapa hari lagi, atau hubungi instansi dengan cara lain.",
  },
} as const satisfies Readonly<Record<DirectoryErrorCode, ToldIn>>;

/** Said beside what is wrong with a directory's dates: a person can see which of the three is not right. */
export const THREE_DATES = "Jam perangkat ini: {clock}. Yang diberikan server berlaku {from} sampai {until}.";

export const CRYPTO_FAILURES = {
  malformed: { happened: "Data dari server rusak.", ...ODD },
  altered: {
    happened:
      "Tanda bahaya: isi ini telah diubah setelah disegel, bukan milik kasus ini, atau disegel menurut daftar resmi yang tidak diberikan server.",
    advice: "Isinya tidak ditampilkan.",
    forMembers: "Catat nomor registernya, lalu beri tahu administrator melalui jalur lain.",
  },
  "not-for-me": { happened: "Laporan ini tidak dapat dibuka dengan kunci Anda.", forMembers: LOOK_AGAIN },
  "bad-key": { happened: "Sebuah kunci hilang atau salah ukuran.", ...SUSPECT },
  "too-long": { happened: "Tulisan itu terlalu panjang untuk disegel.", advice: SHORTER },
  "no-randomness": {
    happened: "Pembangkit bilangan acak perangkat ini tidak dapat dipercaya. Tidak ada yang dikirim.",
    advice: "Mohon pakai perangkat lain.",
  },
  "bad-parameters": {
    happened: "Tanda bahaya: server meminta perlindungan frasa sandi yang lebih lemah, atau terlalu berat.",
    ...SUSPECT,
  },
  incomplete: { happened: "Data berakhir sebelum waktunya.", advice: TRY_AGAIN },
} as const satisfies Readonly<Record<CryptoErrorCode, ToldIn>>;

export const REFUSALS = {
  findings: { happened: "Isian belum sesuai." },
  "unknown-channel": { happened: "Saluran itu tidak ada dalam daftar resmi." },
  "not-excludable": { happened: "Saluran ini tidak memungkinkan anggota itu dikecualikan." },
  "too-few-recipients": {
    happened: "Pembaca yang tersisa kurang dari dua orang.",
    advice: "Mohon pilih saluran lain.",
  },
  "channel-closed": {
    happened:
      "Saluran ini sedang tidak dapat menerima laporan: pembacanya yang berlaku hari ini kurang dari dua orang.",
    advice: "Tidak ada yang dikirim. Mohon pilih saluran lain, atau coba lagi besok.",
    forReporters: "Bila tetap begini, beri tahu kantor melalui jalur lain.",
  },
  alarm: { happened: "Tidak ada yang dikirim, karena ada tanda bahaya pada kasus ini." },
  burnt: {
    happened: "Pelapor sudah memusnahkan kotak pesan: tidak ada yang dapat kembali untuk membacanya.",
    advice: "Tidak ada yang dikirim. Catatan dan status kasus tetap dapat diubah.",
  },
  "not-archived": {
    happened: "Hanya kasus yang sudah diarsipkan dapat dihapus.",
    advice: "Mohon arsipkan dahulu, dan sampaikan alasannya kepada Pelapor.",
  },
  "must-not-read": {
    happened: "Kasus ini tidak dapat diberikan kepada orang itu.",
    advice:
      "Ia dikecualikan oleh Pelapor, pemegang kunci identitas, atau bukan pemeriksa atau penanggung jawab kasus yang masih berlaku hari ini.",
  },
  "nobody-remains": {
    happened: "Setelah itu tidak ada lagi yang dapat membaca kasus ini.",
    advice: "Berikan dahulu kasus ini kepada seorang rekan, misalnya penanggung jawab kasus.",
  },
  "two-members": {
    happened: "Penghapusan kasus memerlukan dua anggota yang berbeda, salah satunya penanggung jawab kasus.",
    advice: "Mohon minta persetujuan rekan yang dapat membuka kasus ini.",
  },
  changed: {
    happened: "Seorang rekan lebih dahulu, dan keadaan kasus ini sudah berubah.",
    advice: "Tidak ada yang disimpan. Mohon buka kembali kasus ini.",
  },
  "outcome-needed": { happened: "Menutup kasus memerlukan hasil.", advice: "Mohon pilih hasilnya." },
  "reason-needed": {
    happened: "Mengarsipkan kasus memerlukan alasan.",
    advice: "Mohon tulis alasannya; Pelapor membacanya.",
  },
  "linked-case": {
    happened: "Kasus ini terkait dengan kasus yang tidak dibaca oleh anggota itu.",
    advice:
      "Mohon berikan dahulu kasus yang terkait. Jika Pelapornya mengecualikan anggota itu, keduanya tidak dapat diberikan. Jika Anda sendiri tidak membaca kasus yang terkait itu, mohon minta rekan yang membaca keduanya.",
  },
  "link-tells": {
    happened: "Kaitan ini tidak dicatat: pembaca kedua kasus itu tidak sama.",
    advice: "Catatan di salah satunya akan memberi tahu seseorang tentang kasus yang tidak boleh dibacanya.",
  },
  "move-not-allowed": {
    happened: "Dari status sekarang, kasus ini tidak dapat diubah ke sana.",
    advice: "Mohon pilih status lain.",
  },
  "not-a-reader": {
    happened: "Anggota itu tidak membaca kasus ini.",
    advice: "Kasus hanya dapat ditugaskan kepada anggota yang dapat membukanya.",
  },
  taken: {
    happened: "Kasus ini sudah menjadi tugas rekan lain.",
    advice: "Tidak ada yang disimpan. Penanggung jawab kasus dapat mengalihkannya.",
  },
  "lead-needed": {
    happened: "Hanya penanggung jawab kasus yang dapat menugaskan kasus ini kepada orang lain.",
    advice: "Anda dapat mengambil kasus yang belum ditugaskan, dan mengembalikan atau mengalihkan kasus Anda sendiri.",
  },
  "hand-over-reason": {
    happened: "Mengalihkan kasus memerlukan alasan.",
    advice: "Mohon tulis alasannya; rekan yang menerima membacanya.",
  },
  "too-many-labels": {
    happened: "Kasus ini akan mempunyai lebih dari delapan label.",
    advice: "Mohon lepaskan satu label dahulu.",
  },
  "unreadable-file": {
    happened: "Berkas tidak dapat dibaca, atau berubah selagi dibaca.",
    advice: "Mohon pilih berkas itu sekali lagi.",
  },
  "file-too-large": { happened: "Berkas melebihi 1 GB.", advice: "Mohon dibagi menjadi beberapa bagian." },
  "too-many-files": { happened: "Berkasnya lebih dari 50.", advice: "Mohon pilih lebih sedikit." },
  "file-missing": {
    happened: "Berkas ini tidak ada di server.",
    advice: `Tidak ada yang disimpan. ${TRY_AGAIN}`,
    forMembers: TELL_ADMINISTRATOR,
  },
  "file-damaged": {
    happened: "Tanda bahaya: berkas ini rusak atau telah ditukar.",
    advice: "Tidak ada bagiannya yang ditampilkan atau disimpan.",
    forMembers: "Beri tahu administrator melalui jalur lain.",
  },
  "no-sealed-report": {
    happened: "Ini bukan berkas tersegel dari Segel.",
    advice: "Tidak ada yang dikirim. Mohon periksa apakah berkasnya benar.",
  },
  "damaged-report": {
    happened: "Berkas tersegel ini rusak atau telah diubah, sehingga tidak dapat diserahkan.",
    advice: "Tidak ada yang dikirim. Mohon salin berkas aslinya sekali lagi.",
  },
  "keys-differ": {
    happened: "Kunci dalam brankas Anda tidak sama dengan yang ada di daftar resmi.",
    advice:
      "Bila Anda baru saja membuat atau mengganti kunci di perangkat lain, masuklah sekali lagi, dengan enam kata yang terbaru.",
    forMembers:
      "Bila tidak, ini tanda bahaya: jangan lanjutkan, dan hubungi administrator melalui jalur lain, bukan melalui layanan ini.",
  },
  "no-member": {
    happened: "Menurut daftar resmi yang ditandatangani kunci akar, Anda bukan anggota lagi.",
    advice: "Tidak ada kasus yang dibuka. Bila ini keliru, tanyakan kepada administrator melalui jalur lain.",
  },
  suspended: {
    happened: "Akses Anda sedang ditangguhkan oleh penanggung jawab atau administrator.",
    advice:
      "Tidak ada kasus yang dibuka. Bila ini keliru, tanyakan kepada administrator melalui jalur lain: daftar resmi yang baru dapat mencabut penangguhan.",
  },
  "no-factor-here": {
    happened: "Faktor kedua Anda tidak dapat dipakai di sini.",
    advice:
      "Passkey berlaku untuk satu alamat dan di peramban saja. Masuklah melalui alamat tempat passkey itu dipasang.",
    forMembers: "Jika faktor kedua hilang, dua rekan dapat meminta penyetelan ulang.",
  },
  "passkey-differs": {
    happened: "Passkey ini tidak dapat membuka brankas sekarang.",
    advice: "Masuklah dengan enam kata, lalu pasang passkey ini lagi.",
  },
  "not-listed-yet": {
    happened: "Kunci Anda belum ada di daftar resmi yang terbit.",
    advice:
      "Kunci Anda tetap tersimpan di perangkat ini. Coba lagi setelah administrator menerbitkan daftar yang baru.",
  },
  "other-passphrase": {
    happened: "Enam kata yang sekarang tidak benar.",
    advice: "Tidak ada yang berubah.",
  },
} as const satisfies Readonly<Record<RefusalCode, ToldIn>>;
