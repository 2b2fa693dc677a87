/** What the team judges, asks itself and does, in Indonesian. */
import type {
  AskedBy,
  Consent,
  ExposureAnswer,
  ExposureQuestion,
  ExposureStep,
  Knower,
  ProtectionUrgency,
  ReferralBody,
  SafeContact,
  Threat,
  WantedMeasure,
} from "../../protocol/rules/protection.ts";
import type { ComplaintReceiver } from "../../protocol/rules/complaints.ts";
import type { ResultClass } from "../../protocol/rules/results.ts";
import type { SuggestionRule } from "../../protocol/rules/suggestions.ts";
import type { Element, Recommendation, Score } from "../../protocol/rules/triage.ts";

export const SCORE_NAMES = {
  severity: "Tingkat keparahan",
  credibility: "Kredibilitas",
  evidence: "Kekuatan bukti",
  urgency: "Urgensi",
  seniority: "Senioritas Terlapor",
  retaliation: "Risiko pembalasan",
  reach: "Jangkauan",
  completeness: "Kelengkapan unsur",
} as const satisfies Readonly<Record<Score, string>>;

/** What each number means. */
export const SCORE_MEANINGS = {
  severity: {
    one: "Pelanggaran etik atau nilai kecil",
    two: "Pelanggaran disiplin, nilai terbatas",
    three: "Dugaan pidana atau nilai besar",
    four: "Indikasi pidana dengan nilai Rp1 miliar atau lebih, atau bahaya bagi jiwa",
  },
  credibility: {
    one: "Kabar dari orang lain, saling bertentangan",
    two: "Umum, sulit diuji",
    three: "Rinci dan sebagian dapat diuji",
    four: "Dilihat sendiri, konsisten, dapat diuji",
  },
  evidence: {
    one: "Belum ada bukti",
    two: "Petunjuk tanpa dokumen",
    three: "Ada dokumen, perlu dicocokkan",
    four: "Dokumen yang dapat diuji tersendiri",
  },
  urgency: {
    one: "Sudah lewat, keadaan tetap",
    two: "Dapat menunggu beberapa minggu",
    three: "Masih berlangsung",
    four: "Bukti atau uang hilang dalam hitungan hari",
  },
  seniority: {
    one: "Staf",
    two: "Pejabat pengawas atau setingkat",
    three: "Pejabat pembuat komitmen atau setingkat",
    four: "Kepala unit atau di atasnya: kasus ke luar dari unit",
  },
  retaliation: {
    one: "Rendah",
    two: "Pelapor mungkin ditebak",
    three: "Sedikit orang yang tahu rinciannya",
    four: "Pelapor mudah ditebak, atau sudah ada ancaman",
  },
  reach: {
    one: "Satu kejadian",
    two: "Beberapa kejadian di satu unit",
    three: "Berulang, lebih dari satu unit",
    four: "Sistemik, banyak unit",
  },
  completeness: {
    one: "Kurang dari tiga unsur",
    two: "Apa, siapa, dan di mana",
    three: "Sebagian besar unsur terisi",
    four: "Lengkap, semua unsur terisi",
  },
} as const satisfies Readonly<Record<Score, { readonly [Number in "one" | "two" | "three" | "four"]: string }>>;

export const ELEMENT_NAMES = {
  what: "Apa",
  who: "Siapa",
  where: "Di mana",
  when: "Kapan",
  why: "Mengapa",
  how: "Bagaimana",
  amount: "Berapa nilainya",
} as const satisfies Readonly<Record<Element, string>>;

export const RECOMMENDATION_NAMES = {
  verify: "Lanjutkan verifikasi",
  ask: "Minta keterangan Pelapor",
  investigate: "Mulai pemeriksaan",
  "refer-kpk": "Limpahkan ke KPK",
  "refer-police": "Limpahkan ke Kepolisian",
  "refer-prosecutor": "Limpahkan ke Kejaksaan",
  "refer-higher": "Limpahkan ke inspektorat yang lebih tinggi",
  "refer-sp4n": "Teruskan ke SP4N-LAPOR!",
  archive: "Arsipkan",
} as const satisfies Readonly<Record<Recommendation, string>>;

export const ASKED_BY_NAMES = {
  reporter: "Pelapor",
  witness: "Saksi",
  family: "Keluarga",
  victim: "Korban",
} as const satisfies Readonly<Record<AskedBy, string>>;

export const THREAT_NAMES = {
  physical: "Ancaman fisik",
  intimidation: "Intimidasi",
  transfer: "Mutasi, demosi, atau kenaikan pangkat ditunda",
  appraisal: "Penilaian kinerja diturunkan",
  dismissal: "Pemutusan kontrak atau hubungan kerja",
  shunning: "Pengucilan",
  lawsuit: "Tuntutan hukum balik",
  exposure: "Pengungkapan identitas",
} as const satisfies Readonly<Record<Threat, string>>;

export const PROTECTION_URGENCY_NAMES = {
  now: "Segera, dalam 24 jam",
  days: "Dalam beberapa hari",
  none: "Tidak mendesak",
} as const satisfies Readonly<Record<ProtectionUrgency, string>>;

export const KNOWER_NAMES = {
  superior: "Atasan",
  colleagues: "Rekan kerja",
  reported: "Terlapor",
  family: "Keluarga",
  online: "Orang lain lewat media sosial atau percakapan",
} as const satisfies Readonly<Record<Knower, string>>;

