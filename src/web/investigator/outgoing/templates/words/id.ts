/** Messages to begin from, in Indonesian. */
/** What is filled in by hand, as it stands in braces until then. */
export const PLACES = {
  questions: "pertanyaan",
  progress: "perkembangan",
  outcome: "hasil",
  reasons: "pertimbangan",
  body: "instansi",
  next: "tanggal kabar berikutnya",
  answerBy: "batas waktu jawaban",
} as const;

/** Places in braces: register, arrived, today, unit, next and answerBy are filled in where the case knows them. */
export const TEMPLATES = {
  acknowledgement: {
    name: "Pemberitahuan laporan diterima",
    text: `Terima kasih. Laporan Anda dengan nomor register {register} telah kami terima pada {arrived}.

Kami memeriksa kelengkapan laporan dan apakah hal ini termasuk kewenangan kami. Kabar berikutnya kami sampaikan di sini paling lambat {next}.

Mohon simpan kode dua belas kata Anda. Kami tidak mengetahui siapa Anda dan hanya dapat menghubungi Anda melalui percakapan ini. Bila Anda merasa terancam, mohon sampaikan di sini.`,
  },
  facts: {
    name: "Permintaan keterangan (5W+2H)",
    text: `Agar laporan Anda dapat kami tindak lanjuti, mohon lengkapi keterangan berikut sejauh yang Anda ketahui. Tuliskan apa yang Anda lihat atau dengar sendiri, dan bedakan dari dugaan.

1. Apa yang terjadi?
2. Siapa yang terlibat, dan apa jabatan atau perannya?
3. Di mana terjadinya?
4. Kapan terjadinya, dan apakah masih berlangsung?
5. Mengapa, menurut pengetahuan Anda, hal itu terjadi?
6. Bagaimana cara melakukannya?
7. Berapa perkiraan nilainya?

Yang terutama kami perlukan: {questions}

Mohon tidak menyebutkan nama atau ciri Anda sendiri. Jawaban Anda kami tunggu hingga {answerBy}. Sesudah itu laporan dapat diarsipkan dahulu; Anda dapat membukanya kembali kapan saja dengan membalas.`,
  },
  progress: {
    name: "Kabar perkembangan",
    text: `Perkembangan laporan nomor register {register} per {today}: {progress}

Rincian pemeriksaan belum dapat kami sampaikan, agar pemeriksaan dan semua pihak tetap terlindungi. Kabar berikutnya kami sampaikan di sini paling lambat {next}.`,
  },
  conclusion: {
    name: "Kesimpulan",
    text: `Penanganan laporan nomor register {register} telah selesai. Hasilnya: {outcome}

Pertimbangan singkat: {reasons}

Terima kasih atas keterangan Anda. Bila ada fakta baru, Anda dapat menulis lagi di sini dengan kode yang sama. Bila Anda mengalami perlakuan yang merugikan karena laporan ini, mohon sampaikan segera.`,
  },
  referral: {
    name: "Pelimpahan",
    text: `Setelah kami telaah, hal yang Anda laporkan dengan nomor register {register} ditangani oleh {body}. Laporan kami limpahkan dengan ringkasan kami sendiri; tulisan asli Anda dan hal yang dapat menunjukkan siapa Anda tidak disertakan.

Percakapan ini tetap terbuka. Kabar yang kami terima dari instansi tersebut kami sampaikan di sini.`,
  },
} as const;
