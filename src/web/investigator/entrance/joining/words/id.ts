/** Kata-kata bagi orang baru, yang membuat kuncinya sendiri di perangkatnya sendiri. */
export const JOINING = {
  lead: "Kunci Anda dibuat di perangkat ini dan tidak pernah meninggalkannya. Kerjakan ini di perangkat yang nanti Anda pakai masuk pertama kali.",
  fullName: "Nama Anda, seperti dikenal rekan",
  role: "Peran yang Anda minta",
  name: "Nama pengguna untuk masuk",
  missing: "Isikan nama Anda dan nama pengguna.",
  make: "Buat kunci",
  write: "Tulis enam kata ini di kertas. Inilah frasa sandi Anda; tidak ada yang dapat menyetelnya ulang.",
  written: "Sudah saya tulis",
  askBackLead: "Ketik dua di antaranya dari kertas.",
  askBack: "Kata ke-{n}",
  askBackWrong: "Salah satu kata berbeda. Lihat lagi di kertas.",
  check: "Simpan kunci di perangkat ini",
  fingerprint: "Dua belas kata kunci Anda",
  fingerprintLead: "Bacakan kepada administrator. Ini bukan rahasia.",
  save: "Simpan berkas untuk administrator",
  after:
    "Serahkan berkas itu kepada administrator; isinya bukan rahasia. Setelah daftar resmi yang baru terbit, masuklah di perangkat ini dengan nama pengguna dan enam kata Anda.",
  back: "Kembali ke halaman masuk",
} as const;

export const AGAIN = {
  title: "Tidak seorang pun dapat masuk lagi",
  lead: "Hanya jika semua orang kehilangan kata atau perangkatnya. Buat dahulu kunci baru di atas. Setelah pemegang kunci akar menandatangani daftar yang memuat Anda semua, dua penanggung jawab atau administrator membenarkannya di sini, masing-masing di perangkatnya sendiri.",
  choose: "Berkas daftar yang sudah ditandatangani, atau yang sudah dibenarkan seorang rekan",
  words: "Enam kata Anda yang baru",
  sign: "Benarkan bahwa daftar ini berlaku",
  refused: "Daftar ini tidak dibenarkan",
  wrongWords: "Kata-kata ini tidak membuka kunci apa pun di perangkat ini.",
  tooFewRoots: "Daftar ini belum ditandatangani cukup pemegang kunci akar kantor ini. Tanyakan dari mana berkasnya.",
  noSteward: "Kunci Anda tidak tercantum di daftar ini sebagai penanggung jawab atau administrator.",
  line: "Sudah dibenarkan. {n} orang ada di dalamnya: {names}. Samakan dua belas katanya dengan yang tampak di halaman kunci para pemegang kunci akar:",
  missing: "Masih diperlukan {n} orang. Serahkan berkas ini ke perangkat berikutnya.",
  enough: "Sudah cukup. Serahkan berkas ini kepada yang menjalankan server.",
  save: "Simpan daftar yang sudah dibenarkan",
} as const;
