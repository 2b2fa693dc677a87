/** What English reports say where something is urgent: as `expressions-id.ts`. */
import type { Expressions } from "./expression.ts";

const EVIDENCE =
  "evidence|footage|recording*|cctv|document*|file*|record|records|log|logs|data|email*|message*|video*|receipt*";
const TO_VANISH =
  "deleted|destroyed|shredded|erased|overwritten|wiped|lost|gone|burned|burnt|disappear|disappears|disappearing|vanish|hidden|altered|delete|destroy|erase|shred|burn|wipe";
const SOON =
  "will|about|going|may|might|could|before|soon|being|automatically|planning|plan|plans|ordered|told|tomorrow";
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
      "follow|following|followed|stalk*|watch|watching me|us",
      "i|we … am|are|was|were|being … followed|stalked|beaten|attacked",
      `will|would|to kill|hurt|harm|beat ${WE}`,
      "fired|dismissed|demoted|transferred|suspended … after|because|for|since … report*|complain*|whistleblow*",
    ],
    asIs: [
      "don|doesn|didn t feel safe",
      "not|never|longer feel|feels|feeling|felt safe",
      "feel|feels|felt|am|are unsafe",
      "not safe for me|us",
      "without protection … i|we|cannot|can|will|won",
    ],
    never: ["child|data|consumer|environmental|social|fire protection", "protection money|racket|fee|agency"],
  },
  evidence: {
    says: [
      `${EVIDENCE} … ${SOON} … ${TO_VANISH}`,
      `${SOON} … ${TO_VANISH} … ${EVIDENCE}`,
      `delet*|destroy*|shred*|burning|erasing|erase|wiping|wipe … ${EVIDENCE}`,
      `please|urgently|must|should|quickly … secure|preserve|save … ${EVIDENCE}`,
      "footage|recording*|cctv|camera|cameras … only|usually … kept|stored|keeps|keep",
      "there is|are|was|were … camera|cameras|cctv",
      "caught|recorded|captured|filmed … on|by … camera|cameras|cctv",
      "automatically deleted|erased|overwritten",
    ],
    asIs: [
      `so|that|before … ${EVIDENCE} … not|never … lost|deleted|destroyed`,
      `before they|he|she … ${TO_VANISH} … ${EVIDENCE}`,
    ],
    never: ["camera|cameras|cctv … off|broken|attached|enclosed", "metadata … deleted|removed|erased"],
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
      "every|each day|week|month|morning|time … ask|asks|asked|demand*|pay|pays|paid|collect*|take|takes|charge|charges",
      "ask|asks|demand*|pay|pays|collect|collects|take|takes|charge|charges … every|each day|week|month|time",
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
  "weren",
  "aren",
  "hasn",
  "haven",
  "neither",
];

/** "Not only", "not long after" */
export const BUT_EN: readonly string[] = ["only", "just", "merely", "long", "stop", "stopped", "hesitate"];

/** With these another part begins. */
export const ENDS_EN: readonly string[] = ["but", "and", "because", "so", "then", "yet", "while", "however"];
