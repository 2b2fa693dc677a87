/** English: the pages that are there before any script. `<b>` is all the markup they may hold. */
import type { Translation } from "../../../../words/text.ts";
import type { HOME as INDONESIAN } from "../id/home.ts";

export const HOME: Translation<typeof INDONESIAN> = {
  ownName: "English",
  thisOffice: "this office",
  quickExit: "Quick exit",
  title: "Report suspected wrongdoing without giving your name",
  lead: "This channel takes reports of suspected corruption and other misconduct in every work unit of {office}.",
  report: "Make a report",
  check: "Check report status",
  preparing: "The form is being prepared. Both buttons need JavaScript.",
  effort: "About three minutes, two required answers.",
  withoutScript: {
    title: "JavaScript is off in this browser",
    what: "Without JavaScript a report cannot be locked on your device. So the form stays closed: nothing you write may leave unlocked. What you can do:",
    ways: [
      "Allow JavaScript for this address only. In Tor Browser choose the security level “Safer”, not “Safest”.",
      "Open this page in another browser, or on another device of your own.",
      "Send a letter without a sender’s name to {office}, or go there. Letters and visits are not locked in this way.",
    ],
  },
  how: [
    "We do not ask for your name and we do not keep your internet (IP) address.",
    "Your report is locked on your device before it is sent. Only the appointed examiners can open it.",
    "After sending you receive a code of twelve words. You use it to read our answers and to add information.",
  ],
  protection: ["I need protection", "You can ask without making a report"],
  unknown: {
    title: "What we do not know about you",
    points: [
      ["Name, e-mail, phone number.", "We do not ask for them."],
      ["Internet (IP) address.", "We do not keep it."],
      ["What you write.", "The server and the system administrator cannot read it."],
      ["The hour you sent it.", "Only the date is recorded."],
    ],
  },
  cannot: {
    title: "What we cannot promise",
    points: [
      ["A watched device.", "If somebody monitors your phone or computer, we cannot prevent it."],
      [
        "Network records.",
        "An office network may record that this address was opened, although it cannot see the report.",
      ],
      ["A server taken over.", "Whoever controls the server could show altered pages. How to check them stands below."],
      ["A guess from the story.", "Details that only a few people know may point to you."],
      ["The outcome.", "We promise an answer on time, not a particular result."],
    ],
  },
  safer: {
    title: "How to be safer",
    ownDevice: "Use your own device and network, not the office’s.",
    tor: "If you can, open this page in Tor Browser.",
    torAt: "If you can, use Tor Browser and open this address:",
    exit: "<b>Quick exit</b> (or pressing Esc three times) replaces this page with {place}. The browser's history and cache still show that this page was opened; what you write is in neither. A private window or Tor Browser keeps neither.",
  },
  genuine: {
    title: "Is this page genuine?",
    compare: "Compare these twelve words with the official poster at the service office, row by row:",
    noCode: "Everybody may know these words. They are <b>not</b> a report code.",
    row: "Row {letter}",
    howTo: "How to check that this page is genuine",
  },
  receipt: "Check a receipt",
  carry: "Hand in a sealed file",
  runBy: "Run by {office}.",
  build: "Segel, build {hash}.",

  figures: {
    link: "Published figures",
    title: "Reports to {office} in figures",
    lead: "How many reports came in and what was done with them. What a report says, and whom it names, is never published.",
    withoutScript:
      "Without JavaScript this page can neither check signatures nor show tables. Only the server's answer can be downloaded here, as it is. The file that segel figures verify checks is saved from this page in a browser that runs JavaScript.",
    file: "Download the server's answer, not checked (JSON)",
    home: "To the first page",
  },

  missing: {
    name: "No such page",
    title: "There is no such page",
    text: "Please check the address. Nothing was sent.",
    home: "To the first page",
  },
};
