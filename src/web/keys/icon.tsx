/** An icon out of the sheet that stands in the page. */
import { iconClass, iconHref } from "../shared/icons.ts";
import type { KeyPageIcon } from "./icon-names.ts";

export function Icon({ name }: { readonly name: KeyPageIcon }) {
  return (
    <svg class={iconClass(name)} aria-hidden="true" focusable="false">
      <use href={iconHref(name)} />
    </svg>
  );
}
