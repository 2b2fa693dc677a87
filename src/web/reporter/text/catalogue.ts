/**
 * All words of the screens that the script makes. The Indonesian catalogue is the measure: another language that lacks
 * one of its words does not compile. Home's own words stand in `home.ts`, which the script does not carry.
 */
import type { ID } from "./id.ts";

export type Catalogue = typeof ID;
