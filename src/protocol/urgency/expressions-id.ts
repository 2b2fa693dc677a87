/**
 * What Indonesian reports say where something is urgent. Data, gathered from the sample reports and from how such reports
 * are written; how an expression is read says `expression.ts`. Without accents and capitals.
 */
import type { Expressions } from "./expression.ts";

const EVIDENCE =
  "bukti*|rekaman|rekamannya|dokumen*|berkas*|data|datanya|cctv|kamera|file*|arsip*|video*|vidio*|foto|fotonya|percakapan|chat*|catatan*|nota|notanya|kuitansi|kwitansi|surel|email*|log|server";
const TO_VANISH =
  "hapus|dihapus|dihapuskan|terhapus|musnah|dimusnahkan|dihilangkan|dibuang|dibakar|hilang|lenyap|dilenyapkan|raib|ditimpa|tertimpa|dihancurkan|dirusak|disembunyikan|diganti|dimanipulasi|diformat|direset";
const SOON =
  "akan|mau|segera|sedang|bisa|dapat|bakal|hendak|mulai|sebelum|keburu|otomatis|rencananya|berencana|khawatir|takut|besok|lusa|nanti|terancam|hampir|disuruh|menyuruh|diperintahkan|memerintahkan";
const CAMERA = "kamera|cctv";
const WE = "saya|sy|aku|kami|kita|keluarga|istri|suami|anak|pelapor|saksi";
const HIGH = "presiden|menteri|gubernur|bupati|walikota|wali";
const NO = "tidak|tdk|tak|nggak|enggak|gak|ga";
const TAKEN = "diminta|dipungut|meminta|minta|memungut|menyetor|setor|membayar|bayar|dipotong|memotong|menagih|ditagih";

