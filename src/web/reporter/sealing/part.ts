/**
 * The part that seals, opens and talks to the server: a chunk of its own, loaded while the person reads or types.
 * It exists twice, over libsodium's WebAssembly and over its JavaScript. The screens call nothing but what stands here.
 */
export { fetchReaders, handInBefore, openSealedFile, sealFile } from "./carrying.ts";
export { connection } from "./connection.ts";
export { completeWord, isWord, readTokenWords, tokenWords } from "./code-words.ts";
export { fetchFile, filledBytes, openConversation, sendFilesTo } from "./conversation.ts";
export { loadFigures } from "./figures.ts";
export { checkReceiptLine } from "../../../client/directory/receipt-line.ts";
export { codeOf, problemOf } from "./problems.ts";
export { loadRecipients } from "./recipients.ts";
export { hasArrived, hasRandomness, lockReport, solveProof, submitReport } from "./sending.ts";
