/** What is said of messages before they go out, in Indonesian. */

export const OUTGOING = {
  template: "Mulai dari contoh pesan",
  choose: "Pilih contoh",
  unfilledTitle: "Masih ada yang perlu diisi",
  unfilled: "Ganti bagian dalam kurung kurawal dengan keterangan yang sesuai: {places}.",
  leakTitle: "Mohon baca sekali lagi sebelum dikirim",
  words: "Istilah internal: {list}.",
  names: "Nama anggota: {list}.",
  copied: "Sama dengan catatan atau lembar internal: {list}.",
  leakAdvice:
    "Pelapor, dan siapa pun yang melihat layarnya, akan membaca ini. Diperiksa di perangkat ini; keputusan tetap pada Anda.",
  change: "Ubah dahulu",
  sendAnyway: "Kirim seperti adanya",
} as const;
