import t from "tap";
import { utf8 } from "../../src/crypto/bytes.ts";
import { safeName } from "../../src/client/safe-name.ts";

t.test("a safe name is no path, turns nothing, and runs nothing when it is opened", (t) => {
  const names = {
    "laporan.pdf": "laporan.pdf",
    "Résumé (2).docx": "Résumé (2).docx",
    "laporan\u202Efdp.exe": "laporanfdp.exe.bin",
    "../../etc/passwd": "passwd",
    "C:\\Windows\\win.INI": "win.INI.bin",
    "..": "berkas",
    "": "berkas",
    ".bashrc": "bashrc",
    "nama.pdf. . ": "nama.pdf",
    "con.txt": "_con.txt",
    LPT1: "_LPT1",
    "a\u0000b\nc\u200B.png": "abc.png",
    "a:b?.png": "a_b_.png",
    "foto.ＥＸＥ": "foto.ＥＸＥ.bin",
    "gambar.svg": "gambar.svg.bin",
    "makro.docm": "makro.docm.bin",
    exe: "exe",
    "bukti é 漢.pdf": "bukti é 漢.pdf",
    "half \ud800": "half",
    "/etc/passwd": "passwd",
  };
  for (const [sent, safe] of Object.entries(names)) t.equal(safeName(sent), safe, JSON.stringify(sent));
  const long = safeName(`${"你".repeat(250)}.pdf`);
  t.ok(utf8(long).length <= 200 && long.endsWith("你.pdf"), "a long name keeps its ending");
  t.end();
});
