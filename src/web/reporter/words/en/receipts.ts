/** English: the receipt that a reporter may ask for, and checking it. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "../id/receipts.ts";

export const RECEIPT: Translation<typeof id.RECEIPT> = {
  title: "Receipt",
  lead: "One signed line that shows that this office received something on that day. Anybody can check it without asking us.",
  know: [
    "It holds the office, the day and an examiner’s signature, and nothing else: nothing of the report, no register number, none of your twelve words.",
    "Whoever finds it with you knows that you sent something to this channel. Ask for it only if you need it, and keep it as you keep your code.",
    "Members who handle this report can recognise a receipt that they signed.",
  ],
  howLong: "An examiner signs it when opening this report; then it appears here.",
  ask: "Ask for a receipt",
  asking: "Your wish is being locked and sent…",
  asked: "The receipt was asked for. Open this part again later.",
  notWritable: "Writing is stopped while there is an alarm. Nothing is sent.",
  checking: "Checking the signature…",
  notGenuine: "The receipt that was sent does not pass the check, so it is not shown. Please ask in the conversation.",
  says: "{office} received something through its reporting channel on {date}.",
  code: "The receipt as a QR code",
  howToCheck: "It can be checked on the page /tanda-terima of this channel, or by the command: segel verify-receipt",
  print: "Print",
  save: "Save as a file",
  fileName: "receipt.txt",
  back: "Back to the conversation",

  checkTitle: "Check a receipt",
  checkLead: "For anybody who is shown a receipt. It is checked in this browser; the line that you enter is not sent.",
  line: "Line of the receipt",
  lineHint: "It begins with segel-tt1. Spaces and line breaks do not matter.",
  check: "Check",
  genuine: "Genuine: {office} received something on {date}",
  genuineMeans:
    "Signed by an examiner who was entitled to then, by the signed list of members. It does not say what was received, from whom, or whether it is true.",
  hasLeft:
    "Who signed it works there no more. Should that key have come into other hands since, they could make such a line.",
  malformed: "This is no line of a receipt, or a letter is wrong",
  otherOffice: "No receipt of {office}",
  notSigned: "Not genuine: no examiner of this office has signed it",
  withoutUs:
    "Without this page: the program is open to all, and the command segel verify-receipt checks with root keys that you compare yourself.",
};
