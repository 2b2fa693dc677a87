/** Step 1: what happened, and where. The only step with answers that are asked for. */
import { CATEGORIES } from "../../../protocol/casework.ts";
import { MAX_REPORT_CODE_POINTS, MAX_TITLE_CODE_POINTS, codePoints } from "../../../protocol/limits.ts";
import { numberIn } from "../../../words/speech.ts";
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
      options: CATEGORIES.map((code) => [code, text.categories[code]] as const),
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
function errorsIn({ draft, text, language }: App): FieldError[] {
  const { what } = text;
  const errors: FieldError[] = [];
  const tooLong = (actual: number) =>
    text.tooLong(numberIn(MAX_TITLE_CODE_POINTS, language), numberIn(actual, language));
  const unitLength = codePoints(draft.unitName.trim());
  if (unitLength === 0)
    errors.push({ field: "unit", message: what.unitMissing, link: what.unitMissingLink, missing: true });
  else if (unitLength > MAX_TITLE_CODE_POINTS)
    errors.push({ field: "unit", message: tooLong(unitLength), link: what.unitLink });
  const storyLength = codePoints(draft.what);
  if (draft.what.trim() === "")
    errors.push({ field: "what", message: what.whatMissing, link: what.whatMissingLink, missing: true });
  else if (storyLength > MAX_REPORT_CODE_POINTS) {
    const message = text.review.all(numberIn(MAX_REPORT_CODE_POINTS, language), numberIn(storyLength, language));
    errors.push({ field: "what", message, link: what.whatLink });
  }
  return errors;
}
