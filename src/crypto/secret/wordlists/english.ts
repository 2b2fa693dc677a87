/** The English words of case tokens: the list of BIP39, as `@scure/bip39` ships it. */
import { wordlist } from "@scure/bip39/wordlists/english.js";

export const ENGLISH: readonly string[] = wordlist;
