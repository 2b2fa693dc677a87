/** English: the reporter's pages. */
import { CATEGORY_NAMES, REPORTER_FIELD_NAMES } from "../../../words/glossary/en.ts";
import { EN_CASE } from "./en-case.ts";
import type { ID } from "./id.ts";
import { englishWords } from "./number-words.ts";

export const EN: typeof ID = {
  ...EN_CASE,
  required: "(required)",
  optional: "(may be left empty)",
  next: "Continue",
  toLast: "Go to the last step",
  back: "Back",
  cancel: "Cancel",
  change: "Change",
  remove: "Remove",
  numbers: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  home: "To the first page",
  step: (step, of) => `Step ${step} of ${of}`,
  nothingSaved: "Nothing has been saved or sent yet. If this page is closed, your answers are gone.",
  count: (used, limit) => `${used} of ${limit} characters`,
  errorsFound: [
    "",
    "One answer needs to be corrected",
    "Two answers need to be corrected",
    "Several answers need to be corrected",
  ],
  errorsMissing: ["", "One answer is needed", "Two answers are needed"],
  tooLong: (limit, actual) => `At most ${limit} characters; now ${actual}. Please shorten it.`,
  categories: CATEGORY_NAMES,
  fields: REPORTER_FIELD_NAMES,

  what: {
    title: "What happened, and where?",
    unitHint: "Write the name of the office, agency or section. If you do not know its name, describe it.",
    unitSearchHint: "Type a part of the name, then choose. The search runs on this device; what you type is not sent.",
    unitList: "Work units that match",
    unitMore: (count) => `${count} more; type more letters.`,
    unitUnlisted: "Not in the list? Just write the name.",
    whatHint: "Say what you saw or heard, and keep it apart from what you suspect. One sentence is enough.",
    whereHint: "For example a room, a counter, an address or an online conversation.",
    categoryHint: "It need not be exact. We will decide it.",
    unitMissing: "The work unit is empty. If you do not know its name, describe it.",
    unitMissingLink: "Write the work unit",
    whatMissing: "The description is empty. One sentence is enough.",
    whatMissingLink: "Write what happened",
    unitLink: "Correct the work unit",
    whatLink: "Correct what happened",
  },

  who: {
    title: "Who, when and how?",
    lead: "Everything in this step may be left empty. Fill in only what you know.",
    person: (number) => `Person ${number}`,
    name: "Name or description",
    nameHint: "If you do not know the name, write what the person looked like or what the name tag said.",
    position: "Position or task",
    role: "Their part, as you see it",
    roles: {
      did: "Allegedly did it",
      knew: "Knew of it",
      witness: "Witness",
      harmed: "Harmed",
      unsure: "Not sure",
    },
    addPerson: "Add a person",
    addAnother: "Add another person",
    removePerson: (number) => `Remove person ${number}`,
    times: { day: "A certain day", range: "A period", unsure: "I do not remember" },
    from: "From",
    until: "Until",
    day: "Day",
    month: "Month",
    year: "Year",
    months: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
    whenNote: "More about the time",
    whenNoteHint: "For example the hour, the weekday, or that it happens every month.",
    ongoing: "Is it still going on?",
    yesNo: { yes: "Yes", no: "No", unknown: "Not known" },
    amount: "Estimated amount (rupiah)",
    amountHint: "Digits only, for example 1.250.000.",
    reads: (value) => `Reads as: ${englishWords(value)} rupiah`,
    estimate: "This is an estimate, not an exact figure",
    evidenceHint: "What evidence there is, and where. Files can be attached in the next step.",
    fading: "Is there evidence that may soon be lost?",
    fadingNote: "What evidence, where, and until about when?",
    fadingNoteHint: "For example a camera recording that erases itself.",
    summaryHint: "If it is empty, the beginning of your description serves as the title.",
    titleLink: "Correct the title of the report",
  },

  files: {
    title: "Do you have supporting evidence?",
    loading: "The part for files is being loaded.",
    loadingFailed: "The part for files failed to load. This step may be skipped; files can be sent later.",
  },

  compose: {
    protection: "The reporter asks for protection: feels threatened or fears retaliation.",
    worries: "What the reporter is worried about",
    until: "until",
    dayUnknown: "The day is not remembered.",
    amountIsEstimate: "The amount in rupiah above is an estimate.",
  },

  readers: {
    title: "Who must not read this report?",
    loading: "Fetching the list of recipients and checking its signatures…",
    channel: "The report goes to",
    lead: (count) =>
      `The ${count} people below will be able to open this report. If one of them is connected with what happened, or close to the reported person, mark that name.`,
    group: "Mark those who must not read it",
    willNot: "Will not be able to open it",
    fixed: "Cannot be left out in this channel",
    remaining: (left, all) => `${left} of ${all} people will be able to read it.`,
    atLeastTwo: "At least two must remain. Those you mark are not told, and the server cannot know.",
    tooFew: "At least two people must remain. Take one mark away, or choose another channel.",
    tooFewLink: "Change the marks in the list of readers",
    custodians: "Identity custodians",
    custodiansLead:
      "They do not read reports. They keep identities that reporters leave with them; this report holds none. You may mark them too.",
    roles: {
      investigator: "Examiner",
      lead: "Case lead",
      custodian: "Identity custodian",
      administrator: "System administrator",
    },
    identity: "Your identity",
    anonymous:
      "You stay anonymous: we do not know who you are, and we can still talk through the report code. Do not write your own name or anything that describes you, unless you want to be known.",
    protection: "Protection",
    threatened: "I feel threatened or fear retaliation",
    worries: "What are you worried about?",
    worriesHint:
      "For example threats, a transfer, a lower appraisal, being shunned. Read by those who handle this report.",
  },

  lpsk: {
    title: "LPSK can be contacted right now",
    text: "The Witness and Victim Protection Agency, {site}. You can turn to it by yourself, without waiting for us and without mentioning this report.",
    unchecked:
      "News reports give the numbers {telephone} (telephone) and {whatsapp} (WhatsApp). We have not verified them: please compare them at {site} first.",
    checked: (date) => `Telephone {telephone}, WhatsApp {whatsapp}; checked on ${date}.`,
  },

  review: {
    title: "Read through, then send",
    whatAndWhere: "What and where",
    whoAndWhen: "Who, when, how",
    files: "Files",
    filesFollow: "Files follow as soon as the report has been received.",
    readers: "Readers and protection",
    changeOf: (part) => `Change: ${part}`,
    estimate: "(estimate)",
    canRead: "Can be read by",
    ofAll: (left, all) => `${left} of ${all} people`,
    mustNot: "Must not read it",
    identity: "Identity",
    anonymous: "Stays anonymous",
    protection: "Protection",
    asked: "Asked for",
    notAsked: "Not asked for",
    empty: "Left empty",
    beforeSending: "Before you send",
    cannotReopen:
      "Once sent you cannot open the report again, not even with the report code. This protects you if somebody else gets the code. You can always add information.",
    send: "Lock and send report",
    locking: "The button is not active yet: the part that locks the report is being loaded. Nothing is sent unlocked.",
    lockReady: "Ready to be locked and sent.",
    lockFailed:
      "The part that locks the report could not be loaded, perhaps because of the connection. Your answers are still on this page, and nothing was sent.",
    retry: "Load again",
    listChanged: "The list of recipients has just changed",
    listChangedText: "Nothing was stored. Please look again at who can read it, then send once more.",
    all: (limit, actual) =>
      `All text of the report: at most ${limit} characters; now ${actual}. Please shorten the description.`,
    bytes: (limit, actual) =>
      `The report is too large once encoded: ${actual} bytes, at most ${limit}. Please shorten the description.`,
    control: "There is an invisible sign in this answer. Please type it again.",
  },

  sending: {
    title: "Your report is being sent",
    keepOpen: "Please leave this page open. The screen may go dark.",
    lock: "1. Locking",
    lockHow: "The report is locked on this device. A small calculation keeps machines from flooding the server.",
    send: "2. Sending",
    running: "under way",
    waiting: "waiting",
    done: "done",
    size: (size) => `${size} KB`,
    usually: (seconds) =>
      seconds < 10
        ? "Usually a few seconds; longer on a slow line or over Tor."
        : `On a slow line about ${seconds} seconds.`,
    elapsed: (seconds) => `${seconds} seconds so far.`,
    padding: (size) => `${size} KB includes empty filling, so that the size of your report cannot be guessed.`,
    ifCut: "If the connection breaks",
    ifCutText: "The locked report is sent again by itself, exactly as it is, so that it is never recorded twice.",
    stopped: "stopped",
    cut: "Connection lost. Nothing is lost.",
    cutText:
      "The server cannot be reached. The report is intact on this page and already locked; exactly the same is sent again.",
    busy: "The server is busy. Nothing is lost.",
    busyText:
      "The server has not taken the report yet. It is intact on this page and already locked; exactly the same is sent again.",
    again: (seconds) => `Trying again by itself in ${seconds} seconds`,
    attempt: (number) => `(attempt ${number})`,
    tryNow: "Try now",
    youCan: "What you can do",
    tips: [
      [
        "Leave this page open.",
        "The report exists only on this page. If it is closed, the report is gone and must be written again.",
      ],
      ["Check your mobile data or Wi-Fi.", "Sending goes on as soon as there is a connection."],
    ],
    notRecorded:
      "The report is not yet recorded as received. The code of twelve words appears after all of it has arrived.",
    edit: "Go back and change the report",
    editChecking: "Asking first whether the report has arrived…",
    editUnclear:
      "It is not certain yet whether the report has arrived, so it cannot be changed. If it were changed now, it might be recorded twice.",
    arrivedAnyway: "The report had arrived after all. You can add your changes as a message, with this code.",
  },

  code: {
    received: "Report received",
    title: "Keep this code",
    lead: "These twelve words are the only way to read our answers. Please write them on paper, in order.",
    list: "Report code: twelve words, read across",
    once: "Shown only once. The first four letters of each word are enough.",
    loading: "The list of words is being loaded. The report has been received; please do not close this page.",
    loadingFailed:
      "The list of words could not be loaded because the connection broke. The report has been received. Please do not close this page; the code appears as soon as there is a connection.",
    written: "I have written it down",
    print: "Print",
    save: "Save as a file",
    fileName: "notes.txt",
    paper:
      "Print and file do not name this channel. Handwriting is still the safest: a file or a print queue can be found by others.",
    pleaseKnow: "Please note",
    know: [
      ["The code cannot be recovered.", "We do not keep it. If it is lost, you can make a new report."],
      ["Give it to nobody,", "not even to somebody who claims to be an official. We never ask for it."],
      [
        "Whoever holds the code can read our answers and write in your name,",
        "but cannot open the report and the messages that you sent. If somebody else has seen the code, do not use it any more: make a new report.",
      ],
    ],
  },

  match: {
    title: "Check two words",
    lead: "The words are now covered. Look at your note and type these two.",
    word: (position) => `Word ${position}`,
    right: "matches",
    empty: (position) => `Word ${position} is still empty.`,
    wrong: (position, typed) =>
      `Word ${position} is not “${typed}”. Please look at your note again, or show the words once more.`,
    submit: "Check",
    showAgain: "Show the words once more",
    after: "When you are done",
    afterText:
      "The words are removed from this page and nothing of them stays on the device. {skip} only if you are sure that your note is right.",
    skip: "Skip this check",
  },

  done: {
    title: "Done",
    lead: "Your report has been received, and your note is the only place where the code stands. This page does not hold it any more.",
    leave: "Close this tab, or use quick exit. The browser history still shows that this address was opened.",
    filesFirst:
      "Files are still being sent: please leave this page open until they are done. Until then it holds the key to send them.",
    checkNow: "Check report status",
  },

  upcoming: {
    title: "What happens next",
    received: "Report received",
    cannotReach: (date) => `We cannot contact you. Please check the status with this code from ${date} on.`,
    cannotReachNoDate: "We cannot contact you. Please check the status with this code from time to time.",
    noPromise: "The office has not named deadlines for this channel.",
    daysOff: (sources) => `Days off have been counted. Source: ${sources}.`,
    daysOffUnknown: (years) => `Public holidays of ${years.join(" and ")} are not counted.`,
    daysOffLater: "Each public holiday or day of joint leave puts the date off by one working day.",
    kinds: { "first-answer": "First answer", verification: "Result of verification", "reporter-answer": "Your answer" },
    within: (days, unit) => `Within ${days} ${unit} of receipt`,
    units: { working: "working days", calendar: "calendar days" },
  },
};
