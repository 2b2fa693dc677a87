/** English: choosing, cleaning, sending and saving files. */
import { FINDING_NAMES, REASON_NAMES } from "../../../../words/glossary/en.ts";
import type { Translation } from "../../../../words/text.ts";
import type { FILES as INDONESIAN } from "../id/files.ts";

export const FILES: Translation<typeof INDONESIAN> = {
  lead: "You may skip this step. Photos, documents, sound or video recordings. The report goes first, then the files; this page has to stay open until they are done.",
  limits: "At most 1 GB for one file; at most 50 files and 5 GB for one report.",
  how: {
    report:
      "Hidden data of the kinds we know, such as a photo's location, is removed and files are locked on this device. Sending starts only in the last step.",
    message:
      "Hidden data of the kinds we know, such as a photo's location, is removed and files are locked on this device. Sending starts only with your message.",
  },
  choose: "Choose files",
  camera: "Take a photo",
  paste: "You can also paste a screenshot here, or drag files here.",
  attachment: "attachment",
  count: { one: "{n} file will be sent, {size}", other: "{n} files will be sent, {size}" },
  waiting: {
    one: "{n} file is waiting for your decision and will not be sent until then.",
    other: "{n} files are waiting for your decision and will not be sent until then.",
  },
  formerly: "Original name (not sent): {name}",
  looking: "It is being checked for hidden data on this device. You may go on meanwhile.",
  allLooked: "All files have been checked for hidden data on this device.",
  notAllLooked: "Not all files could be checked for hidden data.",
  replace: "Replace file",
  remove: "Remove from list",
  ownName: "Use its own name",
  anyway: "Attach anyway",
  notAnyway: "Change my choice",
  asIs: "Leave it uncleaned",
  cleanAgain: "Clean it again",

  outcome: {
    removed: "Removed:",
    nothing: "No hidden data of the kinds we know was found.",
    plain: "This text file has no hidden data of the kinds we know. We do not change what it says.",
    empty: "This file is empty.",
    sealed:
      "This file is locked already, so what is inside cannot be seen here. To open it, examiners need its key or password; you can write that in a message. Its outside may say for whose key it was locked, sometimes yours too.",
    check: "Please check:",
    unchanged: "We do not change what is visible.",
    stays: "Still inside:",
    asIs: "Will be sent uncleaned, with its own name and all data in it.",
    ownName: "Will be sent with its own name.",
    anyway: "Will be sent uncleaned.",
    asked: "Will not be sent yet. Please choose, or go on without this file.",
    without: "Press once more to go on without this file.",
    others: "and {n} more",
  },
  findings: FINDING_NAMES,
  reasons: REASON_NAMES,
  inside: {
    may: "Inside there may be {what}.",
    also: "There may also be {what}.",
    document: "an author's name, a computer's name or a history of changes",
    picture: "a location, a time or the name of a device",
    recording: "a location, a time or the name of a device",
    other: "data that can lead to you",
    safer: "Safer: take a screenshot and attach that.",
    encrypted: "To open it, examiners need its password; you can write that in a message.",
  },
  warnings: {
    program: "This is a program. For safety, examiners may not be able to open it.",
    macro: "This document has small programs inside (macros). For safety, examiners may not be able to open it.",
    archive:
      "This file holds others (as a ZIP does); we do not clean the files inside. For safety, examiners may not be able to open it. It is better to attach the files one by one.",
    "active-content":
      "It has parts that run by themselves when it is opened. For safety, examiners may not be able to open it.",
    "sealed-archive": "What is inside is locked: examiners need its password or key.",
  },
  remains: {
    title: "What we cannot remove",
    lead: "Depending on the file, these stay. Please consider whether they could lead to you:",
    items: {
      "visible-content": "what can be seen: faces, names, letterheads, watermarks, a screen's clock",
      "sound-and-streams": "what can be heard, and what the device noted inside the stream of sound or pictures",
      "colour-profile": "colour settings of a screen or camera (its name is removed)",
      "document-text": "text, comments and changes inside a document",
      "inner-files": "pictures and files inside a document, with hidden data of their own",
      "not-looked-into": "parts too large or of an unknown kind to be checked",
    },
  },
  review: {
    asIs: "{n} of them will be sent uncleaned.",
    uncleaned: "uncleaned",
    looking: {
      one: "{n} file is still being checked for hidden data. Sending waits until that is done.",
      other: "{n} files are still being checked for hidden data. Sending waits until that is done.",
    },
    leftOut: {
      one: "{n} file will not be sent. Step 3 says why.",
      other: "{n} files will not be sent. Step 3 says why.",
    },
    none: "No file will be sent.",
  },

  added: { one: "{n} file added.", other: "{n} files added." },
  removed: "{name} removed from the list.",
  tooMany: {
    one: "{n} file was not added: at most 50 files and 5 GB. The others are still there.",
    other: "{n} files were not added: at most 50 files and 5 GB. The others are still there.",
  },
  problems: {
    "too-large": "This file is larger than 1 GB, so it will not be sent. If you can, split it into several files.",
    "unreadable-file":
      "This file cannot be read, so it will not be sent. It may have been moved, be in use by another program, or be a folder.",
    "worker-gone":
      "This file was not checked for hidden data, so it will not be sent. The part of the page that cleans and locks files failed to load, or stopped.",
  },

  sending: {
    title: "Files are being sent",
    more: "Details and choices",
    amount: "{stored} of {total} has arrived, including padding that hides the real size",
    keepOpen: "Your text has been received. Please leave this page open until the files are done.",
    left: {
      seconds: "Less than a minute left.",
      minutes: "About {n} minutes left.",
      hours: "About {n} hours left.",
    },
    rate: "{size} a second.",
    measuring: "The speed is being measured.",
    cut: "Connection lost; trying again automatically. What has arrived is not sent again.",
    busy: "The server is busy; trying again automatically. What has arrived is not sent again.",
    paused: "Sending files is paused",
    pausedText: "What has arrived is not sent again.",
    pause: "Pause sending",
    goOn: "Continue",
    end: "Cancel sending files",
    leaveOut: "Do not send this file",
    there: "has arrived",
    of: "{percent}% has arrived",
    done: "All files have been received",
    doneText: "Once you have noted the code, this page may be closed.",
    ended: "Sending files was cancelled",
    failed: "Files have not been sent yet",
    tooLate: "The files had arrived before they could be cancelled, so they cannot be taken back.",
    ending: "Sending files is being cancelled",
    endingText: "We first find out whether the files have arrived. Please leave this page open for a moment.",
    unclear: "It is not certain yet whether the files have arrived",
    unclearText:
      "The server has not answered, so the files may have arrived or not. You can try to cancel once more, or continue sending.",
    endAgain: "Try to cancel again",
    later:
      "If this page is closed, what you wrote stays received and your code stays valid. Files that were not received can be sent later: open Check report status with the twelve words, and attach them to a message.",
    retry: "Try again",
    close: "Close this notice",
    why: {
      "unreadable-file":
        "This file can no longer be read; it may have been moved or changed. You can send the other files without it.",
      "worker-gone":
        "The part that locks files failed to load, or stopped. Nothing is sent without being locked. Please try again.",
      "too-many-files": "This report already has as many files as can be taken (50 files, 5 GB).",
      "awaiting-answer":
        "The space for files of reports that the office has not answered yet is full. What you wrote has been received. Files can be sent once there is an answer: come back with the twelve words and attach them to a message.",
      "asks-too-much":
        "The server asks this device for more work than it may, so sending was stopped. Please try from another network.",
      "storage-full": "The server's space for files is full at present. Please try again later.",
      alarm:
        "Sending was stopped because of an alarm in this conversation. Please do not write here for now; Check report status explains it.",
      "not-found": "The server no longer knows this conversation. Its inbox may have been destroyed.",
      unknown: "An error occurred that we did not expect. Please try again.",
    },
    spoken: {
      running: "Files are being sent.",
      paused: "Sending files is paused.",
      failed: "Files have not been sent yet.",
      done: "All files have been received.",
      ended: "Sending files was cancelled.",
      ending: "Sending files is being cancelled.",
      arrived: "The files had arrived before they could be cancelled.",
      unclear: "It is not certain yet whether the files have arrived.",
    },
  },

  fetching: {
    save: "Download",
    saveOne: "Download {name}",
    begins: "The file is being fetched …",
    amount: "{opened} of {total} fetched and checked",
    waits: "The connection is lost or the server is busy; trying again automatically.",
    done: "The file is intact and genuine. The browser is saving it.",
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
