/** Elements of EBML, by their id. */
const segment = 0x18538067;
const info = 0x1549a966;
const tracks = 0x1654ae6b;
const track = 0xae;
const trackType = 0x83;
const cluster = 0x1f43b675;
const blockGroup = 0xa0;
const empty = 0xec;
const sound = 2n;

/** What playing needs, for each element that has others in it. The rest is emptied: tags, titles, dates, files sent along. */
const kept: Record<number, readonly number[]> = {
	[segment]: [0x114d9b74, info, tracks, cluster, 0x1c53bb6b],
	[info]: [0x2ad7b1, 0x4489, 0x4d80, 0x5741],
	[tracks]: [track],
	[track]: [
		...[0xd7, 0x73c5, trackType, 0xb9, 0x88, 0x55aa, 0x9c, 0x6de7, 0x23e383, 0x22b59c, 0x86, 0x63a2, 0xaa],
		...[0x56aa, 0x56bb, 0xe1]
	],
	[cluster]: [0xe7, 0xa7, 0xab, 0xa3, blockGroup],
	[blockGroup]: [0xa1, 0x9b, 0xfb, 0x75a2]
};
/** The names of the programs that recorded: they must be there, and may say nothing. */
const blanked = [0x4d80, 0x5741];
const inside = [segment, info, tracks, track, cluster, blockGroup];

type Element = { id: number; at: number; body: number; end: number; isOpen: boolean };

/** WebM with sound alone, emptied of all that is no sound, at the same length; nothing when it is something else. */
export function cleanWebm(bytes: Uint8Array): Uint8Array | undefined {
	const clean = bytes.slice();
	let heard = 0;

	/** Goes through the elements of one; says where it stopped, because a live recording does not say how long it is. */
	const walk = (parent: number, from: number, to: number, isOpen: boolean): number | undefined => {
		let at = from;
		while (at < to) {
			const one = elementAt(clean, at, to);
			if (!one) return undefined;
			if (isOpen && parent === cluster && kept[segment]!.includes(one.id)) return at;
			if (one.id === trackType && parent === track) {
				if (numberIn(clean, one) !== sound) return undefined;
				heard++;
			}
			if (!kept[parent]!.includes(one.id)) {
				if (one.isOpen) return undefined;
				emptyOut(clean, one);
			} else if (blanked.includes(one.id)) clean.fill(0, one.body, one.end);
			else if (inside.includes(one.id)) {
				const end = walk(one.id, one.body, one.end, one.isOpen);
				if (end === undefined) return undefined;
				one.end = end;
			} else if (one.isOpen) return undefined;
			at = one.end;
		}
		return to;
	};

	const head = elementAt(clean, 0, clean.length);
	if (!head || head.isOpen) return undefined;
	if (!new TextDecoder('latin1').decode(clean.subarray(head.body, head.end)).includes('webm')) return undefined;
	const all = elementAt(clean, head.end, clean.length);
	if (all?.id !== segment || walk(segment, all.body, all.end, all.isOpen) === undefined || !heard) return undefined;
	return clean.slice(0, all.end);
}

/** One that says to be longer than what is there was cut off with the recording: what is there is it. */
function elementAt(bytes: Uint8Array, at: number, to: number): Element | undefined {
	const idLength = lengthAt(bytes, at, to);
	if (!idLength || idLength > 4) return undefined;
	let id = 0;
	for (let each = at; each < at + idLength; each++) id = id * 256 + bytes[each]!;

	const sizeLength = lengthAt(bytes, at + idLength, to);
	if (!sizeLength) return undefined;
	const body = at + idLength + sizeLength;
	let size = bytes[at + idLength]! & (0xff >> sizeLength);
	let isOpen = size === 0xff >> sizeLength;
	for (let each = at + idLength + 1; each < body; each++) {
		size = size * 256 + bytes[each]!;
		isOpen &&= bytes[each] === 0xff;
	}
	return { id, at, body, end: isOpen ? to : Math.min(body + size, to), isOpen };
}

/** How many bytes this number takes, told by its first bit that is set. */
function lengthAt(bytes: Uint8Array, at: number, to: number): number | undefined {
	const length = at < to ? Math.clz32(bytes[at]!) - 23 : 9;
	return length <= 8 && at + length <= to ? length : undefined;
}

function numberIn(bytes: Uint8Array, { body, end }: Element): bigint {
	return bytes.subarray(body, end).reduce((sum, each) => sum * 256n + BigInt(each), 0n);
}

/** Room with nothing in it, of the same length, so that nothing else has to move. */
function emptyOut(bytes: Uint8Array, { at, end }: Element) {
	const wide = end - at >= 9 ? 8 : 1;
	bytes.fill(0, at, end);
	bytes[at] = empty;
	let left = end - at - 1 - wide;
	for (let each = at + wide; each > at; each--) {
		bytes[each] = left % 256;
		left = Math.floor(left / 256);
	}
	bytes[at + 1]! |= 0x80 >> (wide - 1);
}
