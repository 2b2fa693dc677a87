/** exiftool, which writes realistic tags into made files and judges what is left in cleaned ones. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "../../../src/protocol/encoding/zod.ts";

const INSTALL =
  "apt-get update && apt-get install -y --no-install-recommends libimage-exiftool-perl libarchive-zip-perl";
let isThere = false;

/** Installs it where it is missing, on Debian as root; elsewhere says the line that does. It never passes over it in silence. */
function ensureExiftool(): void {
  if (isThere) return;
  // Without the second it looks into no Office file, and would find nothing there.
  const isMissing = (): boolean =>
    spawnSync("exiftool", ["-ver"]).status !== 0 || spawnSync("perl", ["-MArchive::Zip", "-e1"]).status !== 0;
  if (isMissing()) {
    if (spawnSync("test", ["-f", "/etc/debian_version"]).status === 0 && process.getuid?.() === 0) {
      // Test files run side by side: the second waits for the first one's lock.
      const line = INSTALL.replaceAll(
        "apt-get",
        "apt-get -o DPkg::Lock::Timeout=600 -o APT::Update::Lock::Timeout=600",
      );
      spawnSync("sh", ["-c", line], {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    }
    if (isMissing()) throw new Error(`exiftool is needed. On Debian, as root: ${INSTALL}`);
  }
  isThere = true;
}

function withFile<Result>(bytes: Uint8Array, extension: string, use: (file: string) => Result): Result {
  ensureExiftool();
  const folder = mkdtempSync(path.join(tmpdir(), "segel-evidence-"));
  try {
    const file = path.join(folder, `file.${extension}`);
    writeFileSync(file, bytes);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The file with tags in it. */
export function tagged(bytes: Uint8Array, extension: string, tags: readonly string[]): Uint8Array {
  return withFile(bytes, extension, (file) => {
    const { status, stderr } = spawnSync("exiftool", ["-m", "-q", "-overwrite_original", ...tags, file], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`exiftool wrote no tags: ${stderr}`);
    return new Uint8Array(readFileSync(file));
  });
}

const outputSchema = z.tuple([z.record(z.string(), z.unknown())]);

/** Every tag that exiftool finds, unknown ones and those of inner tracks among them, as `Group:Name`. */
export function tagsOf(bytes: Uint8Array, extension: string): Record<string, unknown> {
  return withFile(bytes, extension, (file) => {
    const { stdout } = spawnSync("exiftool", ["-j", "-a", "-u", "-G1", "-ee", "-n", file], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    const [tags] = z.parse(outputSchema, JSON.parse(stdout));
    const own = (name: string): boolean => !/^(?:SourceFile|System:|ExifTool:ExifToolVersion)/u.test(name);
    return Object.fromEntries(Object.entries(tags).filter(([name]) => own(name)));
  });
}

const partsSchema = z.array(z.tuple([z.string(), z.string()]));

/** The parts of a ZIP, a character a byte, as the archive reader beside exiftool finds them; every sum is checked. */
export function unzipped(bytes: Uint8Array): Record<string, string> {
  const program = `
    my $zip = Archive::Zip->new($ARGV[0]) or die "no ZIP";
    my @parts;
    for my $member ($zip->members) {
      my $content = $member->contents;
      die $member->fileName if Archive::Zip::computeCRC32($content) != $member->crc32;
      push @parts, [$member->fileName, $content];
    }
    print JSON::PP->new->latin1->encode(\\@parts);`;
  return withFile(bytes, "zip", (file) => {
    const { status, stdout, stderr } = spawnSync("perl", ["-MArchive::Zip", "-MJSON::PP", "-e", program, file]);
    if (status !== 0) throw new Error(`The ZIP does not open: ${stderr.toString()}`);
    return Object.fromEntries(z.parse(partsSchema, JSON.parse(stdout.toString("latin1"))));
  });
}

/** Tags that no made or cleaned file may keep: who, where, when, with what. */
export function identifying(tags: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tags).filter(([name, value]) => isIdentifying(name, value)));
}

const GROUPS =
  /^(?:IFD\d|ExifIFD|GPS|InteropIFD|SubIFD|MakerNotes|XMP|IPTC|Photoshop|MPF|Keys|ItemList|UserData|Canon|Apple|Samsung|CIFF|JUMBF|ICC_Profile|ICC-)/u;
const NAMES =
  /author|creator|artist|owner|copyright|gps|location|serial|make$|model$|software|comment|description|date|time(?!scale|code)|thumbnail|preview|company|manager|lens|host|trailer|vendor|compressor|handlerdesc|keywords|title/iu;
/** What stands in any file of the kind and says nothing about one. */
const NEUTRAL =
  /^(?:IFD0:Orientation|ICC_Profile:|ICC-(?:header|chrm):(?:ProfileClass|ColorSpaceData|ProfileConnectionSpace)|.*:(?:TimeScale|MediaTimeScale|PreviewTime|PosterTime|SelectionTime|CurrentTime|PreviewDuration|SelectionDuration|TrackDuration|GraphicsMode|CompressorID))/u;

function isIdentifying(name: string, value: unknown): boolean {
  if (NEUTRAL.test(name) || value === "" || value === 0 || value === "0000:00:00 00:00:00") return false;
  // An emptied part of a document, and the day that ZIP begins with.
  if (value === "(Binary data 0 bytes, use -b option to extract)" || value === "1980:01:01 00:00:00") return false;
  return GROUPS.test(name) || NAMES.test(name.split(":")[1] ?? "");
}
