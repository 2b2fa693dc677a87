/** The office of the story of proof: three channels with readers of their own, and units that it lists. */
import { makeId } from "../../../../src/client/directory/organisation.ts";
import type { SigningKeyPair } from "../../../../src/crypto/secret/keys.ts";
import { type Organisation, makeOrganisation, signedOf } from "../../../support/organisation.ts";
import { first } from "../../../support/hostile/hostile-story.ts";
import type { Channel } from "./forty-cases.ts";
import { UNITS } from "./forty-cases.ts";

/** `office.json`, built into the pages */
export const OFFICE = { names: { id: "Inspektorat Rekaan", en: "Inspectorate of Fiction" }, units: UNITS };

/** Who works on what comes there, beside the lead, who reads all: which of the three investigators. */
export const WORKERS: Readonly<Record<Channel, readonly [number, number]>> = {
  main: [0, 1],
  services: [1, 2],
  small: [2, 0],
};

/** Whose deadlines a channel has */
const PROFILES: Readonly<Record<Channel, string>> = { main: "zi", services: "uu25", small: "zi" };

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  main: "Saluran utama",
  services: "Saluran pelayanan",
  small: "Saluran kecil",
};

const CHANNELS: readonly Channel[] = ["main", "services", "small"];

export function organise(now: number, roots?: readonly SigningKeyPair[]): Organisation {
  const base = makeOrganisation(now, roots);
  const [pattern] = base.channels;
  const channels = CHANNELS.map((channel) => {
    const workers = WORKERS[channel].map((at) => first(base.investigators.slice(at)));
    const recipients = [...workers, base.lead].map(({ entry }) => entry.id);
    const name = CHANNEL_NAMES[channel];
    return {
      ...pattern,
      id: makeId(),
      names: { id: name, en: name },
      recipients,
      excludable: [...recipients, ...pattern.custodians],
      deadlines: PROFILES[channel],
    };
  });
  const document = { ...base.document, channels };
  const [main = pattern, services = pattern] = channels;
  return { ...base, document, signed: signedOf(base, document), channels: [main, services] };
}

export function channelIdsOf({ document }: Pick<Organisation, "document">): Readonly<Record<Channel, string>> {
  const idOf = (channel: Channel) =>
    first(document.channels.filter(({ names }) => names["id"] === CHANNEL_NAMES[channel])).id;
  return { main: idOf("main"), services: idOf("services"), small: idOf("small") };
}
