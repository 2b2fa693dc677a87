/** English: coming back, protection, genuineness, and what is said when something does not work. */
import type { Translation } from "../../../../words/text.ts";
import type { BESIDE as INDONESIAN } from "../id/beside.ts";

export const BESIDE: Translation<typeof INDONESIAN> = {
  check: {
    title: "Check report status",
    lead: "Type the twelve words of your report code. The first four letters are enough.",
    word: "Word {position}",
    suggestions: "Word {position}:",
    didYouMean: "Did you mean",
    problems: {
      count: "{n} words were found; a report code has twelve.",
      "unknown-word": "Word {position}, “{typed}”, is not in the word list.",
      "foreign-letter":
        "Word {position} holds “{letter}”, a letter of another script that looks alike. Please type it again with the letters a to z.",
      "mixed-languages": "Word {position} is of another language than word 1. A code is always in one language.",
      checksum: "All words are in the list, but they do not belong together. One word is wrong, or the order is.",
    },
    incomplete: "Please complete word {places} first.",
    place: "{first}",
    places: "{first} to {last}",
    open: "Open the conversation",
    opening: "Fetching the conversation and checking it…",
    loading: "The list of words is being loaded. You can already type.",
    pasteAll: "Type or paste all words at once",
    oneByOne: "Type word by word",
    allWords: "Twelve words, with spaces between",
    neverSent: "The words are checked on this device and never sent. Nothing is kept after the page is closed.",
    lost: "Lost the code?",
    lostText: "The code cannot be recovered, not by us either. You can {report} and mention that you reported before.",
    makeReport: "make a new report",
    removed: "This report is not kept any more",
    removedText:
      "Your words are right. By the server’s word the office removed this report on {date}: two members agreed on it, and 30 days passed. This page cannot check that, and it can be a mistake. If the report matters, please make a new one: say that there was one before, and add what helps to examine it.",
    removedReport: "Make a new report",
    notFound: "Please check the words and their order",
    notFoundText:
      "No conversation opens with these words. A word may be wrong although it is in the list. An inbox that was destroyed does not open any more either.",
  },

  protect: {
    title: "I need protection",
    lead: "If you are in danger now, turn to the police or to somebody you trust first.",
    two: "Two kinds of protection",
    office:
      "Protection by this office: confidentiality and limits on who reads the report, by the office’s own rules. Ask for it in the report or the conversation; no identity is needed.",
    statute:
      "Protection by statute is given by LPSK. It is applied for in writing and needs your identity; LPSK decides within 7 days (Law 31/2014, article 29). It concerns reports to law enforcement.",
    ask: "Ask for protection in this conversation",
    askHint: "Write what you are worried about, from whom, and whether it is urgent. Say what we must not do.",
    askSend: "Lock and send the request",
    inReport: "Make a report and ask for protection",
  },

  genuine: {
    title: "Is this page genuine?",
    lead: "A false page can look like this one. Three checks help you tell them apart.",
    address: "1. Look at the address",
    addressText:
      "At the top of the browser the address must be exactly the one on the official poster. Your browser has now opened:",
    addressHint: "Type the address from the poster yourself. Do not follow a link that somebody sent.",
    onion: "Address for Tor Browser:",
    roots: "2. Compare these twelve words",
    rootsText:
      "They are the fingerprint of the root keys, in Indonesian words. They must be the same as on the official poster at the service office, row by row. They can also be read out over the telephone.",
    asNumbers: "The same fingerprint as numbers",
    rootsNeeded: "A list of recipients is valid when {threshold} of {all} root keys have signed it.",
    row: "Row {letter}",
    noCode: "Everybody may know these words. They are not a report code.",
    build: "3. Compare the fingerprint of this page’s files",
    buildText: "For those who know the technique, or together with somebody you trust.",
    buildHash: "Fingerprint of all files (SHA-256)",
    directory: "List of recipients",
    directoryLoading: "Being fetched and checked…",
    directoryText: "Version {version}, rightly signed, valid until {until}",
    unprovable: "What cannot be proved here",
    unprovablePoints: [
      "A false page can also show the right words. So check the address first.",
      "A server taken over can show altered pages, this one included.",
      "A device that was broken into can change whatever you see.",
    ],
    mismatch: "Something does not match?",
    mismatchText: "Fill in nothing. Close this page and try from another device or network.",
  },

  cancelling: {
    title: "Delete your answers?",
    lead: "Your answers exist only on this page and have not been sent. Once deleted they cannot be brought back.",
    yes: "Yes, delete them",
    no: "No, go on with the report",
  },

  refused: {
    title: "A report cannot be locked here",
    closed: "Reports cannot be taken at present",
    noRandomness:
      "The random generator of this browser is missing or cannot be trusted. Without it a report cannot be locked, so nothing is sent.",
    youCan: "What you can do",
    ways: [
      "Update this browser, or open this page in another browser or on another device of your own.",
      "Send a letter without a sender’s name to {office}, or go there.",
    ],
  },

  problems: {
    title: "It did not work yet",
    nothingLost: "Nothing is lost; what you typed is still on this page.",
    retry: "Try again",
    unreachable: "The server cannot be reached. Please check your internet connection.",
    busy: "The server is busy. Nothing was stored; please try again in a moment.",
    server: "Something went wrong on the server. Please try again in a moment.",
    "awaiting-answer":
      "For now this case can take no more until the office has answered, except perhaps a short message. What was sent is stored. Please come back with your twelve words once there is an answer; this page keeps nothing after it is closed.",
    "no-room":
      "The server has no room for this at present. Nothing was stored. A shorter text (up to about 60,000 characters) may still be taken; otherwise please try again later or write to the office in another way.",
    "asks-too-much":
      "The server asks this device for more work than it may. That was not followed, and nothing was sent. Please try from another network; if it stays like this, tell the office in another way.",
    refused:
      "The server refused the locked data. The report is not recorded. Please load this page anew in another window and try again.",
    directory:
      "The list of recipients that the server gives is not valid, so no report was locked and nothing was sent. Try from another device or network; if it stays like this, tell the office in another way.",
    "two-views":
      "Alarm: the server gives another list of recipients than before, or an older one. Nothing was sent. Please do not go on here: try again later from another device or network, or tell the office in another way.",
    clock:
      "The clock of this device says {today}, but the list of recipients is valid from {from} until {until}. If the clock is wrong, set it; if it is right, tell the office. Nothing was sent.",
    lapsed:
      "The office has not confirmed that its list of recipients still holds, so nothing can be sent safely for now. By this device today is {today}; if that is wrong, set its date. Nothing was sent. Please try again tomorrow, or tell the office in another way.",
    "too-old": "This page is too old for the list of recipients. Please load the page anew.",
    noChannel: "The list of recipients holds no channel for reports.",
    "channel-closed":
      "This channel cannot take reports at present: fewer than two of its readers are valid today. Nothing was sent. Please try again tomorrow, or tell the office in another way.",
    unknown: "Something happened that we did not foresee. Nothing was sent.",
  },
};
