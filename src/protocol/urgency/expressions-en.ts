/** What English reports say where something is urgent: as `expressions-id.ts`. */
import type { Expressions } from "./expression.ts";

const EVIDENCE =
  "evidence|footage|recording*|cctv|document*|file*|record|records|log|logs|data|email*|message*|video*|receipt*";
const TO_VANISH =
  "deleted|destroyed|shredded|erased|overwritten|wiped|lost|gone|burned|burnt|disappear|disappears|hidden";
const SOON = "will|about|going|may|might|could|before|soon|being|automatically|planning";
const WE = "me|us|my|our|myself|reporter|witness*";

export const EN: Expressions = {
  protection: {
    says: [
      "need|needs|want|ask*|request*|seek*|require* … protection",
      `protection … ${WE}`,
      `protect ${WE}`,
      "if|unless|provided … protected",
      "threaten*|intimidat*|retaliat*|reprisal*|blackmail*",
      `threat|threats … ${WE}|against|made|from`,
      "fear|afraid|scared|worried|frightened … life|safety|retaliation|job|dismissed|fired|hurt|family",
      "my|our|family safety|life|lives",
      "i|we|am|are … in danger",
      "fired|dismissed|demoted|transferred|suspended … after|because|for|since … report*|complain*|whistleblow*",
    ],
    never: ["child|data|consumer|environmental|social|fire protection", "protection money|racket|fee|agency"],
  },
  evidence: {
    says: [
      `${EVIDENCE} … ${SOON} … ${TO_VANISH}`,
      `${SOON} … ${TO_VANISH} … ${EVIDENCE}`,
      `delet*|destroy*|shred*|burning|erasing|erase|wiping|wipe … ${EVIDENCE}`,
      `please|urgently|must|should|quickly … secure|preserve|save … ${EVIDENCE}`,
      "footage|recording*|cctv … only|usually … kept|stored",
      "automatically deleted|erased|overwritten",
    ],
    never: ["metadata … deleted|removed|erased"],
  },
  official: {
    says: [
      "minister|governor|regent|mayor|judge|prosecutor|ambassador|senator|legislator|lawmaker|rector",
      "member … parliament|council|senate",
      "director general",
      "police chief",
      "state official|officials",
    ],
    never: [
      "office|regulation|decree|circular|letter|wife|husband … minister|governor|regent|mayor|prosecutor|judge",
      "to|can|cannot|will|should|we judge",
    ],
  },
  ongoing: {
    says: [
      "still … going|happening|continuing|continues|ongoing|doing|asking|taking|paying|occurring|collected",
      "is|are|remains ongoing",
      "to this day",
      "until|till now|today",
      "almost|nearly every",
      "keeps|keep happening|asking|doing|taking|demanding",
    ],
    when: ["since", "every|daily|weekly|monthly|ongoing|still|now"],
    never: ["since … until|till|to … 19*|20*", "still … no answer|reply|response"],
  },
};

export const NOT_EN: readonly string[] = [
  "no",
  "not",
  "never",
  "without",
  "nobody",
  "none",
  "didn",
  "don",
  "doesn",
  "isn",
  "wasn",
];

/** "Not only", "not long after" */
export const BUT_EN: readonly string[] = ["only", "just", "merely", "long"];
