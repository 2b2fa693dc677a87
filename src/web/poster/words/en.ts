/** Poster and card: what hangs on the office's wall, and people compare the page with. */
import type { Translation } from "../../../words/text.ts";
import type * as id from "./id.ts";

export const POSTER: Translation<typeof id.POSTER> = {
  thisOffice: "this office",
  title: "Report wrongdoing without giving your name",
  what: "This channel takes reports of suspected corruption and other misconduct in every work unit of {office}. A report is locked on your device; only the appointed examiners can open it, and nobody asks for your name.",
  address: "The address",
  onion: "With Tor Browser",
  code: "QR code of {address}",
  own: "Open it on a device of your own, outside the office’s network.",
  genuine: "Make sure that the page is genuine",
  compare:
    "The address in the browser must be the same, letter by letter. Then compare these twelve Indonesian words, row by row:",
  row: "Row {letter}",
  noCode: "Everybody may know these words. They are not a report code.",
  differs: "If anything differs",
  differsText:
    "A single word or letter is enough: fill in nothing, close that page, and tell us in person or by letter. Compare with a poster at another place as well: posters can be exchanged too.",
  hung: "Put up on",
  stamp: "Stamp and initials",
  card: "Without giving your name",
  cardCompare: "Compare before you write:",
  cardDiffers: "Something differs? Fill in nothing.",
  print: "Print this page on A4: poster and cards in two languages. Cut the cards along their lines.",
};
