/** What every operation of the vector files is given, and how it refuses. */
import type { Bytes } from "../../../src/crypto/bytes.ts";
import { type Json, fromJson } from "../../vectors/format.ts";

/** An input of a vector, with what it is taken for. */
export class Input {
  readonly #values: { readonly [name: string]: Json };
  constructor(values: { readonly [name: string]: Json }) {
    this.#values = values;
  }
  json(name: string): Json {
    const value = this.#values[name];
    if (value === undefined) throw new TypeError(`no ${name}`);
    return value;
  }
  bytes(name: string): Bytes {
    return fromJson(this.json(name));
  }
  text(name: string): string {
    const value = this.json(name);
    if (typeof value !== "string") throw new TypeError(`${name} is no text`);
    return value;
  }
  number(name: string): number {
    return Number(this.json(name));
  }
  list(name: string): readonly Json[] {
    return this.json(name) as readonly Json[];
  }
  within(name: string): Input {
    return new Input(this.json(name) as { readonly [name: string]: Json });
  }
  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }
}

/** Refusals of the words are answers, not errors: a person reads them. */
export class WordRefusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export type Operations = Readonly<Record<string, (input: Input) => Json | Promise<Json>>>;
