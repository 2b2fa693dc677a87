/**
 * The only door to zod, in its small form: the reporter's page carries it.
 * `jitless`: zod would otherwise try `new Function`, which a strict content security policy reports.
 */
import { config } from "zod/mini";

config({ jitless: true });

// What a browser runs takes `import * as z`: esbuild then leaves out what is not used, three quarters of a page's zod.
/* oxlint-disable oxc/no-barrel-file -- one package through one door */
export * from "zod/mini";
export * as z from "zod/mini";
