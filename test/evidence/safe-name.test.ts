import fc from "fast-check";
import t from "tap";
import { extensionOf, LIMITS, safeName } from "../../src/evidence/safe-name.ts";
import { FILE_TYPES, type FileType } from "../../src/evidence/types.ts";

t.test("attack 35: a name neither leaves its folder, nor deceives, nor names a device", (t) => {
  const cases: readonly [name: string, type: FileType | undefined, safe: string][] = [
    ["../../etc/passwd", "text", "passwd.txt"],
    ["..\\..\\Windows\\System32\\cmd.exe", "pe", "cmd.exe.bin"],
    ["C:\\Users\\a\\foto.jpg", "jpeg", "foto.jpg"],
    ["\uFF0E\uFF0E\uFF0Fa\u2215b.png", "png", "b.png"],
    ["a\0.exe.png", "png", "a.exe.png"],
    ["laporan\u202Egpj.exe", "pe", "laporangpj.exe.bin"],
    ["\u2066\u200Bnota\u200D\uFEFF.pdf", "pdf", "nota.pdf"],
    ["CON", "text", "_CON.txt"],
    ["nul.txt", "text", "_nul.txt"],
    ["COM1.tar.gz", "gzip", "_COM1.tar.gz"],
    ["lpt\u00B9.pdf", "pdf", "_lpt\u00B9.pdf"],
    [".bashrc", "text", "bashrc.txt"],
    ["-rf.pdf", "pdf", "rf.pdf"],
    ["  foto .jpg  ", "jpeg", "foto.jpg"],
    ["foto.jpg. . .", "jpeg", "foto.jpg"],
    ["", "png", "file.png"],
    ["...", undefined, "file"],
    ["/", "pdf", "file.pdf"],
    ["a:b*c?.jpg::$DATA", "jpeg", "a_b_c_.jpg___DATA.jpg"],
    ["bukti\r\nSet-Cookie: x.pdf", "pdf", "buktiSet-Cookie_ x.pdf"],
    ["Bukti Transfer Rp5.000.000 (1).JPEG", "jpeg", "Bukti Transfer Rp5.000.000 (1).JPEG"],
    ["Résumé — Ñandú 報告.pdf", "pdf", "Résumé — Ñandú 報告.pdf"],
    ["e\u0301.png", "png", "é.png"],
    ["win.INI", undefined, "win.INI.bin"],
    ["foto.ＥＸＥ", undefined, "foto.ＥＸＥ.bin"],
    ["foto.ＥＸＥ", "jpeg", "foto.ＥＸＥ.jpg"],
    ["exe", undefined, "exe"],
    ["half \ud800", undefined, "half"],
  ];
  for (const [name, type, safe] of cases) t.equal(safeName(name, type), safe, JSON.stringify(name));
  t.end();
});

t.test("an extension is true for the content, or neutral", (t) => {
  const cases: readonly [name: string, type: FileType, safe: string][] = [
    ["foto.jpg", "html", "foto.jpg.txt"],
    ["gambar.svg", "svg", "gambar.svg.txt"],
    ["foto.png", "jpeg", "foto.png.jpg"],
    ["surat.docx", "docm", "surat.docx.bin"],
    ["surat.docm", "docm", "surat.docm.bin"],
    ["foto.jpg.exe", "jpeg", "foto.jpg.exe.jpg"],
    ["foto", "jpeg", "foto.jpg"],
    ["catatan.md", "text", "catatan.md"],
    ["skrip.bat", "text", "skrip.bat.txt"],
    ["data.dwg", "unknown", "data.dwg"],
    ["data.jpg", "unknown", "data.jpg.bin"],
    ["data.exe", "unknown", "data.exe.bin"],
    ["data...exe", "unknown", "data...exe.bin"],
    ["x.settingcontent-ms", "text", "x.settingcontent-ms.txt"],
    ["arsip.age", "age", "arsip.age"],
  ];
  for (const [name, type, safe] of cases) t.equal(safeName(name, type), safe, name);
  for (const name of ["alat.exe", "alat...exe", "alat.jpg.exe", "alat.SettingContent-ms"]) {
    t.equal(safeName(name), `${name}.bin`, "of unknown content");
  }
  t.end();
});

t.test("300 characters become a name that every file system takes, with its extension", (t) => {
  for (const letter of ["a", "é", "報", "😀"]) {
    const safe = safeName(`${letter.repeat(300)}.jpeg`, "jpeg");
    t.ok([...safe].length <= LIMITS.characters && Buffer.byteLength(safe) <= LIMITS.bytes, `${letter}: ${safe.length}`);
    t.match(safe, /\.jpeg$/u);
  }
  t.equal(extensionOf(`a.${"x".repeat(LIMITS.extension + 1)}`), "", "what is too long for an extension is none");
  t.end();
});

t.test("any name at all comes out safe, and does not change when it is made safe again", (t) => {
  const alphabet = fc.constantFrom(
    ...'abcXYZ019 ._-~/\\:*"<>|?$%',
    "\0",
    "\n",
    "\u202E",
    "\u200B",
    "\uFEFF",
    "\u0301",
    "é",
    "報",
    "😀",
    "\uD800",
    "CON",
    "nul",
    ".exe",
    ".jpg",
    ".txt",
    "..",
  );
  const names = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.array(alphabet, { maxLength: 150 }).map((parts) => parts.join("")),
  );
  const types = fc.option(fc.constantFrom(...FILE_TYPES), { nil: undefined });
  fc.assert(
    fc.property(names, types, (name, type) => {
      const safe = safeName(name, type);
      const problems = [
        /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]/u.test(safe) && "a forbidden character",
        /^[. ]|[. ]$/u.test(safe) && "dots or spaces at an end",
        /^(?:con|prn|aux|nul|com\d|lpt\d)(?:[ .]|$)/iu.test(safe) && "a device",
        safe === "" && "nothing",
        [...safe].length > LIMITS.characters && "too many characters",
        Buffer.byteLength(safe) > LIMITS.bytes && "too many bytes",
        /\.(?:exe|html?|svg|bat|lnk|desktop|sh|js|docm)$/iu.test(safe) && "an extension that runs",
        safeName(safe, type) !== safe && `not the same again: ${safeName(safe, type)}`,
      ].filter((problem) => problem !== false);
      if (problems.length > 0)
        throw new Error(`${JSON.stringify(name)} → ${JSON.stringify(safe)}: ${problems.join(", ")}`);
    }),
    { numRuns: 5_000 },
  );
  t.end();
});
