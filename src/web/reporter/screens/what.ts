/** Step 1: what happened, and where. The only step with answers that are asked for. */
import type { Category } from "../../../protocol/casework.ts";
import { MAX_REPORT_CODE_POINTS, MAX_TITLE_CODE_POINTS, codePoints } from "../../../protocol/limits.ts";
import type { App, Screen } from "../app.ts";
import { type FieldError, errorSummary, selectField, textField } from "../fields.ts";
import { unitField } from "../unit-field.ts";
import { type Onward, stepScreen, wayOn } from "./step.ts";

export function whatScreen({ next, last, found = [] }: Onward): Screen {
  let errors = found;
  return (app, gone) => {
    const { draft, text } = app;
    const { what } = text;
    const goOn = (to: Screen) => {
      errors = errorsIn(app);
      if (errors.length > 0) app.redraw();
      else app.go(to);
    };
    const isListed = app.delivery.units !== null;
    const unit = {
      id: "unit",
      label: what.unit,
      mark: text.required,
      hint: isListed ? what.unitSearchHint : what.unitHint,
      value: draft.unitName,
      input: (value: string) => (draft.unitName = value),
      limit: MAX_TITLE_CODE_POINTS,
      errors,
    };
    const story = textField(app, {
      id: "what",
      label: what.what,
      mark: text.required,
      hint: what.whatHint,
      value: draft.what,
      input: (value) => (draft.what = value),
      rows: 8,
      limit: MAX_REPORT_CODE_POINTS,
      errors,
    });
    const place = textField(app, {
      id: "where",
      label: what.where,
      mark: text.optional,
      hint: what.whereHint,
      value: draft.where,
      input: (value) => (draft.where = value),
      rows: 2,
    });
    const category = selectField({
      id: "category",
      label: what.category,
      mark: text.optional,
      hint: what.categoryHint,
      // The words name all of them and in order: the list itself would be a hundred bytes more in the first script.
      options: Object.entries(text.categories) as [Category, string][],
      value: draft.category,
      change: (value) => (draft.category = value),
    });
    return stepScreen(
      app,
      { number: 1, title: what.title, way: last === undefined ? "back" : "cancel" },
      errorSummary(app, errors),
      isListed ? unitField(app, unit, gone) : textField(app, unit),
      story,
      place,
      category,
      wayOn(app, () => goOn(next), last && (() => goOn(last))),
    );
  };
}

/** What can be told without the part that seals; it looks again, at everything, before it seals. */
function errorsIn({ draft, text, say }: App): FieldError[] {
  const { what } = text;
  const errors: FieldError[] = [];
  const tooLong = (actual: number) => say(text.tooLong, { limit: MAX_TITLE_CODE_POINTS, actual });
  const unitLength = codePoints(draft.unitName.trim());
  if (unitLength === 0)
    errors.push({ field: "unit", message: what.unitMissing, link: what.unitMissingLink, missing: true });
  else if (unitLength > MAX_TITLE_CODE_POINTS)
    errors.push({ field: "unit", message: tooLong(unitLength), link: what.unitLink });
  const storyLength = codePoints(draft.what);
  if (draft.what.trim() === "")
    errors.push({ field: "what", message: what.whatMissing, link: what.whatMissingLink, missing: true });
  else if (storyLength > MAX_REPORT_CODE_POINTS) {
    const message = say(text.review.all, { limit: MAX_REPORT_CODE_POINTS, actual: storyLength });
    errors.push({ field: "what", message, link: what.whatLink });
  }
  return errors;
}
