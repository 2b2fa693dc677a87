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
