/** Kata-kata tentang rekan yang keluar, atau kembali dengan kunci baru: banner dan tombol di atas daftar kasus. */
export const LEFT = {
  open: "Kunci kasus rekan",
  holds: "{name} masih memegang kunci {n} kasus terbuka",
  holdsText:
    "Orang ini sudah ditangguhkan atau dikeluarkan dari daftar resmi, dan server tidak lagi memberinya apa pun. Dengan kunci baru, yang ditulis sesudah ini tidak dapat dibukanya walaupun ia memperoleh salinannya.",
  takeOut: "Keluarkan dari semuanya …",
} as const;
