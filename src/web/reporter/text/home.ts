/** Words of the static page, which is there before any script. `<b>` is all the markup they may hold. */
import type { Language } from "../../../words/languages.ts";

type Point = readonly [head: string, rest: string];

export type HomeText = {
  readonly language: string;
  readonly otherLanguage: { readonly name: string; readonly path: string };
  readonly thisOffice: string;
  readonly quickExit: string;
  readonly title: string;
  readonly lead: (office: string) => string;
  readonly report: string;
  readonly check: string;
  /** Until the script is there, and for ever where scripts are off. */
  readonly preparing: string;
  readonly effort: string;
  readonly withoutScript: {
    readonly title: string;
    readonly what: string;
    readonly ways: (office: string) => readonly string[];
  };
  readonly how: readonly string[];
  readonly protection: Point;
  readonly unknown: { readonly title: string; readonly points: readonly Point[] };
  readonly cannot: { readonly title: string; readonly points: readonly Point[] };
  readonly safer: {
    readonly title: string;
    readonly ownDevice: string;
    readonly tor: string;
    readonly torAt: string;
    readonly exit: (place: string) => string;
  };
  readonly genuine: {
    readonly title: string;
    readonly compare: string;
    readonly root: (number: number) => string;
    readonly noCode: string;
    readonly row: (letter: string) => string;
    readonly howTo: string;
  };
  readonly runBy: (office: string) => string;
  readonly build: (hash: string) => string;
};

