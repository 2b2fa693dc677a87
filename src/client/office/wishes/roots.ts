/** Whose signatures a directory needs: the holders of the roots, and how many of its stewards. */
import type { DirectoryDocument } from "../../../protocol/directory/directory.ts";

/** The root set anew; keys as hexadecimal. Old and new holders sign it together. */
export type RootsWish = {
  readonly what: "roots";
  readonly come: readonly string[];
  readonly go: readonly string[];
  readonly threshold: number;
};

/** How many leads and administrators have to state that the directory holds */
export type StewardsWish = { readonly what: "stewards"; readonly needed: number };

export function setRoots(document: DirectoryDocument, { come, go, threshold }: RootsWish): DirectoryDocument {
  const kept = document.roots.keys.filter((key) => !go.includes(key));
  const keys = [...kept, ...come.filter((key) => !kept.includes(key))];
  return { ...document, roots: { threshold, keys } };
}

export function setStewards(document: DirectoryDocument, { needed }: StewardsWish): DirectoryDocument {
  return { ...document, stewards: needed };
}
