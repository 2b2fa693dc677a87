/**
 * What the office sets of its channels by itself, in `office.json`: read from the file that was built in, and written as
 * the next one. Nobody signs it; it comes into the pages when the operator builds them anew.
 */
import { type Office, type OptionalQuestion, OfficeError, parseOffice } from "../../../shared/office.ts";
import type { Language } from "../../../../words/languages.ts";

export type ChannelSetting = {
  /** Names of units, one a line as they are typed */
  readonly units: string;
  readonly languages: readonly Language[];
  readonly leavesOut: readonly OptionalQuestion[];
};

type Units = NonNullable<Office["units"]>;

export function settingOf(office: Office | undefined, channel: string): ChannelSetting {
  const { languages = [], leavesOut = [] } = office?.channels?.[channel] ?? {};
  const units = (office?.units ?? []).filter((unit) => unit.channel === channel).map(({ name }) => name);
  return { units: units.join("\n"), languages, leavesOut };
}

/** Why there is no next file: a name that is none, or that two channels have. */
export type SettingFault =
  | { readonly code: "unit-twice"; readonly unit: string }
  | { readonly code: "bad-unit"; readonly reason: string };

/** The next file, read as the build will read it. What was not touched stays as it is; a unit that is new comes last. */
export function nextOffice(
  office: Office,
  settings: Readonly<Record<string, ChannelSetting>>,
): { readonly text: string } | { readonly fault: SettingFault } {
  const wished = new Map<string, Units[number]>();
  for (const [channel, { units }] of Object.entries(settings)) {
    for (const name of linesOf(units)) {
      if (wished.has(compared(name))) return { fault: { code: "unit-twice", unit: name } };
      wished.set(compared(name), { name, channel });
    }
  }
  const kept = (office.units ?? []).map(({ channel: before, ...unit }): Units[number] => {
    const found = wished.get(compared(unit.name));
    wished.delete(compared(unit.name));
    const channel = found?.channel ?? (before === undefined || before in settings ? undefined : before);
    return { ...unit, ...(channel !== undefined && { channel }) };
  });
  const units = [...kept, ...wished.values()];
  const channels = Object.entries(settings).map(([channel, { languages, leavesOut }]) => [
    channel,
    {
      ...(languages.length > 0 && { languages: [...languages] }),
      ...(leavesOut.length > 0 && { leavesOut: [...leavesOut] }),
    },
  ]);
  return checked({
    ...office,
    ...(units.length > 0 && { units }),
    channels: { ...office.channels, ...Object.fromEntries(channels) },
  });
}

function checked(office: Office): ReturnType<typeof nextOffice> {
  const text = `${JSON.stringify(office, undefined, 2)}\n`;
  try {
    parseOffice(text);
    return { text };
  } catch (error) {
    if (error instanceof OfficeError) return { fault: { code: "bad-unit", reason: error.message } };
    throw error;
  }
}

function linesOf(typed: string): string[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function compared(name: string): string {
  return name.toLowerCase();
}
