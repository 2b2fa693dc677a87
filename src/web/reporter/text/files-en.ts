/** English: choosing, sending and saving files. */
import type { FilesText } from "./files-id.ts";

export const FILES_EN: FilesText = {
  lead: "May be skipped. Photos, documents, sound or video recordings. The report is sent first; files follow from this page.",
  limits: "At most 1 GB for one file; at most 50 files and 5 GB for one report.",
  hidden: "Hidden data inside files is not removed yet",
  hiddenText:
    "Files are locked on this device and sent as they are, with their names. Inside there may be a location, the kind and number of a device, an author's name or a history of changes that can lead to you.",
  careful: [
    "Safer: take a screenshot of the document or picture, and attach that.",
    "Turn off location in the camera before you take a photo.",
    "Check whether your name, staff number or another mark of yours can be seen in it.",
  ],
  choose: "Choose files",
  camera: "Take a photo",
  count: (count, size) => `${count} ${count === 1 ? "file" : "files"}, ${size}`,
  added: (count) => `${count} ${count === 1 ? "file" : "files"} added.`,
  removed: (name) => `${name} removed from the list.`,
  removeOne: (name) => `Remove ${name}`,
  tooMany: (count) =>
    `${count} ${count === 1 ? "file was" : "files were"} not added: at most 50 files and 5 GB. The others are still there.`,
  problems: {
    "too-large": "This file is larger than 1 GB, so it will not be sent. If you can, split it into several files.",
    unreadable:
      "This file cannot be read, so it will not be sent. It may have been moved, be in use by another program, or be a folder.",
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
