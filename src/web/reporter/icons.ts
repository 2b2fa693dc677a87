/** The icons of the reporter's pages: the compiler lets them use no other. */
import { STATES } from "../../protocol/rules/casework.ts";
import type { IconName } from "../shared/icons.ts";

export const REPORTER_ICONS = [
  ...STATES,
  "mark",
  "check",
  "destroy",
  "done",
  "download",
  "forward",
  "hidden",
  "info",
  "leave",
  "lock",
  "offline",
  "plus",
  "print",
  "shield",
  "undo",
  "warning",
] as const satisfies readonly IconName[];

export type ReporterIcon = (typeof REPORTER_ICONS)[number];
