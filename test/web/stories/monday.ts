/** Monday morning: sixty reports of one weekend, most of them alike, a few of them urgent. Made up. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { type Answers, EMPTY_ANSWERS } from "../../../src/protocol/report-fields.ts";
import { query } from "../../support/server.ts";
import { sendReports } from "../support/reports.ts";
import type { Site } from "../support/site.ts";

const SAMPLES = path.join(import.meta.dirname, "../../fixtures/sample-reports.json");
const REPORTS = 60;

/** One matter, told again and again; what differs between two stands in no title. */
const ALIKE = {
  title: "Pungutan di loket antrean",
  unitName: "Loket Pelayanan Contoh, Kota Antah Berantah",
  category: "pungutan-liar",
  what: "Petugas loket meminta uang supaya berkas didahulukan.",
} as const;

export const URGENT = {
  title: "Rekaman gudang akan dihapus",
  unitName: "Balai Pelatihan Rekayasa Khayalan",
  category: "pengadaan-barang-jasa",
  what: "Rekaman kamera gudang akan segera dihapus minggu ini. Saya diancam supaya diam, mohon perlindungan.",
  amountIDR: 1_312_400_000,
} as const;

export async function mondayReports(): Promise<Partial<Answers>[]> {
  const samples = JSON.parse(await fs.readFile(SAMPLES, "utf8")) as Answers[];
  const alike = Array.from({ length: REPORTS - samples.length - 1 }, (_, at) => ({
    ...EMPTY_ANSWERS,
    ...ALIKE,
    amountIDR: 50_000 + at * 5_000,
  }));
  return [...alike, ...samples, { ...EMPTY_ANSWERS, ...URGENT }];
}

/** Sends them, and lets them have arrived on the days of a week. */
export async function mondayMorning(site: Site, reports?: readonly Partial<Answers>[]): Promise<void> {
  await sendReports(site, reports ?? (await mondayReports()));
  await query(
    site.urls.ownerUrl,
    `UPDATE cases SET arrived_on = arrived_on - (place % 8)::int, state_on = state_on - (place % 8)::int
     FROM (SELECT handle AS of, row_number() OVER (ORDER BY handle) AS place FROM cases) AS places WHERE handle = of`,
  );
}
