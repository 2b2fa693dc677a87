/** What `segel office` says, in English. */
import type { Translation } from "../../../words/text.ts";
import type * as Indonesian from "./id.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

export const OFFICE: Table<"OFFICE"> = {
  isDemonstration:
    "{folder} is a demonstration: all its secrets lie in one folder. No office can come of it. Choose another folder, an empty one.",
  isOffice: "{folder} is the installation of an office. Start it with: segel office start {folder}",
  isNoOffice: "{folder} is no installation of an office. A new one is made by: segel office new {folder}",
  notEmpty: "{folder} is not empty. Choose a new folder; nothing was changed.",
  notMade: "{folder} could not be made ({why}). The folder above it must belong to you, and its disk must have room.",
  openToOthers: "{file} may be read by others (mode {mode}). Close it first: chmod 600 {file}",
  badSettings: "{file}, line {line}: expected NAME=value.",
  fixedSetting: "{file}: this folder decides {name}. Remove that line.",
  unknownSetting:
    "{file}: {name} is no setting of Segel (docs/settings.md). Is it misspelt? It is handed on as it stands.",
  originMissing: "Under which address will people open it? Add --origin https://…, --onion http://….onion, or both.",
  badOrigin: "{value}: --origin is an https address, --onion an address http://….onion; nothing behind them.",
  portTaken: "Port {port} on {host} is in use, perhaps by this very office. Another port: PORT in {folder}/settings",
  notHere: "Nothing can listen on {host}, port {port} ({why}). Both stand in {folder}/settings: HOST, PORT.",
  badPort: "{value} is no port number.",
  badDatabase: "--database: expected postgresql://role@host/name",
  passwordInArgument:
    "A password of the database does not belong on the command line: everybody on this machine can see it. Leave it out of --database, and write it into {file} afterwards.",
  made: "The installation was made in {folder}. There is no office in it yet.",
  nextDatabase: "Complete DATABASE_URL and DATABASE_OWNER_URL in {file} (docs/operations/from-nothing.md).",
  nextStart: "Start it:",
  nextProxy: "Put an https proxy or an onion service in front of {address} (docs/operations/server.md).",
  nextFound: "Open {origins} and type the founding code that the first start prints.",
  running: "It runs at {address}. Ctrl-C ends it.",
  notFounded: "This office is not founded yet: its directory is not signed and confirmed. Go on at {origin}",
  originUnset: "ORIGIN is not set: all addresses of the service, with commas between, as the server has them.",
  rootsChanged: "The root keys have changed. Their fingerprint is another: the old poster no longer holds.",
  officeDiffers:
    "{file} has other names than those agreed upon when the office was founded ({names}). Nothing was written: mend or remove that file first.",
  pagesMade: "Roots and office are in the pages: directory number {version}, {folder}.",
  line: "The twelve words that were read aloud at the founding:",
  fingerprint: "Fingerprint of the pages, as it must stand on the poster:",
  compare:
    "Compare now, row by row: the words of the founding with your record of that day, the fingerprint with the poster or the signed sheet of the request. If a single word differs, stop the server: somebody has exchanged keys.",
  poster: "Poster to print: {file}",
  restart: "Start the server again, so that it serves the new pages.",
  noCode: "There is no new code.",
};
