import type { FunctionComponent } from "preact";
import { AnyIcon, type IconProps } from "../../screen/icon.tsx";
import type { DeskIcon } from "./icon-names.ts";

/** One of those that stand in the desk's page. */
export const Icon: FunctionComponent<IconProps<DeskIcon>> = AnyIcon;
