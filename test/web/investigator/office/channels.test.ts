/** What the desk writes for the operator, and which changes of a channel are wishes. */
import t from "tap";
import { nextOffice, settingOf } from "../../../../src/web/investigator/office/channels/settings.ts";
import {
  NO_CHANNEL_TICKS,
  channelWishesOf,
  makeChannel,
} from "../../../../src/web/investigator/office/channels/ticks.ts";
import { parseOffice } from "../../../../src/web/shared/office.ts";

const [main, other] = ["aa".repeat(16), "bb".repeat(16)] as [string, string];
const OFFICE = parseOffice(
  JSON.stringify({
    names: { id: "Kantor Contoh", en: "Sample Office" },
    units: [
      { name: "Dinas A", aliases: ["DA"], channel: main },
      { name: "Dinas B", channel: other },
      { name: "Dinas C" },
    ],
    timeZone: "WIB",
  }),
);
const NOTHING = { units: "", languages: [], leavesOut: [] };

t.test("the next office.json changes what was set and nothing else, and is read as the build reads it", (t) => {
  t.same(settingOf(OFFICE, main), { units: "Dinas A", languages: [], leavesOut: [] });
  const next = nextOffice(OFFICE, {
    [main]: { units: " Dinas C \n\ndinas b\nDinas D", languages: ["en"], leavesOut: ["amountIDR"] },
  });
  if (!("text" in next)) throw new Error(JSON.stringify(next));
  const { units, channels, ...rest } = parseOffice(next.text);
  t.same(rest, { names: OFFICE.names, timeZone: "WIB" });
  t.same(units, [
    { name: "Dinas A", aliases: ["DA"] },
    { name: "Dinas B", channel: main },
    { name: "Dinas C", channel: main },
    { name: "Dinas D", channel: main },
  ]);
  t.same(channels, { [main]: { languages: ["en"], leavesOut: ["amountIDR"] } });
  t.end();
});

t.test("no file is written with a unit in two channels, or a name that the pages do not take", (t) => {
  t.same(nextOffice(OFFICE, { [main]: { ...NOTHING, units: "Dinas A" }, [other]: { ...NOTHING, units: "DINAS a" } }), {
    fault: { code: "unit-twice", unit: "DINAS a" },
  });
  t.match(nextOffice(OFFICE, { [main]: { ...NOTHING, units: "a".repeat(121) } }), { fault: { code: "bad-unit" } });
  t.end();
});

t.test("what was changed and changed back is no wish; a new channel is one, under a number of its own", (t) => {
  const channel = { ...makeChannel({ deadlines: "zi", recovery: false }), names: { id: "Saluran", en: "Channel" } };
  t.match(channel.id, /^[0-9a-f]{32}$/u);
  const { names, deadlines, recovery } = channel;
  const ticks = {
    ...NO_CHANNEL_TICKS,
    facts: { [channel.id]: { names: { ...names, id: " Saluran " }, deadlines, recovery } },
  };
  t.same(channelWishesOf({ channels: [channel] }, ticks), []);
  t.same(channelWishesOf({ channels: [] }, { ...ticks, added: [channel] }), [
    { what: "new-channel", channel: channel.id, names, deadlines, recovery },
  ]);
  const renamed = { ...ticks, facts: { [channel.id]: { names: { ...names, en: "Other" }, deadlines, recovery } } };
  t.match(channelWishesOf({ channels: [channel] }, renamed), [
    { what: "channel", names: { id: "Saluran", en: "Other" } },
  ]);
  t.end();
});
