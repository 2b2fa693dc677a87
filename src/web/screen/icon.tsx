import { type IconName, iconClass, iconHref } from "../shared/icons.ts";

export type IconProps<Name extends IconName> = { readonly name: Name };

/** An icon out of the sheet that stands in the page. Each page gives it the type of its own sheet: no other can be used. */
export function AnyIcon({ name }: IconProps<IconName>) {
  return (
    <svg class={iconClass(name)} aria-hidden="true" focusable="false">
      <use href={iconHref(name)} />
    </svg>
  );
}
