/** Step 1: what happened, and where. The only step with answers that are asked for. */
import type { Category } from "../../../protocol/rules/casework.ts";
import { MAX_REPORT_CODE_POINTS } from "../../../protocol/limits.ts";
import type { AskedField } from "../../../protocol/rules/report-fields.ts";
import type { Screen } from "../app.ts";
import { errorSummary, selectField, textField } from "../fields.ts";
import { type Asking, type Questions, controlsOf, errorsIn, textOf } from "../questions.ts";
import { unitField } from "../unit-field.ts";
import { type Onward, stepScreen, wayOn } from "./step.ts";

export const WHAT_QUESTIONS = {
  unitName: {
    words: ({ what }) => ({
      link: what.unitLink,
      missing: what.unitMissing,
      missingLink: what.unitMissingLink,
    }),
    control: unitControl,
  },
  what: {
    words: ({ what }) => ({
      hint: what.whatHint,
      link: what.whatLink,
      missing: what.whatMissing,
      missingLink: what.whatMissingLink,
    }),
    rows: 8,
    atMost: MAX_REPORT_CODE_POINTS,
  },
  where: { words: ({ what }) => ({ hint: what.whereHint }), rows: 2 },
  category: { control: categoryControl },
} as const satisfies Partial<Questions<AskedField>>;

export function whatScreen({ next, last, found = [] }: Onward): Screen {
  let errors = found;
  return (app, gone) => {
    const goOn = (to: Screen) => {
      errors = errorsIn(app, WHAT_QUESTIONS);
      if (errors.length > 0) app.redraw();
      else app.go(to);
    };
    return stepScreen(
      app,
      { number: 1, title: app.text.what.title, way: last === undefined ? "back" : "cancel" },
      errorSummary(app, errors),
      controlsOf(WHAT_QUESTIONS, { app, errors, gone }),
      wayOn(app, () => goOn(next), last && (() => goOn(last))),
    );
  };
}

function unitControl(asking: Asking): HTMLElement {
  const { app, gone } = asking;
  const { what } = app.text;
  const isListed = app.delivery.units !== null;
  const field = {
    ...textOf(WHAT_QUESTIONS, "unitName", asking),
    hint: isListed ? what.unitSearchHint : what.unitHint,
  };
  return isListed ? unitField(app, field, gone) : textField(app, field);
}

function categoryControl({ app: { draft, text } }: Asking): HTMLElement {
  return selectField({
    id: "category",
    label: text.fields.category,
    mark: text.optional,
    hint: text.what.categoryHint,
    // The words name all of them and in order: the list itself would be a hundred bytes more in the first script.
    options: Object.entries(text.categories) as [Category, string][],
    value: draft.category,
    change: (value) => (draft.category = value),
  });
}
