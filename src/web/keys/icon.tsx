import type { FunctionComponent } from "preact";
import { AnyIcon, type IconProps } from "../screen/icon.tsx";
import type { KeyPageIcon } from "./icon-names.ts";

/** One of those that stand in the key page. */
export const Icon: FunctionComponent<IconProps<KeyPageIcon>> = AnyIcon;
