/** The ten reports of the story of casework: what each tells, and how it must end. */
import { connect } from "../../../src/client/line/http.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { WORD_LISTS, wordListOf } from "../../../src/client/reporter/word-lists.ts";
import { readWords, wordsOf } from "../../../src/crypto/secret/words.ts";
import type { Outcome } from "../../../src/protocol/rules/casework.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import type { Answers } from "../../../src/protocol/rules/report-fields.ts";
import { type Language, factsOf } from "../../../src/words/languages.ts";
import { ANSWERS } from "../../support/hostile/hostile-story.ts";
import type { MovableSite } from "../support/movable-site.ts";

export const REPORTS = {
  excluded: {
    title: "Honor kegiatan dipotong kepala seksi",
    unitName: "Dinas Contoh Kenari",
    what: "Honor kegiatan pelatihan dipotong separuh, tanda terimanya penuh.",
    category: "pungutan-liar",
    ends: "unsubstantiated",
  },
  granted: { title: "Kuitansi bahan bakar ganda", category: "perbuatan-curang", ends: "substantiated" },
  removed: { title: "Jadwal jaga diatur untuk kerabat", category: "nepotisme-kolusi", ends: "partly" },
  merged: {
    title: "Perjalanan dinas fiktif ke Kota Khayal",
    what: "Saudara Rekaan Pratama menandatangani tiga perjalanan dinas fiktif ke Kota Khayal pada 6 Februari 2025.",
    category: "kerugian-keuangan-negara",
    ends: "duplicate",
  },
  sameMatter: {
    title: "Tiga perjalanan dinas ke Kota Khayal tidak pernah ada",
    what: "Rekaan Pratama membuat perjalanan dinas fiktif ke Kota Khayal, tiga kali, pada 6 Februari 2025.",
    category: "kerugian-keuangan-negara",
    ends: "substantiated",
  },
  referred: {
    title: "Pemenang lelang alat laboratorium diatur",
    category: "pengadaan-barang-jasa",
    amountIDR: 1_312_400_000,
    ends: "referred",
  },
  withdrawn: { title: "Kendaraan dinas dipakai berlibur", category: "penyalahgunaan-wewenang", ends: "withdrawn" },
  protected: {
    title: "Dimutasi setelah melapor",
    unitName: "Inspektorat Khayal",
    what: "Tiga minggu setelah melapor saya dipindahkan ke pos yang jauh.",
    category: "pembalasan-pelapor",
    ends: "insufficient",
  },
  complaint: { title: "Antrean loket tanpa kepastian", category: "pelayanan-publik", ends: "out_of_scope" },
  reopened: { title: "Uang pelicin izin gudang", category: "suap", ends: "substantiated" },
} as const satisfies Readonly<Record<string, Partial<Answers> & { readonly ends: Outcome }>>;

export type Name = keyof typeof REPORTS;
export const NAMES = Object.keys(REPORTS) as readonly Name[];

/** By a person on the screen */
export type Written = "excluded" | "protected";
const WRITTEN: readonly Name[] = ["excluded", "protected"] satisfies Written[];

/** The others by the same client, as the command line does: to the first channel, but for the one with two readers. */
export async function sendOthers({ origin, organisation }: MovableSite): Promise<Map<Name, Uint8Array>> {
  const directory = parseDirectory(documentBytes(organisation.signed));
  const connection = connect(origin);
  const tokens = new Map<Name, Uint8Array>();
  for (const name of NAMES) {
    if (WRITTEN.includes(name)) continue;
    const { ends: _, ...answers } = REPORTS[name];
    const channelId = organisation.channels[name === "granted" ? 1 : 0].id;
    const prepared = prepareReport({ answers: { ...ANSWERS, ...answers }, channelId, excluded: [] }, directory);
    await sendReport(connection, prepared);
    tokens.set(name, prepared.token);
  }
  return tokens;
}

/** As they stand on the reporter's note. */
export function noteOf(token: Uint8Array, language: Language): string[] {
  return wordsOf(token, wordListOf(factsOf(language).codeWords));
}

export function tokenOf(note: readonly string[]): Uint8Array {
  const read = readWords(note.join(" "), WORD_LISTS);
  if (!("token" in read)) throw new Error("the words on the note are no code");
  return read.token;
}
