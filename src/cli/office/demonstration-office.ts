/** The made-up office of the demonstration, as `office.json` tells it to the pages (keys/README.md). */
import { fixedHolidaysOf } from "../../protocol/rules/fixed-holidays.ts";

const UNITS: readonly (readonly [name: string, ...aliases: string[]])[] = [
  ["Badan Keuangan dan Aset Daerah Antah Berantah", "BKAD"],
  ["Badan Kepegawaian Daerah Antah Berantah", "BKD"],
  ["Balai Perizinan Rekayasa Khayalan"],
  ["Dinas Kependudukan dan Pencatatan Sipil Antah Berantah", "Disdukcapil", "Dukcapil"],
  ["Dinas Kesehatan Antah Berantah", "Dinkes"],
  ["Dinas Pekerjaan Umum Antah Berantah", "Dinas PU"],
  ["Dinas Penanaman Modal dan Perizinan Terpadu Satu Pintu Antah Berantah", "DPMPTSP"],
  ["Dinas Pendidikan Antah Berantah", "Disdik"],
  ["Dinas Perhubungan Antah Berantah", "Dishub"],
  ["Dinas Sosial Antah Berantah", "Dinsos"],
  ["Inspektorat Antah Berantah"],
  ["Kecamatan Negeri Dongeng"],
  ["Kelurahan Awan Biru"],
  ["Puskesmas Awan Biru"],
  ["Rumah Sakit Umum Daerah Dongeng", "RSUD Dongeng"],
  ["Satuan Polisi Pamong Praja Antah Berantah", "Satpol PP"],
  ["Sekolah Menengah Pertama Negeri 3 Dongeng", "SMPN 3 Dongeng", "SMP 3"],
  ["Sekretariat Daerah Antah Berantah", "Setda"],
];

/** Holidays for the year of `now` and the next, so that a promise that is made today is counted. */
export function demonstrationOffice(now: number): object {
  const thisYear = new Date(now).getUTCFullYear();
  const daysOff = [thisYear, thisYear + 1].map((year) => [
    String(year),
    {
      source: "daftar contoh (sample list), hanya tanggal yang tetap",
      days: fixedHolidaysOf(year),
    },
  ]);
  return {
    names: {
      id: "Pemkab Antah Berantah (rekaan)",
      en: "Antah Berantah Regency (made up)",
    },
    timeZone: "WIB",
    units: UNITS.map(([name, ...aliases]) => ({ name, ...(aliases.length > 0 && { aliases }) })),
    daysOff: Object.fromEntries(daysOff) as object,
  };
}
