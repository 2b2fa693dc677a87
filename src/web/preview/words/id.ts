/** What the frame says in Indonesian. What went wrong before anything was shown, the desk says. */
export const WORDS = {
  picture: "Gambar dari berkas ini",
  fullSize: "Tampilkan ukuran penuh",
  fitWidth: "Sesuaikan dengan lebar",
  cut: "Hanya {n} MB pertama yang ditampilkan. Unduh berkas untuk membaca selebihnya.",
  empty: "Berkas ini kosong.",
  sound: "Rekaman suara dari berkas ini",
  video: "Video dari berkas ini",
  previous: "Halaman sebelumnya",
  next: "Halaman berikutnya",
  page: "Halaman {n} dari {all}",
  smaller: "Perkecil",
  larger: "Perbesar",
  drawing: "Halaman sedang digambar …",
  pageFailed: "Halaman ini tidak dapat ditampilkan.",
} as const;
