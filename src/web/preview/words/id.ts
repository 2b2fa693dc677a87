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
  missing:
    "Yang terlihat di sini tidak lengkap: sebagian isi berkas tidak dapat ditampilkan. Untuk melihat seluruhnya, unduh berkas ini dan buka di komputer terpisah.",
  links:
    "Halaman ini memuat tautan, yang di sini tidak membuka apa pun. Jangan mengetikkannya di tempat lain: pembuatnya dapat mengetahui siapa yang membuka, dari mana, dan kapan. Isinya: {links}",
  morePictures:
    "Berkas ini memuat {n} gambar; hanya gambar utamanya yang ditampilkan. Unduh berkas untuk melihat yang lain.",
  code: "Di dalamnya ada kode QR. Jangan memindainya: pembuatnya dapat mengetahui siapa yang membuka, dari mana, dan kapan. Isinya: {text}",
  codeUnread:
    "Di dalamnya tampaknya ada kode QR. Jangan memindainya: pembuatnya dapat mengetahui siapa yang membuka, dari mana, dan kapan.",
  codesUnknown:
    "Peramban ini tidak mengizinkan pencarian kode QR di dalamnya. Jika Anda melihatnya, jangan memindainya: pembuatnya dapat mengetahui siapa yang membuka, dari mana, dan kapan.",
} as const;
