import { createContext } from 'svelte';

/** What a small drawing stands for; a closed set, each drawn in `Picture.svelte`. */
export const pictureNames = [
	...(['calendar', 'clock', 'school', 'home', 'phone', 'screen', 'people', 'table', 'agreement'] as const),
	...(['write', 'paper', 'look', 'ask', 'yes', 'no', 'other-words', 'bloom', 'sprout', 'seed'] as const)
] as const;
export type PictureName = (typeof pictureNames)[number];

const [get, set, has] = createContext<() => boolean>();

/** The frame of the pages says it once: this reader likes a drawing beside the words. */
export const offerPictures = set;

/** Whether who reads this page likes drawings beside the words. Outside a frame that says so: no. */
export function likesPictures(): () => boolean {
	return has() ? get() : () => false;
}
