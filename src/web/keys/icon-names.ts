/** The icons that stand in the key page: the compiler lets it use no other. */
import type { IconName } from "../shared/icons.ts";

export const KEY_PAGE_ICONS = [
  "mark",
  "back",
  "check",
  "download",
  "key",
  "lock",
  "offline",
  "pencil",
  "person",
  "print",
  "refresh",
  "warning",
] as const satisfies readonly IconName[];

export type KeyPageIcon = (typeof KEY_PAGE_ICONS)[number];
