/** Poster dan kartu: yang tergantung di dinding kantor dan dicocokkan orang dengan halamannya. */
export const POSTER = {
  thisOffice: "instansi ini",
  title: "Laporkan pelanggaran tanpa menyebut nama",
  what: "Saluran ini menerima laporan dugaan korupsi dan pelanggaran lain di semua unit kerja {office}. Laporan dikunci di perangkat Anda; hanya pemeriksa yang ditunjuk dapat membukanya, dan nama Anda tidak ditanyakan.",
  address: "Alamatnya",
  onion: "Dengan Tor Browser",
  code: "Kode QR dari {address}",
  own: "Buka dari perangkat Anda sendiri, di luar jaringan kantor.",
  genuine: "Pastikan halamannya asli",
  compare: "Alamat di peramban harus sama, huruf demi huruf. Lalu cocokkan dua belas kata ini, baris demi baris:",
  row: "Baris {letter}",
  noCode: "Kata-kata ini boleh diketahui semua orang. Ini bukan kode laporan.",
  differs: "Kalau ada yang berbeda",
  differsText:
    "Satu kata atau satu huruf saja sudah cukup: jangan isi apa pun, tutup halaman itu, dan beri tahu kami dengan datang atau lewat surat. Cocokkan juga dengan poster di tempat lain: poster pun dapat diganti orang.",
  hung: "Dipasang tanggal",
  stamp: "Cap dan paraf",
  card: "Tanpa menyebut nama",
  cardCompare: "Cocokkan sebelum mengisi:",
  cardDiffers: "Ada yang berbeda? Jangan isi apa pun.",
  print: "Cetak halaman ini pada kertas A4: poster dan kartu dalam dua bahasa. Kartu dipotong pada garisnya.",
};
