/** What a test hands to tap, for commands that are no test: everything that was started is ended, the last first. */
export class Teardowns {
  readonly #ends: (() => unknown)[] = [];

  teardown(end: () => unknown): void {
    this.#ends.push(end);
  }

  async run(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}
