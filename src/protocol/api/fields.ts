/** What several rows of the API's table ask for, answer or refuse. */
import { FILE_ID_BYTES } from "../../crypto/file-cells.ts";
import { OWN_BOX_BYTES, rowSizes } from "../../crypto/message.ts";
import { SEALED_REPORT_OVERHEAD_BYTES } from "../../crypto/sealed-report.ts";
import { SIGNATURE_BYTES } from "../../crypto/sodium.ts";
import { base64urlOf, bytesInBase64url, bytesInHex } from "../encoding/byte-schemas.ts";
import { isDay } from "../encoding/day.ts";
import { MAX_FILES_A_CASE } from "../limits.ts";
import * as z from "../encoding/zod.ts";

/** Whole numbers in addresses: no sign, no leading zero, at most nine digits. */
export const numberInPath = z.pipe(z.string().check(z.regex(/^(0|[1-9]\d{0,8})$/u)), z.transform(Number));
export const positiveInPath = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,8}$/u)), z.transform(Number));

/** Server nonces: 16 random bytes, u32 expiry, 16-byte MAC. */
export const NONCE_BYTES = 36;
export const nonce = base64urlOf(NONCE_BYTES);
export const signature = bytesInBase64url(SIGNATURE_BYTES);

export const day = z.string().check(z.refine(isDay));
export const stored = z.strictObject({ stored: z.literal(true) });
export const fileId = bytesInHex(FILE_ID_BYTES);
/** Of how many cells the file is: said with each, so that cells may come in any order. */
export const cellCount = z.strictObject({ of: positiveInPath });
export const FILE_PROBLEMS = ["bad-envelope", "conflict", "too-many-files", "storage-full"] as const;

/** What the sender's program says beside a row: 1 where it must not wait for the hours of the office. Of one length either way. */
export const urgentBit = z.optional(z.enum(["0", "1"]));

/** A report: 1 MiB of body, two heads with at most 32 slots each (37 KiB), identity and receipt. */
export const MAX_SUBMISSION_BYTES = 1_048_576 + 2 * 40_960 + 16_384;
/** The same in a file that somebody carries. */
export const MAX_SEALED_REPORT_BYTES = MAX_SUBMISSION_BYTES + SEALED_REPORT_OVERHEAD_BYTES;
const MAX_ROW_BYTES = Math.max(...rowSizes("team"), ...rowSizes("internal"));
/** What a row grows by on its way: names of its files, an own box, and lengths. */
const ROW_FRAME_BYTES = MAX_FILES_A_CASE * (FILE_ID_BYTES + 4) + OWN_BOX_BYTES + 64;
export const MAX_FRAMED_ROW_BYTES = MAX_ROW_BYTES + ROW_FRAME_BYTES;

/** A thousand members with their keys are some 3 MiB; as a text within JSON every quotation mark counts twice. */
export const MAX_DIRECTORY_BYTES = 8_388_608;
