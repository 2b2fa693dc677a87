/**
 * What Indonesian reports say where something is urgent. Data, gathered from the sample reports and from how such reports
 * are written; how an expression is read says `expression.ts`. Without accents and capitals.
 */
import type { Expressions } from "./expression.ts";

const EVIDENCE =
  "bukti|rekaman|dokumen|berkas|data|cctv|file|arsip|video|percakapan|chat|catatan|nota|kuitansi|kwitansi";
const TO_VANISH =
  "dihapus|terhapus|dimusnahkan|dihilangkan|dibuang|dibakar|hilang|lenyap|ditimpa|dihancurkan|dirusak|disembunyikan|diganti";
const SOON = "akan|mau|segera|sedang|bisa|dapat|bakal|hendak|mulai|sebelum|keburu|otomatis|rencananya|khawatir|takut";
const WE = "saya|kami|keluarga|istri|suami|anak|pelapor|saksi";
const HIGH = "presiden|menteri|gubernur|bupati|walikota|wali";

export const ID: Expressions = {
  protection: {
    says: [
      "mohon|minta|meminta|butuh|membutuhkan|perlu|memerlukan|berharap|mengharapkan|mengajukan … perlindungan",
      `perlindungan … ${WE}`,
      `lindungi|melindungi ${WE}|identitas|nama`,
      "jika|bila|kalau|asal|asalkan|apabila … dilindungi",
      "lpsk",
      "diancam|diintimidasi|diteror|intimidasi|mengintimidasi|meneror",
      `${WE}|nyawa|keselamatan|jiwa … terancam`,
      `mengancam … ${WE}|akan|pegawai|staf|warga|korban`,
      "mendapat|menerima|dapat|ada|mendapatkan … ancaman|teror|tekanan",
      `keselamatan|nyawa ${WE}`,
      "takut|khawatir|cemas … dibalas|balasan|pembalasan|dimutasi|dipecat|diketahui|ketahuan|dibunuh|disakiti|dipindahkan",
      "dimutasi|dipindahkan|dipecat|diberhentikan|didemosi|dikucilkan|dinonaktifkan … setelah|sesudah|karena|akibat|sejak … melapor*|laporan|pengaduan|lapor|mengadu*",
    ],
    never: [
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
      `${EVIDENCE} … diamankan|terhapus|ditimpa`,
      `amankan|mengamankan|selamatkan|menyelamatkan … ${EVIDENCE}`,
      "rekaman|cctv|kamera … hanya|cuma|biasanya|maksimal … disimpan|tersimpan|bertahan",
      "terhapus otomatis|sendiri",
    ],
    never: ["metadata … dihapus|hapus|terhapus"],
  },
  official: {
    says: [
      "presiden|menteri|wamen|gubernur|wagub|bupati|wabup|walikota",
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
      "masih … berlangsung|berjalan|terjadi|berlanjut|dilakukan|dipungut|diminta|meminta|memungut|terus",
      "sampai|hingga sekarang|kini",
      "sampai|hingga saat|hari|detik ini",
      "hampir setiap|tiap",
      "terus berlangsung|berlanjut|terjadi|menerus|berulang",
      "selalu terjadi|berulang|diminta|meminta",
    ],
    /** A day answered with a beginning, or with a habit */
    when: ["sejak", "setiap|tiap|rutin|selalu", "masih|sekarang"],
    never: [
      "sejak … sampai|hingga|sd … 19*|20*",
      "sampai|hingga sekarang|kini … tidak|belum … kabar|tanggapan|jawaban|tindak|balasan",
      "sampai|hingga saat|hari|detik ini … tidak|belum … kabar|tanggapan|jawaban|tindak|balasan",
    ],
  },
};

/** Words that turn an expression around where one stands shortly before it. */
export const NOT_ID: readonly string[] = ["tidak", "tak", "bukan", "tanpa", "jangan", "belum", "nggak", "gak"];

/** "Tidak hanya", "tidak lama sesudah" */
export const BUT_ID: readonly string[] = ["hanya", "cuma", "sekadar", "lama"];
