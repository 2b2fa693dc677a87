/** Kata-kata tentang kunci pemulihan: latihan, pemulihan setelah semua hilang, dan penggantiannya. */
export const RECOVERY = {
  title: "Kunci pemulihan",
  lead: "Membuka laporan jika semua pembacanya hilang. Diperlukan {n} dari {of} lembar kustodian, bersama gembok para pemegang kunci akar.",
  none: "Kantor ini tidak memiliki kunci pemulihan",
  noneText: "Jika semua pembaca kehilangan kuncinya, laporan tidak dapat dibuka lagi oleh siapa pun.",
  never: "Pemulihan belum pernah dilatih",
  proves: "Latihan membuktikan bahwa lembar-lembarnya masih ada dan terbaca. Tidak ada laporan yang terbuka.",
  last: "Terakhir dilatih {day}.",
  soon: "Sudah waktunya melatih pemulihan",
  over: "Sudah lebih dari setahun pemulihan tidak dilatih",
  used: "Kasus dibuka dengan kunci pemulihan ini pada {day}",
  usedText:
    "Bagian-bagiannya sudah pernah disatukan. Buatlah kunci pemulihan baru dan gantilah yang ini, sekarang juga.",
  older:
    "Kunci ini dibagi oleh versi terdahulu dan tidak dapat membuktikan latihan. Buatlah yang baru dan gantilah yang ini.",
  fingerprint: "Sidik kunci pemulihan",
  fingerprintLead: "Dua belas kata yang sama tertulis di setiap lembar kustodian dan lembar gembok.",
  records: "Yang tercatat",
  rehearsed: "{day}: dilatih, dibawa oleh {name}",
  opened: "{day}: {name} membuka kasus dengannya",
} as const;

export const REHEARSAL = {
  title: "Melatih pemulihan",
  ask: "Simpan berkas latihan ke flash disk. Berlaku untuk hari ini.",
  save: "Simpan berkas latihan",
  type: "Di komputer tanpa jaringan, buka halaman kunci, “Melatih pemulihan”, lalu berkas itu. Para kustodian mengetik lembarnya, pemegang kunci akar mengetik gembok. Simpan jawabannya.",
  bring: "Berkas jawaban",
  refused: "Berkas ini tidak membuktikan latihan",
  other: "Jawaban ini bukan dari kunci pemulihan yang sekarang tercantum, atau sudah diubah.",
  brought: "Latihan {day} tercatat. Semua rekan dapat melihatnya.",
} as const;

export const RECOVERING = {
  title: "Semua pembaca hilang: memulihkan kasus",
  warn: "Hanya jika para pembaca kasus sudah tidak dapat membukanya",
  warnText:
    "Anda membuka setiap laporan yang disegel untuk kunci pemulihan. Nama Anda tercatat di setiap kasus dan terlihat oleh semua rekan. Sepakati dahulu dengan para kustodian siapa yang memulihkan.",
  lead: "Bagian-bagian kunci disegel hanya untuk Anda dan disatukan di perangkat ini, selama satu kali jalan. Tidak ada yang disimpan.",
  begin: "Saya yang memulihkan",
  earlier: "Lembar dari kunci pemulihan terdahulu? Pilih berkasnya:",
  hand: "Simpan berkas ini dan serahkan kepada {n} kustodian dan seorang pemegang kunci akar, di flash disk.",
  save: "Simpan berkas untuk para pemegang lembar",
  read: "Setiap pemegang membukanya di halaman kunci, “Menyerahkan lembar untuk pemulihan”. Bacakan dua belas kata ini kepada masing-masing, bertatap muka atau lewat telepon:",
  take: "Berkas tersegel yang kembali, dalam urutan apa pun",
  shares: "Lembar kustodian: {n} dari {of}.",
  lockThere: "Gembok sudah ada.",
  lockMissing: "Gembok belum ada.",
  refused: "Ini tidak dapat dipakai",
  reason: "Alasan",
  reasonHint: "Dibaca rekan di setiap kasus, selama kasus itu ada. Tidak pernah terlihat oleh Pelapor.",
  reasonNeeded: "Tulis alasannya.",
  does: "Setiap kasus dibuka dan diberikan kepada mereka yang sekarang membaca salurannya, kecuali yang dikecualikan Pelapor.",
  open: "Buka semua kasus dan berikan",
  running: "Memulihkan kasus",
  trying: "Laporan yang sudah dicoba: {n}",
  progress: "{done} dari {of} kasus",
  stop: "Berhenti setelah kasus ini",
  stopped: "Dihentikan. Yang sudah selesai tetap selesai; buka lagi berkas tersegel untuk melanjutkan.",
  done: "Dipulihkan: {n} kasus.",
  already: "Sudah begitu sebelumnya: {n}.",
  unopened:
    "Tidak terbuka dengan kunci ini: {n}. Di antaranya umpan yang dibuat server sendiri, laporan yang disegel untuk kunci terdahulu, dan saluran tanpa pemulihan.",
  listed: "Belum diberikan kepada semua: {n} kasus.",
  beyond: "terbuka, tetapi kuncinya diganti saat kunci pemulihan lain berlaku: diperlukan lembar dari kunci itu juga.",
  kept: "tidak diberikan dengan sendirinya: Pelapor mengecualikan {names}, yang mungkin kembali dengan nama lain. Bukalah kasusnya dan berikan satu per satu.",
  notGiven: "{name}: {why}",
  why: {
    interest: "dahulu dikeluarkan dari kasus ini karena benturan kepentingan.",
    linked: "kasus ini terkait dengan kasus yang tidak dibacanya.",
  },
  after: "Sekarang gantilah kunci pemulihan",
  afterText: "Hapus semua berkas tersegel dari flash disk. Kunci yang sudah disatukan harus diganti: lihat di bawah.",
  back: "Kembali",
  again: "Kembali dan lanjutkan",
} as const;

export const REPLACING = {
  title: "Mengganti kunci pemulihan",
  first: "Menambahkan kunci pemulihan",
  lead: "Buat dan bagilah kunci baru di halaman kunci, lalu pilih berkasnya di sini. Yang terjadi kemudian adalah permintaan kepada pemegang kunci akar, seperti perubahan lainnya.",
  old: "Laporan yang sudah ada tetap tersegel untuk kunci lama: simpan lembar lama sampai tidak ada lagi kasus terbuka dari masa itu, baru musnahkan.",
  choose: "Berkas kunci pemulihan yang baru",
  compare: "Sidik kunci yang baru",
  compareText: "Samakan dengan setiap lembar baru, satu per satu, sebelum meminta tanda tangan.",
} as const;
