/** English: choosing, cleaning, sending and saving files. */
import type { FilesText } from "./files-id.ts";
import { FINDING_NAMES, REASON_NAMES } from "../../../glossary/en.ts";

export const FILES_EN: FilesText = {
  lead: "May be skipped. Photos, documents, sound or video recordings. The report is sent first; files follow from this page.",
  limits: "At most 1 GB for one file; at most 50 files and 5 GB for one report.",
  how: {
    report:
      "Hidden data that we know of is removed and files are locked on this device. Sending starts only in the last step.",
    message:
      "Hidden data that we know of is removed and files are locked on this device. Sending starts only with your message.",
  },
  choose: "Choose files",
  camera: "Take a photo",
  attachment: "attachment",
  count: (count, size) => `${count} ${count === 1 ? "file" : "files"}, ${size}`,
  waiting: (count) =>
    count === 1
      ? "1 file waits for your decision and is not going to be sent yet."
      : `${count} files wait for your decision and are not going to be sent yet.`,
  formerly: "Formerly {name}",
  looking: "It is being looked into for hidden data. You may go on meanwhile.",
  allLooked: "All files have been looked into.",
  notAllLooked: "Not all files could be looked into.",
  replace: "Replace file",
  anyway: "Attach anyway",
  notAnyway: "Do not attach after all",
  asIs: "Send as it is",
  cleanAgain: "Clean it again",

  outcome: {
    removed: "Removed:",
    nothing: "No hidden data of the kinds we know was found.",
    plain: "This text file has no hidden data of the kinds we know. We do not change what it says.",
    empty: "This file is empty.",
    sealed:
      "This file is locked already, so we cannot see what is inside. To open it, investigators need its key or password; you can write that in a message.",
    check: "Please check:",
    unchanged: "We do not change what is visible.",
    stays: "Still inside:",
    noneFound: "We found none, but cannot be sure that there is none.",
    asIs: "Sent as it is, with its own name.",
    anyway: "Attached without cleaning.",
    asked: "Not going to be sent yet. Please choose, or go on without this file.",
    others: (count) => `and ${count} more`,
  },
  findings: FINDING_NAMES,
  reasons: REASON_NAMES,
  inside: {
    document:
      "Inside there may still be an author's name, a computer's name or a history of changes. Safer: take a screenshot of it, and attach that.",
    recording: "Inside there may still be a location, a time or the name of a device.",
    other: "Inside there may still be data that can lead to you.",
    encrypted: "To open it, investigators need its password; you can write that in a message.",
  },
  warnings: {
    program: "This is a program. Investigators will only download it, and may not be able to open it.",
    macro:
      "This document has small programs inside (macros). Investigators will only download it, and may not be able to open it.",
    archive:
      "This is an archive; we do not clean the files inside. Investigators will only download it, and may not be able to open it. It is better to attach the files one by one.",
    "active-content":
      "This file can run something when it is opened. Investigators may only download it and not open it.",
    "sealed-archive": "What is inside is locked: investigators need its password or key.",
  },
  remains: {
    title: "What we cannot remove",
    lead: "Not every trace is hidden in a file. These stay, depending on what it shows:",
    items: {
      "visible-content": "what can be seen: faces, names, letterheads, watermarks, a screen's clock",
      "sound-and-streams": "what can be heard, and a recorder's notes inside picture and sound",
      "colour-profile": "colour numbers of a screen or camera, without its name",
      "document-text": "text, comments and changes inside a document",
      "inner-files": "pictures and files inside a document, with hidden data of their own",
      "not-looked-into": "parts too large or too strange for us to look into",
    },
  },
  review: {
    asIs: (count) =>
      `${count} of them ${count === 1 ? "goes" : "go"} as ${count === 1 ? "it is" : "they are"}, without cleaning.`,
    looking: (count) =>
      `${count} ${count === 1 ? "file is" : "files are"} still being looked into. Sending waits until that is done.`,
    leftOut: (count) =>
      `${count} ${count === 1 ? "file is" : "files are"} not going to be sent. The step for files says why.`,
    none: "No file is going to be sent.",
  },

  added: (count) => `${count} ${count === 1 ? "file" : "files"} added.`,
  removed: (name) => `${name} removed from the list.`,
  tooMany: (count) =>
    `${count} ${count === 1 ? "file was" : "files were"} not added: at most 50 files and 5 GB. The others are still there.`,
  problems: {
    "too-large": "This file is larger than 1 GB, so it will not be sent. If you can, split it into several files.",
    "unreadable-file":
      "This file cannot be read, so it will not be sent. It may have been moved, be in use by another program, or be a folder.",
    "worker-gone":
      "This file was not looked into, so it will not be sent. The part that looks into files and locks them failed to load, or stopped.",
  },

  sending: {
    title: "Files are being sent",
    more: "Details and choices",
    amount: (stored, total) => `${stored} of ${total} have arrived, with empty filling`,
    keepOpen: "Your words have been received. Please leave this page open until the files are done.",
    left: (seconds) =>
      seconds < 60
        ? "Less than a minute left."
        : seconds < 5_400
          ? `About ${Math.ceil(seconds / 60)} minutes left.`
          : `About ${Math.ceil(seconds / 3_600)} hours left.`,
    rate: (size) => `${size} a second.`,
    measuring: "The speed is being measured.",
    cut: "Connection lost; it is tried again by itself. What has arrived is not sent again.",
    busy: "The server is busy; it is tried again by itself. What has arrived is not sent again.",
    paused: "Sending files is paused",
    pausedText: "What has arrived is not sent again.",
    pause: "Pause sending",
    goOn: "Continue",
    end: "Cancel sending files",
    leaveOut: "Do not send this file",
    there: "has arrived",
    of: (percent) => `${percent}% has arrived`,
    done: "All files have been received",
    doneText: "Once you have noted the code, this page may be closed.",
    ended: "Sending files was cancelled",
    failed: "Files have not been sent yet",
    later:
      "If this page is closed, your words and your code stay valid. Files that were not received can be sent later: open Check report status with the twelve words, and attach them to a message.",
    close: "Close this notice",
    why: {
      "unreadable-file":
        "This file can no longer be read; it may have been moved or changed. You can send the other files without it.",
      "worker-gone":
        "The part that locks files failed to load, or stopped. Nothing is sent without being locked. Please try again.",
      "too-many-files": "This report already has as many files as can be taken (50 files, 5 GB).",
      "storage-full": "The server's space for files is full at present. Please try again later.",
      alarm: "Sending was stopped because of an alarm in this conversation. Open Check report status to read it.",
      "not-found": "The server no longer knows this conversation. Its inbox may have been destroyed.",
      unknown: "An error occurred that we did not expect. Please try again.",
    },
    spoken: {
      running: "Files are being sent.",
      paused: "Sending files is paused.",
      failed: "Files have not been sent yet.",
      done: "All files have been received.",
      ended: "Sending files was cancelled.",
    },
  },

  fetching: {
    save: "Download",
    saveOne: (name) => `Download ${name}`,
    begins: "The file is being fetched…",
    amount: (opened, total) => `${opened} of ${total} fetched and checked`,
    waits: "The line is cut or the server is busy; it is tried again by itself.",
    done: "The file is whole and genuine. The browser saves it.",
    care: "The file is now on this device, and can be found by others who use it.",
    why: {
      "file-missing": "This file is no longer on the server, so nothing was saved. Ask about it in this conversation.",
      "file-damaged":
        "This file is damaged or was changed on the server, so nothing was saved. Ask about it in this conversation.",
      unreachable: "The server cannot be reached. Nothing was saved; please try again.",
      unknown: "The file could not be fetched. Nothing was saved; please try again.",
    },
  },
};
