import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import t from "tap";
import { findWord, NAMING_LETTERS, type WordList } from "../../../src/crypto/secret/words.ts";
import { ENGLISH } from "../../../src/crypto/secret/wordlists/english.ts";
import { INDONESIAN } from "../../../src/crypto/secret/wordlists/indonesian.ts";

const LISTS: readonly [WordList, WordList] = [
  { language: "id", words: INDONESIAN },
  { language: "en", words: ENGLISH },
];

/** Words, or pairs of words, written one after another. */
const written = (text: string): string[] => text.trim().split(/\s+/u);
/** What names a word: its first four letters, or all of an English word of three. */
const naming = (word: string): string => word.slice(0, NAMING_LETTERS);

/** Words of the list that one letter more, less or other turns into each other: the best of many tries left so many. */
const ONE_LETTER_APART = written(`
  abadi/abdi adab/adat aduk/waduk alun/ayun ampas/amplas angan/angin awet/dawet baju/batu baris/waris batok/patok
  bebek/becek berkas/bernas biang/siang biar/siar bincang/bintang bola/bolu botol/totol buas/ruas bubar/bugar
  bubut/buyut buket/bukit bulir/butir bunyi/sunyi cabut/kabut caplok/ceplok cawan/rawan cebur/debur cepat/tepat
  cilik/milik colek/golek corong/dorong coto/soto cuka/cuma dapat/darat daya/gaya dayung/gayung dodol/odol dokar/dolar
  dulu/hulu gado/kado gawat/kawat gedung/gelung giat/niat godok/kodok gong/goni gosong/kosong gurun/kurun hadap/harap
  hapus/haus harpa/harta harum/jarum hebat/hemat heran/hewan hibur/libur hidang/hilang hore/sore hujan/hutan humus/rumus
  ikut/imut iring/piring iris/irit jabrik/pabrik jadi/jati jalin/salin jantan/jintan jenuh/penuh jepit/jerit juara/muara
  judo/ludo junjung/kunjung juntai/untai kaget/kaset kaji/saji kalah/malah kamis/kamus karung/sarung kepang/keping
  kerbau/merbau kirim/krim kotak/koyak koyo/yoyo krayon/rayon kriket/kroket kurir/kusir lahan/layan lahir/mahir
  lamun/namun lauk/liuk lebih/letih legong/lenong lereng/wereng lesat/lewat letak/retak libat/lipat lirik/lurik
  lolos/polos luang/ruang luap/luar ludes/luwes lumut/luput lupa/rupa macet/maret makin/yakin minta/tinta modal/modul
  mohon/pohon momong/omong motret/potret nanas/panas naung/raung negeri/ngeri obat/sobat obeng/oseng obor/opor
  pakem/palem pamer/pamor pamit/parit papah/patah pawon/tawon piala/piara pojok/popok porak/sorak pucuk/punuk
  pudar/putar puing/pusing pulen/tulen pusaka/pustaka rajin/tajin ratap/rayap rehat/sehat ribet/riset ricuh/riuh
  rinai/rinci robek/sobek roda/ronda rujak/rusak rukun/sukun saga/sama sanjung/tanjung sayang/wayang senar/sonar
  sodor/sohor subur/sumur sudah/susah supaya/upaya susul/usul takar/tawar tanpa/tanya tenis/tesis tidak/tindak toga/yoga
  tumis/turis turut/urut ubin/ulin ujung/usung ulek/ulet wacana/wahana warga/warna
`);

/** What an affix looks like, and the words that only look so: roots, and words that nobody takes apart any more. */
const AFFIXES: readonly { readonly look: RegExp; readonly roots: readonly string[] }[] = [
  { look: /^ber/u, roots: written("beranda bercak beres berisik berkas berlian bernas bersih beruang") },
  {
    look: /^me/u,
    roots: written(`
      mebel meja mekanik melar melulu memang menara mendung menit mepet merak merbau merdu mereka merpati mertua mesin
      meski mesra meter metode mewah
    `),
  },
  {
    look: /^di/u,
    roots: written("didih digdaya dikte dimensi dinamo dinding dingin diorama dipan diploma dirigen diskon"),
  },
  { look: /^ter/u, roots: written("teratai terbang terigu terjun terka ternak terobos terpal tertib terumbu") },
  {
    look: /an$/u,
    roots: written(`
      adegan aman angan arisan bahkan bakwan beban berlian biduan bosan bukan buritan cawan cekatan dandan delman dipan
      doyan enggan halaman haluan heran hewan hidran hujan hutan iklan iuran jantan jintan joran kanan kencan kesan
      kian kontan kudapan lahan lakban layan lesehan lisan lumayan majikan mapan nampan nelayan nyaman oktan pakan
      pedoman perban rawan rekan saran segan selatan selokan siuman siwalan sopran sowan tekwan tuan wajan wawasan
      yayasan
    `),
  },
  { look: /nya$/u, roots: ["nyonya", "punya", "tanya"] },
  {
    look: /[kl]ah$/u,
    roots: written("bilah bongkah istilah jumlah kalah lelah makalah malah naskah olah sekolah"),
  },
];
/** With one of these put before a word of the list, these words come out by chance. */
const PREFIXES = [
  "be",
  "ber",
  "di",
  "ke",
  "me",
  "mem",
  "men",
  "meng",
  "pe",
  "pem",
  "pen",
  "peng",
  "per",
  "se",
  "te",
  "ter",
];
const SUFFIXES = ["an", "i", "is", "kah", "kan", "ku", "lah", "mu", "nya", "wan"];
const BY_CHANCE = written("beruang keluar kemeja peluang penjuru pepatah pesisir");

