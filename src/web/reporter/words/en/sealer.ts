/** English: the file segel-lapor.html, which locks a report without a network. */
import type { Translation } from "../../../../words/text.ts";
import type { SEALER as INDONESIAN } from "../id/sealer.ts";

export const SEALER: Translation<typeof INDONESIAN> = {
  title: "Write a report without a network",
  lead: "This file locks a report for {office} on this device, without internet. What comes out is one sealed file, which anybody can hand in.",
  begin: "Write a report",
  preparing: "The form is being prepared. This button needs JavaScript.",
  checking: "The list of readers in this file is being checked…",
  holds: "This file can be used until {until}. About three minutes, two required answers.",
  fails: "This file cannot be used",
  how: [
    "You fill in the same form as on the reporting page. Nothing is sent: this page cannot reach the internet.",
    "You receive a code of twelve words, and then save the sealed file.",
    "The file is handed in on the reporting page, by letter, or on a stick: by you or by somebody else. Nobody on the way can read it.",
    "With the twelve words you check later on the reporting page whether the file has arrived, and read our answers.",
  ],
  cannot: {
    title: "What we cannot promise",
    points: [
      ["That the file arrives.", "Whoever carries it can keep it, or hand it in late; this page cannot know."],
      ["A carrier who keeps silent.", "The carrier cannot read it, but knows from whom the file came."],
      [
        "Traces on the device.",
        "This page stores nothing, but a file that you save can be found. Delete it once it was handed in.",
      ],
      ["A device that is watched.", "If others watch this device, we cannot prevent it."],
      ["Guesses from the story.", "Details that few people know can point to you."],
    ],
  },
  compare:
    "A false file can look just like this one. Compare these twelve words with the official poster at the office, row by row, and take this file from a source that you trust:",
  withoutScript: {
    title: "JavaScript is off in this browser",
    what: "Without JavaScript a report cannot be locked on your device. So the form stays closed. What you can do:",
    ways: [
      "Allow JavaScript for this file, or open it in another browser or on another device of your own.",
      "Send a letter without a sender’s name to {office}, or go there. Letters and visits are not locked in this way.",
    ],
  },
  empty:
    "This file holds no list of readers yet. Take segel-lapor.html from the office’s reporting page or from the office itself, and open that file.",
  evidence:
    "Photos and documents do not go into the sealed file. You can send them later on the reporting page, with the twelve words. What evidence there is you could already write in the step before.",
  locking: "Your report is being locked",
  lockingText: "Usually a few seconds. Nothing is sent.",
  editAgain: "Go back and change the report",

  save: {
    title: "Save the sealed file",
    lead: "Your report is locked inside this file. The file does not hold your name, and the code of twelve words is not in it.",
    save: "Save sealed file",
    again: "Save once more",
    fileName: "file.dat",
    saved:
      "The browser saves it as {name}, usually in the downloads folder. Please make sure that it is there; once this page is closed the file cannot be made again.",
    how: "How to hand it in",
    atPage: "On the reporting page: anybody can choose “Hand in a sealed file” at the bottom, and then this file.",
    atAddress: "Address of the reporting page:",
    byHand: "By letter or on a stick to {office}. The staff hand it in and cannot see what is inside.",
    before:
      "Before {before}, if possible. The longer it is under way, the more its readers may have changed; then the file is not taken any more, and the report has to be written again.",
    twice: "It may be handed in more than once, also by several people: the report is not counted twice.",
    know: "Please note",
    notKnown:
      "This page does not know whether the file has arrived. Check a few days later on the reporting page, with the twelve words.",
    carrier: "Whoever holds the file knows that it is a sealed file, and for which office. It cannot be read.",
    remove: "Delete the file from this device once it was handed in.",
    done: "Done",
    notSaved: "The file is not saved yet. Save it first: without it the report cannot be handed in.",
  },
  done: {
    title: "Done",
    lead: "Your report has not reached anybody yet: the sealed file still has to be handed in. The code of twelve words is in your notes alone.",
    leave: "Close this page. The browser’s history still shows that this file was opened.",
  },

  instead: {
    who: { evidenceHint: "What evidence there is, and where. Files can be sent later, with the report code." },
    readers: { loading: "The signatures of the list of readers are being checked…" },
    review: {
      title: "Check, then lock",
      beforeSending: "Before you lock it",
      cannotReopen:
        "Once locked, you cannot open your report again, not with the report code either. That protects you should the code fall into other hands. You can always add information after the file was handed in.",
      send: "Lock the report",
      lockReady: "Ready to be locked. Nothing is sent.",
    },
    code: {
      received: "Your report is locked, and not handed in yet",
      loading: "The word list is being prepared. Please do not close this page.",
      know: [
        ["The code cannot be recovered.", "We do not keep it. If you lose it, you can make a new report."],
        ["Give it to nobody,", "nor to whoever carries the file or claims to be staff. We never ask for it."],
        [
          "Whoever has the code can read our answers and write in your name,",
          "but cannot open the report that was locked. If anybody else has seen the code, do not use it any more: make a new report.",
        ],
      ],
    },
    problems: {
      directory:
        "The list of readers in this file is not genuine, so the report is locked for nobody. Please take segel-lapor.html from another source that you trust.",
      clock:
        "The clock of this device says {today}, but the list of readers in this file is valid from {from} until {until}. If the clock is wrong, set it right; if it is right, ask the office for a new segel-lapor.html.",
      lapsed:
        "The time in which this file can be used is over. By this device it is {today} now; if that is wrong, set it right. If it is right, ask the office for a new segel-lapor.html.",
      "too-old": "This file is too old for its list of readers. Please take a new segel-lapor.html.",
      "channel-closed":
        "This channel cannot take reports at present: fewer than two of its readers are valid today. Please ask the office for a new segel-lapor.html.",
      unknown: "Something went wrong that we did not foresee. Nothing was sent.",
    },
  },
};
