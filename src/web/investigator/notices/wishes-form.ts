/** What a member types about notices, and what becomes of it: one text a field until it is stored. */
import {
  FIRST_WISHES,
  MAX_MAIL_HOURS,
  type Wishes,
  isMailAddress,
  isMailHour,
} from "../../../protocol/rules/notices.ts";

export type WishesForm = Omit<Wishes, "hours"> & { readonly hours: string };
export type WishesFault = "address" | "hours" | "absences";

export function formOf(wishes: Wishes | null): WishesForm {
  const { hours, ...rest } = wishes ?? { ...FIRST_WISHES, address: "" };
  return { ...rest, hours: hours.join(", ") };
}

/** The wishes, or the first field that is wrong. */
export function readForm(form: WishesForm): Wishes | WishesFault {
  const address = form.address.trim();
  if (!isMailAddress(address)) return "address";
  // "9.30" is how clocks are written here, and one digit is enough in the morning.
  const typed = form.hours.split(/[,;\s]+/u).filter((text) => text !== "");
  const hours = [...new Set(typed.map((text) => text.replace(".", ":").padStart(5, "0")))].toSorted();
  if (hours.length > MAX_MAIL_HOURS || !hours.every(isMailHour)) return "hours";
  if (form.absences.some(({ from, to }) => from === "" || to === "" || from > to)) return "absences";
  return { ...form, address, hours, weekdays: form.weekdays.toSorted((a, b) => a - b) };
}
