/** Marks of urgency in Indonesian. */
import type { Mark } from "../../protocol/urgency/marks.ts";

/** One word or two, for a row of a list */
export const MARK_NAMES = {
  danger: "Darurat 24 jam",
  protection: "Perlindungan",
  evidence: "Bukti",
  official: "Pejabat",
  amount: "Nilai besar",
  ongoing: "Berlangsung",
  wrote: "Membalas",
  unread: "Belum dibuka",
} as const satisfies Record<Mark, string>;

export const MARK_REASONS = {
  danger: "Pelapor meminta perlindungan dalam 24 jam.",
  protection: "Pelapor meminta perlindungan atau menyebut ancaman.",
  evidence: "Bukti dapat segera hilang.",
  official: "Menyebut penyelenggara negara atau penegak hukum.",
  amount: "Nilai {amount} mencapai batas kewenangan KPK.",
  ongoing: "Menurut laporan masih berlangsung.",
  wrote: "Pelapor menulis lagi, dan belum dibaca.",
  unread: "Belum pernah dibuka sejak {day}.",
} as const satisfies Record<Mark, string>;

export const MARKS_TITLE = {
  title: "Tanda mendesak",
  hint: "Dibaca dari kata-kata Pelapor di perangkat ini. Aturan dapat keliru atau terlewat: mohon dibaca sendiri.",
  inField: "{field}: “{quote}”",
  inMessage: "Pesan Pelapor ke-{n}: “{quote}”",
} as const;