export const MEASURE_NAMES = {
  secrecy: "Identitas tetap dirahasiakan",
  "fewer-readers": "Pembaca kasus dibatasi",
  physical: "Perlindungan fisik",
  position: "Perlindungan jabatan dan penilaian kinerja",
  legal: "Bantuan hukum",
  psychological: "Pendampingan psikologis",
  lpsk: "Permohonan kepada LPSK",
} as const satisfies Readonly<Record<WantedMeasure, string>>;

export const CONSENT_NAMES = {
  none: "Tidak kepada siapa pun",
  named: "Hanya kepada orang yang disebut",
  lpsk: "Hanya kepada LPSK",
} as const satisfies Readonly<Record<Consent, string>>;

export const CONTACT_NAMES = {
  inbox: "Hanya lewat percakapan di sini",
  hours: "Pada waktu tertentu",
  chosen: "Lewat kontak yang dipilih Pelapor",
} as const satisfies Readonly<Record<SafeContact, string>>;

export const BODY_NAMES = { lpsk: "LPSK", kpk: "KPK" } as const satisfies Readonly<Record<ReferralBody, string>>;

export const STEP_NAMES = {
  summons: "Pemanggilan atau klarifikasi",
  visit: "Kunjungan ke lokasi",
  letter: "Surat ke unit kerja",
  forwarding: "Pelimpahan atau penerusan",
} as const satisfies Readonly<Record<ExposureStep, string>>;

export const EXPOSURE_QUESTION_TEXTS = {
  "few-knew": "Apakah hanya sedikit orang yang mengetahui hal yang akan disebut?",
  "own-words": "Apakah ada kalimat yang disalin dari laporan atau pesan Pelapor?",
  files: "Apakah ada berkas Pelapor yang ikut diserahkan, atau rincian yang hanya ada di dalamnya?",
  timing: "Apakah waktunya begitu dekat dengan laporan sehingga keduanya mudah dihubungkan?",
  "only-source": "Apakah langkah ini hanya dapat dijelaskan dengan adanya laporan?",
  "others-too": "Apakah orang atau unit lain ikut diperiksa, sehingga tidak ada yang menonjol?",
  "reaches-reported": "Apakah Terlapor, atau orang dekatnya, akan membaca atau menangani naskah ini?",
  wishes: "Apakah sesuai dengan keinginan Pelapor dan dengan hal yang tidak boleh kami lakukan?",
} as const satisfies Readonly<Record<ExposureQuestion, string>>;

export const EXPOSURE_ANSWER_NAMES = {
  yes: "Ya",
  no: "Tidak",
  unclear: "Belum jelas",
} as const satisfies Readonly<Record<ExposureAnswer, string>>;

export const RECEIVER_NAMES = {
  sp4n: "SP4N-LAPOR!",
  unit: "Unit penyelenggara layanan",
} as const satisfies Readonly<Record<ComplaintReceiver, string>>;

/** Kelas hasil pemeriksaan: tiga yang pertama menurut UU 30/2014, pasal 20. */
export const RESULT_NAMES = {
  "no-fault": "Tidak terdapat kesalahan",
  "administrative-fault": "Kesalahan administratif",
  "administrative-fault-loss": "Kesalahan administratif yang menimbulkan kerugian negara",
  ethics: "Pelanggaran kode etik",
  "discipline-light": "Pelanggaran disiplin ringan",
  "discipline-medium": "Pelanggaran disiplin sedang",
  "discipline-heavy": "Pelanggaran disiplin berat",
  "criminal-indication": "Indikasi tindak pidana",
} as const satisfies Readonly<Record<ResultClass, string>>;

/** What a rule has found, and what it proposes. */
export const SUGGESTION_TEXTS = {
  "involved-handler": {
    why: "Nama anggota yang dapat membaca kasus ini disebut dalam laporan: {names}.",
    what: "Keluarkan yang bersangkutan di bagian Pembaca: kasus naik ke penanggung jawab yang tidak terlibat. Jika semuanya terlibat, limpahkan ke inspektorat yang lebih tinggi.",
  },
  "evidence-vanishing": {
    why: "Menurut Pelapor, ada bukti yang dapat segera hilang.",
    what: "Amankan bukti hari ini",
  },
  protection: {
    why: "Pelapor meminta perlindungan.",
    what: "Catat permohonan perlindungan dan nilai ancamannya.",
  },
  kpk: {
    why: "Nilainya mencapai batas kewenangan KPK, atau penyelenggara negara disebut.",
    what: "Pertimbangkan pelimpahan ke KPK.",
  },
  "conflict-of-interest": {
    why: "Benturan kepentingan diputus atasan dalam lima hari kerja.",
    what: "Putusan atasan tentang benturan kepentingan",
  },
  gratification: {
    why: "Penerimaan sendiri dilaporkan ke UPG atau KPK, bukan di sini. Tidak wajib dilaporkan: pernikahan dan upacara sampai Rp{rites}; dari rekan kerja sampai Rp{colleague} sekali, Rp{year} setahun. Laporan yang tidak lengkap setelah {incomplete} hari kerja tidak dilanjutkan; setelah {report} hari kerja penerimaan dapat menjadi milik negara.",
    what: "Pastikan apakah Pelapor sendiri yang menerima; jika ya, arahkan ke UPG atau KPK",
  },
  "service-complaint": {
    why: "Ini keluhan pelayanan, bukan dugaan pelanggaran.",
    what: "Tempuh jalur singkat: jawab, lalu teruskan.",
  },
} as const satisfies Readonly<Record<SuggestionRule, { readonly why: string; readonly what: string }>>;
