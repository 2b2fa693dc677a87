/** XMP: what programs write about a picture, a video or a PDF, as XML. */
import type { FindingKind, Findings } from "../findings.ts";
import { readText } from "../text.ts";
import { namedValues } from "./xml.ts";

const PROPERTIES: readonly [pattern: RegExp, kind: FindingKind][] = [
  [/^exif:GPS|^(?:photoshop|Iptc4xmpCore|Iptc4xmpExt):(?:City|State|Country|CountryCode|Location\w*)$/u, "location"],
  [/^xmp:(?:Create|Modify|Metadata)Date$|:DateCreated$|^exif:DateTime|^pdf:(?:Creation|Mod)Date$/u, "time"],
  [/^tiff:(?:Make|Model)$|:(?:Lens|LensModel)$/u, "device"],
  [
    /^dc:(?:creator|rights|publisher|contributor)$|:(?:Artist|OwnerName|CreatorContactInfo|Credit|Source|AuthorsPosition|CaptionWriter)$/u,
    "author",
  ],
  [/^xmp:CreatorTool$|^tiff:Software$|^pdf:Producer$|^stEvt:softwareAgent$/u, "software"],
  [/^xmp:Thumbnails$|^xmpGImg:image$/u, "thumbnail"],
  [
    /^dc:(?:title|description|subject)$|^pdf:Keywords$|:(?:Headline|Instructions|UserComment|ImageDescription)$/u,
    "caption",
  ],
  [
    /:(?:Serial|Body|Lens)\w*Number$|:(?:DocumentID|InstanceID|OriginalDocumentID|documentID|instanceID)$/u,
    "serial-number",
  ],
  [/^stEvt:|^xmpMM:History$|^photoshop:History$/u, "edit-history"],
];

/** Values of these are long, or numbers that tell a reader nothing. */
const WITHOUT_VALUE: ReadonlySet<FindingKind> = new Set(["thumbnail", "serial-number", "edit-history"]);

export function readXmp(packet: Uint8Array, findings: Findings, isRemoved = true): void {
  const place = new Map<string, string>();
  let told = false;
  for (const { name, value } of namedValues(readText(packet))) {
    const kind = PROPERTIES.find(([pattern]) => pattern.test(name))?.[1];
    if (kind === undefined || value.trim() === "") continue;
    told = true;
    if (name.startsWith("exif:GPS")) place.set(name, value);
    else findings.add(kind, WITHOUT_VALUE.has(kind) ? "" : value, isRemoved);
  }
  if (place.size > 0) {
    const [latitude = "", longitude = ""] = [place.get("exif:GPSLatitude"), place.get("exif:GPSLongitude")];
    findings.add("location", latitude === "" ? "" : `${latitude}, ${longitude}`, isRemoved);
  }
  if (!told) findings.add("other", "XMP", isRemoved);
}
