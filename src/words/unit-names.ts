/**
 * How names of work units are written where there is little room: the short forms on Indonesian letterheads and signs,
 * longest first. They serve the eye alone: what was written stays what is compared, searched and read aloud.
 */
const SHORT_FORMS = [
  ["Rumah Sakit Umum Daerah", "RSUD"],
  ["Rumah Sakit", "RS"],
  ["Sekolah Dasar Negeri", "SDN"],
  ["Sekolah Menengah Pertama Negeri", "SMPN"],
  ["Sekolah Menengah Atas Negeri", "SMAN"],
  ["Sekolah Menengah Kejuruan Negeri", "SMKN"],
  ["Pusat Kesehatan Masyarakat", "Puskesmas"],
  ["Direktorat Jenderal", "Ditjen"],
  ["Inspektorat Jenderal", "Itjen"],
  ["Sekretariat Jenderal", "Setjen"],
  ["Sekretariat Daerah", "Setda"],
  ["Kantor Wilayah", "Kanwil"],
  ["Unit Pelaksana Teknis", "UPT"],
  ["Sub Bagian", "Subbag"],
  ["Subbagian", "Subbag"],
  ["Subdirektorat", "Subdit"],
  ["Direktorat", "Dit."],
  ["Inspektorat", "Insp."],
  ["Kementerian", "Kem."],
  ["Kabupaten", "Kab."],
  ["Kecamatan", "Kec."],
  ["Kelurahan", "Kel."],
  ["Provinsi", "Prov."],
  ["Bagian", "Bag."],
] as const;

const SHORT = new Map<string, string>(SHORT_FORMS.map(([long, short]) => [long.toLowerCase(), short]));
const LONG = new RegExp(`(?<!\\p{L})(?:${SHORT_FORMS.map(([long]) => long).join("|")})(?!\\p{L})`, "giu");

/** "Dinas Contoh, Kab. Antah Berantah" of "Dinas Contoh, Kabupaten Antah Berantah". */
export function shortUnitName(name: string): string {
  return name.replace(LONG, (long) => SHORT.get(long.toLowerCase()) ?? long);
}
