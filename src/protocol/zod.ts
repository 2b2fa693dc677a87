/**
 * The only door to zod, in its small form: the reporter's page carries it.
 * `jitless`: zod would otherwise try `new Function`, which a strict content security policy reports.
 */
import * as z from "zod/mini";

z.config({ jitless: true });

export { z };
