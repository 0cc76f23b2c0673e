/** Icons the navigation may use; a closed set, so that a page carries no icon it doesn't draw. */
export type NavIcon =
	'today' | 'talks' | 'agreements' | 'pupils' | 'contact' | 'planner' | 'import' | 'post' | 'settings' | 'more';

/** `also`: another address that belongs to this item. */
export type NavItem = { href: string; label: string; icon: NavIcon; also?: string };

/** What a signed-in layout must know; comes from the layout's load. */
export type ShellData = {
	/** The school or group this is about. */
	name?: string;
	/** Where the mark leads. */
	home?: string;
	nav?: readonly NavItem[];
	/** Who you are, leading to your profile and to somebody else's chair. */
	profile?: { href: string; label: string };
	/** Who reads would rather listen: every page can be read aloud. */
	aloud?: boolean;
	/** Who reads likes a drawing beside the words. */
	drawn?: boolean;
	/** A line on top, and the warning that goes with it, on the embedded database only. */
	trial?: { text: string; more: string };
};

/** The item the reader is in: the longest address that holds the page. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
	return items
		.filter(({ href, also }) => [href, also].some((base) => base && (path === base || path.startsWith(`${base}/`))))
		.sort((a, b) => b.href.length - a.href.length)[0];
}
