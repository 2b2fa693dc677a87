/** Receipts, in the page's language: asked for and shown in a case, and checked by anybody. A chunk of its own. */
export { checkingScreen } from "./checking.ts";
export { receiptScreen } from "./receipt.ts";
