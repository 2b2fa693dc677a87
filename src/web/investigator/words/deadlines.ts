/** What is promised, and how long it still is. */
import type { Words } from "../parts/speech.ts";

export const DEADLINES = {
  title: ["Batas waktu", "Deadlines"],
  "first-answer": ["Jawaban pertama", "First answer"],
  verification: ["Hasil verifikasi", "Result of verification"],
  "reporter-answer": ["Jawaban Pelapor", "Reporter’s answer"],
  today: ["Hari ini", "Today"],
  working: {
    left: ["{n} hari kerja lagi", "{n} working days left", "1 working day left"],
    past: ["Lewat {n} hari kerja", "{n} working days late", "1 working day late"],
  },
  calendar: {
    left: ["{n} hari kalender lagi", "{n} calendar days left", "1 calendar day left"],
    past: ["Lewat {n} hari kalender", "{n} calendar days late", "1 calendar day late"],
  },
  uncounted: ["Hari libur nasional {years} belum diperhitungkan.", "Public holidays of {years} are not counted."],
} as const satisfies Record<string, Words | Record<string, Words>>;