export const ID: Expressions = {
  protection: {
    says: [
      "mohon|mhn|minta|meminta|butuh|membutuhkan|perlu|memerlukan|berharap|mengharapkan|mengajukan|tolong|tlg … perlindungan|dilindungi",
      `perlindungan … ${WE}`,
      `lindungi|melindungi ${WE}|identitas|nama`,
      "jika|bila|kalau|asal|asalkan|apabila … dilindungi",
      "lpsk",
      "diancam|diancem|diintimidasi|diteror|intimidasi|mengintimidasi|meneror|dibuntuti|dikuntit|dianiaya|dikeroyok",
      "di ancam|ancem|teror|intimidasi|buntuti|aniaya",
      `${WE} … dipukul|dipukuli|dikejar|diikuti|disekap|didatangi`,
      "rumah saya|sy|kami|aku … didatangi|dilempari|dirusak|dibakar|diawasi",
      "akan|mau|hendak|bakal dibunuh|dihabisi|disakiti|dicelakai",
      `${WE}|nyawa|keselamatan|jiwa … terancam`,
      `mengancam|ngancam|ancam … ${WE}|akan|pegawai|staf|warga|korban`,
      "mendapat|menerima|dapat|ada|mendapatkan … ancaman|teror|tekanan",
      `keselamatan|nyawa ${WE}`,
      "takut|khawatir|kuatir|cemas … dibalas|balasan|pembalasan|dimutasi|dipecat|diketahui|ketahuan|dibunuh|disakiti|dipindahkan|dicelakai|keselamatan",
      "dimutasi|dipindahkan|dipecat|diberhentikan|didemosi|dikucilkan|dinonaktifkan … setelah|sesudah|karena|akibat|sejak … melapor*|laporan|pengaduan|lapor|mengadu*",
    ],
    asIs: [
      `merasa|rasa|jadi ${NO}|kurang|belum aman`,
      `${NO}|belum berani pulang|bersaksi|keluar`,
      "tanpa perlindungan … saya|kami|saksi|pelapor",
      `takut|khawatir ${NO} selamat|aman`,
    ],
    never: [
      `perlindungan|ancaman ${NO} ada|perlu|diperlukan|butuh|perlukan`,
      `perlindungan saya|kami ${NO} perlu|perlukan|butuh|butuhkan|diperlukan`,
      "perlindungan anak|perempuan|konsumen|hutan|sosial|tanaman|masyarakat|data|diri|lingkungan",
      "alat perlindungan|pelindung",
      "diancam|ancaman … pidana|hukuman|penjara|denda",
    ],
  },
  evidence: {
    says: [
      `${EVIDENCE} … ${SOON} … ${TO_VANISH}`,
      `${SOON} … ${TO_VANISH} … ${EVIDENCE}`,
      `menghapus|memusnahkan|menghilangkan|membakar|membuang|menghancurkan|merusak|menyembunyikan|mengganti … ${EVIDENCE}`,
      "hapus|hapusin|musnahkan|bakar … bukti*|rekaman|berkas*|dokumen*|arsip*",
      `${EVIDENCE} … diamankan|terhapus|ditimpa|tertimpa`,
      `${EVIDENCE} … di hapus|bakar|buang|musnahkan|hancurkan|rusak|hilangkan`,
      `amankan|mengamankan|selamatkan|menyelamatkan|sita … ${EVIDENCE}`,
      `rekaman|${CAMERA} … hanya|cuma|biasanya|maksimal|paling … disimpan|tersimpan|bertahan|tahan`,
      "terhapus otomatis|sendiri",
      // A camera that is there has seen it for some weeks, and nobody has said that the recording was kept.
      `ada|terdapat|terpasang|dipasang|terekam|direkam|tertangkap|terlihat … ${CAMERA}`,
      `${CAMERA} … merekam|terpasang|mengarah|menyorot`,
    ],
    asIs: [`jangan sampai … ${TO_VANISH}`, `agar|supaya … ${EVIDENCE} … ${NO}|jangan … ${TO_VANISH}`],
    never: [
      "metadata … dihapus|hapus|terhapus",
      `${CAMERA} … mati|rusak|dimatikan|lampirkan|terlampir|dilampirkan|punya|miliki`,
      "kamera ponsel|hp|saya|handphone",
    ],
  },
  official: {
    says: [
      "presiden|menteri|wamen|gubernur|gubernurnya|wagub|bupati|bupatinya|wabup|walikota|walikotanya",
      "kepala daerah",
      "wali kota",
      "majelis|seorang|oknum|ketua hakim",
      "hakim … pengadilan|perkara|agung|tinggi|persidangan",
      "jaksa|penyidik|panitera|kajari|kajati|kapolri|kapolda|kapolres|kapolsek",
      "anggota|ketua|wakil|pimpinan … dpr|dprd|mpr|dpd|dewan",
      "duta besar|dubes",
      "sekretaris daerah|jenderal|sekda|sekjen",
      "direktur|inspektur jenderal",
      "dirjen|irjen|sekda|sekjen|rektor",
      "eselon i|ii|1|2",
      "direktur|direksi|dirut|komisaris … bumn|bumd",
      "penyelenggara negara",
    ],
    never: [
      `kantor|rumah|dinas|pendopo|peraturan|keputusan|edaran|instruksi|sk|perintah|alun|program|istri|suami … ${HIGH}|jaksa`,
      "presiden direktur|komisaris",
      "kampung|jalan|jl|gedung|stadion|masjid … jaksa|presiden|menteri|gubernur",
    ],
  },
  ongoing: {
    says: [
      `setiap|tiap|tiap2 hari|minggu|bulan|pagi|malam|kali|akhir … ${TAKEN}`,
      `${TAKEN} … setiap|tiap hari|minggu|bulan`,
      "masih … berlangsung|berjalan|terjadi|berlanjut|dilakukan|dipungut|diminta|meminta|memungut|terus",
      "sampai|sampe|smp|hingga sekarang|skrg|kini",
      "sampai|sampe|hingga saat|hari|detik ini",
      "hampir setiap|tiap",
      "terus berlangsung|berlanjut|terjadi|menerus|berulang",
      "selalu terjadi|berulang|diminta|meminta",
    ],
    /** A day answered with a beginning, or with a habit */
    when: ["sejak", "setiap|tiap|rutin|selalu", "masih|sekarang"],
    never: [
      "sejak … sampai|hingga|sd … 19*|20*",
      "dulu|dahulu … setiap|tiap hari|minggu|bulan",
      "mohon|minta … kabar|informasi|laporan … setiap|tiap hari|minggu|bulan",
      "sampai|hingga sekarang|kini … tidak|belum … kabar|tanggapan|jawaban|tindak|balasan",
      "sampai|hingga saat|hari|detik ini … tidak|belum … kabar|tanggapan|jawaban|tindak|balasan",
    ],
  },
};

/** Words that turn an expression around where one stands shortly before it. */
export const NOT_ID: readonly string[] = [
  "tidak",
  "tdk",
  "tak",
  "bukan",
  "tanpa",
  "jangan",
  "belum",
  "blm",
  "nggak",
  "enggak",
  "gak",
  "ga",
];

/** "Tidak hanya", "tidak lama sesudah", "tidak henti mengancam" */
export const BUT_ID: readonly string[] = [
  "hanya",
  "cuma",
  "sekadar",
  "sekedar",
  "saja",
  "lama",
  "henti",
  "hentinya",
  "berhenti",
  "segan",
  "sungkan",
  "ragu",
  "jarang",
];

/** With these another part begins: what was denied before does not reach behind. */
export const ENDS_ID: readonly string[] = [
  "tetapi",
  "tapi",
  "namun",
  "dan",
  "karena",
  "sebab",
  "lalu",
  "kemudian",
  "sehingga",
];