/** Each word that was looked at and left out, and why. */
const REFUSED = readFileSync(new URL("../../wordlists/refused.txt", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t"));

/** Every text that one letter left out or put aside makes of a word: two words one edit apart have one in common. */
function near(word: string): string[] {
  const places = Array.from({ length: word.length }, (_, at) => at);
  const aside = places.map((at) => `${word.slice(0, at)}?${word.slice(at + 1)}`);
  const without = places.map((at) => word.slice(0, at) + word.slice(at + 1));
  return [...new Set([...aside, ...without])];
}

/** Whether one letter more, less or other makes one word of the other. */
function oneEditApart(one: string, other: string): boolean {
  if (one.length === other.length) return [...one].filter((letter, at) => letter !== other[at]).length === 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.length === short.length + 1 && near(long).includes(short);
}

t.test("every list has 2,048 different words in the order of the alphabet", (t) => {
  for (const { language, words } of LISTS) {
    t.equal(words.length, 2048, language);
    t.equal(new Set(words).size, 2048, language);
    t.same([...words].sort(), words, language);
  }
  t.end();
});

t.test("no word and no place in a list ever changes", (t) => {
  const digest = (words: readonly string[]): string => createHash("sha256").update(words.join("\n")).digest("hex");
  t.equal(digest(INDONESIAN), "70be4b2253bdec7b1268dec3f4f52a99d30ab7d2e419ff3c0acfaadce7b855e2");
  t.equal(digest(ENGLISH), "187db04a869dd9bc7be80d21a86497d692c0db6abd3aa8cb6be5d618ff757fae");
  t.end();
});

t.test("an Indonesian word has four to seven letters, none of them one that people exchange for another", (t) => {
  t.same(
    INDONESIAN.filter((word) => !/^[a-z]{4,7}$/u.test(word)),
    [],
  );
  t.same(
    INDONESIAN.filter((word) => /[fqvxz]|[dgk]h|sy/u.test(word)),
    [],
  );
  t.end();
});

t.test("four letters name one word and its list, and so does an English word of three", (t) => {
  const named = LISTS.flatMap(({ words }) => words.map(naming));
  t.equal(new Set(named).size, 4096);
  for (const list of LISTS) {
    t.same(
      list.words.filter((word) => {
        const found = findWord(naming(word), LISTS);
        return found?.word !== word || found.list !== list;
      }),
      [],
      list.language,
    );
  }
  t.end();
});

t.test("no word of the lists begins with another, but for English words of three letters", (t) => {
  const all = new Set(LISTS.flatMap(({ words }) => words));
  const beginnings = [...all].flatMap((word) =>
    Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1)).filter((beginning) => all.has(beginning)),
  );
  t.same(
    beginnings.filter((beginning) => beginning.length >= NAMING_LETTERS || !ENGLISH.includes(beginning)),
    [],
  );
  t.end();
});

t.test("two Indonesian words differ in two letters or more, but for the pairs written here", (t) => {
  const groups = new Map<string, string[]>();
  for (const word of INDONESIAN) {
    for (const text of [word, ...near(word)]) groups.set(text, [...(groups.get(text) ?? []), word]);
  }
  const found = new Set<string>();
  for (const words of groups.values()) {
    for (const [at, one] of words.entries()) {
      for (const other of words.slice(at + 1)) if (oneEditApart(one, other)) found.add(`${one}/${other}`);
    }
  }
  t.same([...found].sort(), ONE_LETTER_APART);
  t.equal(found.size, 158);
  t.end();
});

t.test("an Indonesian word is a root, and no other word of the list with an affix", (t) => {
  for (const { look, roots } of AFFIXES) {
    t.same(
      INDONESIAN.filter((word) => look.test(word)),
      roots,
      look.source,
    );
  }
  const words = new Set(INDONESIAN);
  t.same(
    INDONESIAN.filter(
      (word) =>
        PREFIXES.some((prefix) => word.startsWith(prefix) && words.has(word.slice(prefix.length))) ||
        SUFFIXES.some((suffix) => word.endsWith(suffix) && words.has(word.slice(0, -suffix.length))),
    ),
    BY_CHANCE,
  );
  t.end();
});

t.test("no two Indonesian words sound alike to one who does not tell f from p or kh from h", (t) => {
  const heard = INDONESIAN.map((word) => word.replaceAll(/[fv]/gu, "p").replaceAll("kh", "h"));
  t.equal(new Set(heard).size, INDONESIAN.length);
  t.end();
});

t.test("every word that was refused has a reason and stays out of the Indonesian list", (t) => {
  t.same(
    REFUSED.filter(([word = "", reason = "", ...more]) => !/^[a-z]+$/u.test(word) || reason === "" || more.length > 0),
    [],
  );
  const refused = REFUSED.map(([word = ""]) => word);
  t.same([...new Set(refused)].sort(), refused, "each once, in the order of the alphabet");
  t.same(
    refused.filter((word) => INDONESIAN.includes(word)),
    [],
  );
  t.end();
});
