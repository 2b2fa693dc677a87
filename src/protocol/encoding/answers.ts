/**
 * How a client reads what the API answers in JSON: a field that its version does not know is passed over, so that a newer
 * server can say more (docs/decisions/0101). The tables stay strict: they say what this version answers, and what it takes.
 */
import * as z from "./zod.ts";

type Schema = z.core.$ZodType;

const readings = new WeakMap<Schema, Schema>();

/** The same schema for whoever reads: fields beside the known ones are left out, at any depth. */
export function readingOf<Answer extends Schema>(schema: Answer): Answer {
  const reading = readings.get(schema) ?? openedUp(schema);
  readings.set(schema, reading);
  // It gives what the strict one gives.
  return reading as Answer;
}

function openedUp(schema: Schema): Schema {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const changed = (change: object): Schema => z.clone(schema, { ...def, ...change });
  if (def.type === "array") return changed({ element: readingOf(def.element) });
  if (def.type === "nullable" || def.type === "optional") return changed({ innerType: readingOf(def.innerType) });
  if (def.type === "record") return changed({ valueType: readingOf(def.valueType) });
  if (def.type === "union") return changed({ options: def.options.map(readingOf) });
  if (def.type !== "object") return schema;
  const shape = Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [name, readingOf(field)]));
  return changed({ shape, ...(def.catchall?._zod.def.type === "never" ? { catchall: undefined } : {}) });
}
