/** Kata-kata tentang saluran: apa isinya, dan siapa yang memutuskan setiap perubahannya. */
export const CHANNELS = {
  title: "Saluran",
  lead: "Setiap perubahan menyebut lebih dahulu siapa yang memutuskannya: pemegang kunci akar, dua penanggung jawab atau administrator, atau pengelola server.",
  unnamed: "Belum bernama",
  isNew: "baru",
  isClosed: "ditutup",
  add: "Tambah saluran baru",
  drop: "Batalkan saluran baru ini",
  nobody: "tidak ada",
  names: "Nama",
  units: "Unit kerja yang dilayani",
  allUnits: "tidak ditentukan",
  readers: "Pembaca laporan",
  custodians: "Kustodian identitas",
  excludable: "Boleh dikecualikan Pelapor",
  recovery: "Kunci pemulihan",
  recoveryReads: "dapat membuka laporan di saluran ini",
  recoveryDoesNot: "tidak membuka laporan di saluran ini",
  places: "Tempat",
  placesText:
    "{slots} di setiap laporan, {identitySlots} di setiap identitas; selalu terisi penuh, supaya panjangnya tidak menunjukkan jumlah pembaca",
  deadlines: "Batas waktu",
  languages: "Bahasa jawaban",
  unsaid: "tidak disebutkan",
  leavesOut: "Tidak ditanyakan",
  asksAll: "semua pertanyaan diajukan",
  byRoots: "Dengan permintaan kepada pemegang kunci akar",
  byRootsText:
    "Berlaku setelah ditandatangani di halaman kunci dan daftar baru diterbitkan dari layar ini. Sebelum itu tidak ada yang berubah.",
  nameIn: "Nama ({language})",
  recoveryTick: "Kunci pemulihan dapat membuka laporan di saluran ini",
  noRecoveryKey: "Kunci pemulihan tidak dapat dipilih: kantor ini belum mempunyainya",
  newNeeds: "Saluran baru memerlukan nama dalam setiap bahasa, paling sedikit dua pembaca, dan satu kustodian.",
  byStatement: "Dengan dua tanda tangan di sini: menutup saluran",
  byStatementText:
    "Berlaku begitu orang kedua ikut menandatangani. Laporan yang sudah ada tetap dapat dibaca dan dijawab; laporan baru tidak diterima lagi. Membukanya kembali memerlukan daftar baru dari pemegang kunci akar.",
  close: "Tutup saluran ini",
  reportersUse: "Pelapor akan diarahkan ke: {names}.",
  closesLast: "Ini saluran terakhir yang terbuka: sesudahnya tidak seorang pun dapat mengirim laporan.",
  closeNow: "Tanda tangani penutupan {channel}",
  closeNot: "Jangan tutup",
  opening: "Membuka kembali",
  openingText:
    "Hanya daftar baru dari pemegang kunci akar yang dapat membuka saluran ini. Daftar itu boleh sama isinya dengan yang sekarang.",
  open: "Buka kembali dengan daftar baru",
  openingSteps: {
    make: "Susun permintaan di bawah; tidak perlu ada perubahan lain.",
    sign: "Pemegang kunci akar menandatanganinya di halaman kunci.",
    choose:
      "Pilih berkas yang kembali di bawah. Pada “Tetap ditangguhkan atau ditutup” saluran ini tidak bercentang; pastikan tetap begitu.",
    second: "Orang kedua membaca “Membuka kembali saluran” di bagian atas layar ini dan ikut menandatangani.",
  },
  bySetting: "Dengan setelan kantor yang dipasang pengelola server",
  bySettingText:
    "Tidak perlu tanda tangan. Layar ini menyusun berkas office.json yang baru; halaman Pelapor berubah setelah pengelola server memasangnya.",
  unitsHint: "Satu nama per baris. Saluran ini diusulkan kepada Pelapor yang memilih salah satu unit itu.",
  asked: "Yang ditanyakan kepada Pelapor",
  askedHint: "Unit kerja dan uraian kejadian selalu ditanyakan.",
  noOffice: "Kantor ini belum mempunyai office.json; pengelola server perlu membuatnya lebih dahulu.",
  file: "Berkas setelan kantor",
  fileText:
    "Serahkan berkas ini kepada pengelola server: ia menggantikan office.json di samping kunci, membangun halaman sekali lagi, lalu menghidupkan server kembali.",
  fileSave: "Simpan office.json",
} as const;

export const SETTING_FAULTS = {
  "unit-twice": "{unit} disebut di dua saluran. Pilih salah satu.",
  "bad-unit":
    "Berkas belum dapat disusun: sebuah nama terlalu panjang atau memuat tanda yang tidak dapat ditampilkan ({reason}).",
} as const;
