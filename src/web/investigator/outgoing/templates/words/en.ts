/** Messages to begin from, in English. */
import type { Translation } from "../../../../../words/text.ts";
import type * as id from "./id.ts";

export const PLACES: Translation<typeof id.PLACES> = {
  questions: "questions",
  progress: "progress",
  outcome: "outcome",
  reasons: "reasons",
  body: "body",
  next: "day of the next word",
  answerBy: "time for the answer",
};

export const TEMPLATES: Translation<typeof id.TEMPLATES> = {
  acknowledgement: {
    name: "Acknowledgement",
    text: `Thank you. We received your report, register number {register}, on {arrived}.

We check whether the report is complete and whether the matter is ours to handle. You will find our next word here by {next}.

Please keep your twelve words. We do not know who you are and can reach you through this conversation alone. If you feel threatened, please tell us here.`,
  },
  facts: {
    name: "Request for facts (5W+2H)",
    text: `So that we can follow up your report, please complete the following as far as you know. Write what you saw or heard yourself, and keep it apart from what you suppose.

1. What happened?
2. Who was involved, in which position or role?
3. Where did it happen?
4. When did it happen, and does it still go on?
5. Why, as far as you know, did it happen?
6. How was it done?
7. How much was it about?

What we need most: {questions}

Please do not mention your own name or anything that points to you. We wait for your answer until {answerBy}. After that the report may be archived for now; you can reopen it at any time by replying.`,
  },
  progress: {
    name: "Progress",
    text: `Where report {register} stands on {today}: {progress}

We cannot tell details of the inquiry, so that the inquiry and everybody in it stay protected. You will find our next word here by {next}.`,
  },
  conclusion: {
    name: "Conclusion",
    text: `Our work on report {register} is finished. The outcome: {outcome}

In short, the reasons: {reasons}

Thank you for what you told us. If there are new facts, you can write here again with the same words. If you are treated badly because of this report, please tell us at once.`,
  },
  referral: {
    name: "Referral",
    text: `Having reviewed it, we found that what you reported under register number {register} is for {body} to handle. We passed it on in a summary of our own; your original words, and whatever could show who you are, are not part of it.

This conversation stays open. What we hear from that body we will tell you here.`,
  },
};
