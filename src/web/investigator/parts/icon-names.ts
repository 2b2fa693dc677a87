/** The icons that stand in the desk's page: the compiler lets it use no other. */
import { STATES } from "../../../protocol/rules/casework.ts";
import type { IconName } from "../../shared/icons.ts";

export const DESK_ICONS = [
  ...STATES,
  "mark",
  "back",
  "bell",
  "check",
  "clip",
  "coin",
  "envelope",
  "hourglass",
  "office",
  "person",
  "plus",
  "shield",
  "speech",
  "clock",
  "copy",
  "down",
  "download",
  "filter",
  "forward",
  "hidden",
  "info",
  "key",
  "leave",
  "lock",
  "pencil",
  "print",
  "refresh",
  "search",
  "send",
  "undo",
  "up",
  "warning",
] as const satisfies readonly IconName[];

export type DeskIcon = (typeof DESK_ICONS)[number];