export const HOME: Readonly<Record<Language, HomeText>> = {
  id: {
    language: "Bahasa",
    otherLanguage: { name: "English", path: "/en" },
    thisOffice: "instansi ini",
    quickExit: "Keluar cepat",
    title: "Laporkan dugaan pelanggaran tanpa menyebut nama",
    lead: (office) => `Saluran ini menerima laporan dugaan korupsi dan pelanggaran lain di semua unit kerja ${office}.`,
    report: "Buat laporan",
    check: "Periksa status laporan",
    preparing: "Formulir sedang disiapkan. Kedua tombol ini memerlukan JavaScript.",
    effort: "Sekitar tiga menit, dua isian wajib.",
    withoutScript: {
      title: "JavaScript tidak aktif di peramban ini",
      what: "Tanpa JavaScript, laporan tidak dapat dikunci di perangkat Anda. Karena itu formulir tidak dibuka: isi laporan tidak boleh terkirim tanpa dikunci. Yang dapat Anda lakukan:",
      ways: (office) => [
        "Aktifkan JavaScript untuk alamat ini saja. Di Tor Browser, pilih tingkat keamanan “Safer”, bukan “Safest”.",
        "Buka halaman ini di peramban atau perangkat pribadi lain.",
        `Kirim surat tanpa nama pengirim kepada ${office}, atau datang langsung. Surat dan kunjungan tidak melalui penguncian ini.`,
      ],
    },
    how: [
      "Kami tidak meminta nama Anda dan tidak menyimpan alamat internet (IP) Anda.",
      "Isi laporan dikunci di perangkat Anda sebelum dikirim. Hanya pemeriksa yang ditunjuk yang dapat membukanya.",
      "Sesudah mengirim, Anda mendapat kode dua belas kata. Dengan kode itu Anda membaca jawaban kami dan menambah keterangan.",
    ],
    protection: ["Saya memerlukan perlindungan", "Bisa diminta tanpa membuat laporan"],
    unknown: {
      title: "Yang tidak kami ketahui tentang Anda",
      points: [
        ["Nama, surel, nomor telepon.", "Kami tidak memintanya."],
        ["Alamat internet (IP).", "Kami tidak menyimpannya."],
        ["Isi laporan.", "Server dan administrator sistem tidak dapat membacanya."],
        ["Jam pengiriman.", "Yang dicatat hanya tanggalnya."],
      ],
    },
    cannot: {
      title: "Yang tidak dapat kami janjikan",
      points: [
        [
          "Perangkat yang diawasi.",
          "Jika ponsel atau komputer Anda dipantau orang lain, kami tidak dapat mencegahnya.",
        ],
        [
          "Catatan jaringan.",
          "Jaringan kantor dapat mencatat bahwa alamat ini dibuka, walaupun tidak dapat melihat isi laporan.",
        ],
        [
          "Server yang diambil alih.",
          "Orang yang menguasai server dapat menyajikan halaman yang sudah diubah. Cara memeriksanya ada di bawah.",
        ],
        ["Tebakan dari cerita.", "Rincian yang hanya diketahui sedikit orang dapat mengarah kepada Anda."],
        ["Hasil pemeriksaan.", "Kami menjanjikan jawaban pada waktunya, bukan hasil tertentu."],
      ],
    },
    safer: {
      title: "Agar lebih aman",
      ownDevice: "Gunakan perangkat dan jaringan pribadi, bukan milik kantor.",
      tor: "Bila bisa, buka halaman ini lewat Tor Browser.",
      torAt: "Bila bisa, buka lewat Tor Browser, pada alamat ini:",
      exit: (place) =>
        `<b>Keluar cepat</b> (atau tekan Esc tiga kali) mengganti halaman ini dengan ${place}. Riwayat peramban tidak ikut terhapus.`,
    },
    genuine: {
      title: "Apakah halaman ini asli?",
      compare: "Cocokkan dua belas kata ini dengan poster resmi di kantor layanan, baris demi baris:",
      root: (number) => `Kunci akar ${number}`,
      noCode: "Kata-kata ini boleh diketahui semua orang. Ini <b>bukan</b> kode laporan.",
      row: (letter) => `Baris ${letter}`,
      howTo: "Cara memeriksa keaslian halaman",
    },
    runBy: (office) => `Dikelola oleh ${office}.`,
    build: (hash) => `Segel, sidik ${hash}.`,
  },
  en: {
    language: "Language",
    otherLanguage: { name: "Indonesia", path: "/" },
    thisOffice: "this office",
    quickExit: "Quick exit",
    title: "Report suspected wrongdoing without giving your name",
    lead: (office) =>
      `This channel takes reports of suspected corruption and other misconduct in every work unit of ${office}.`,
    report: "Make a report",
    check: "Check report status",
    preparing: "The form is being prepared. Both buttons need JavaScript.",
    effort: "About three minutes, two required answers.",
    withoutScript: {
      title: "JavaScript is off in this browser",
      what: "Without JavaScript a report cannot be locked on your device. So the form stays closed: nothing you write may leave unlocked. What you can do:",
      ways: (office) => [
        "Allow JavaScript for this address only. In Tor Browser choose the security level “Safer”, not “Safest”.",
        "Open this page in another browser, or on another device of your own.",
        `Send a letter without a sender’s name to ${office}, or go there. Letters and visits are not locked in this way.`,
      ],
    },
    how: [
      "We do not ask for your name and we do not keep your internet (IP) address.",
      "Your report is locked on your device before it is sent. Only the appointed examiners can open it.",
      "After sending you receive a code of twelve words. You use it to read our answers and to add information.",
    ],
    protection: ["I need protection", "You can ask without making a report"],
    unknown: {
      title: "What we do not know about you",
      points: [
        ["Name, e-mail, phone number.", "We do not ask for them."],
        ["Internet (IP) address.", "We do not keep it."],
        ["What you write.", "The server and the system administrator cannot read it."],
        ["The hour you sent it.", "Only the date is recorded."],
      ],
    },
    cannot: {
      title: "What we cannot promise",
      points: [
        ["A watched device.", "If somebody monitors your phone or computer, we cannot prevent it."],
        [
          "Network records.",
          "An office network may record that this address was opened, although it cannot see the report.",
        ],
        [
          "A server taken over.",
          "Whoever controls the server could show altered pages. How to check them stands below.",
        ],
        ["A guess from the story.", "Details that only a few people know may point to you."],
        ["The outcome.", "We promise an answer on time, not a particular result."],
      ],
    },
    safer: {
      title: "How to be safer",
      ownDevice: "Use your own device and network, not the office’s.",
      tor: "If you can, open this page in Tor Browser.",
      torAt: "If you can, use Tor Browser and open this address:",
      exit: (place) =>
        `<b>Quick exit</b> (or pressing Esc three times) replaces this page with ${place}. It does not clear your browser history.`,
    },
    genuine: {
      title: "Is this page genuine?",
      compare: "Compare these twelve words with the official poster at the service office, row by row:",
      root: (number) => `Root key ${number}`,
      noCode: "Everybody may know these words. They are <b>not</b> a report code.",
      row: (letter) => `Row ${letter}`,
      howTo: "How to check that this page is genuine",
    },
    runBy: (office) => `Run by ${office}.`,
    build: (hash) => `Segel, build ${hash}.`,
  },
};
