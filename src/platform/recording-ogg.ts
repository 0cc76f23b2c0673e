type Piece = { from: number; to: number; page: number };
type Page = { at: number; end: number };

/** Ogg with one voice in it, its notes (who, where, when, a cover) made blank; nothing when it is something else. */
export function cleanOgg(bytes: Uint8Array): Uint8Array | undefined {
	const pages: Page[] = [];
	const notes: Piece[] = [];
	let voice: number | undefined;
	let packet = 0;
	let at = 0;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

	while (isPage(bytes, at)) {
		const lengths = bytes.subarray(at + 27, at + 27 + bytes[at + 26]!);
		let from = at + 27 + lengths.length;
		const end = from + lengths.reduce((sum, length) => sum + length, 0);
		if (end > bytes.length) break;
		voice ??= view.getUint32(at + 14);
		if (view.getUint32(at + 14) !== voice) return undefined;
		for (const length of lengths) {
			if (packet === 1) notes.push({ from, to: from + length, page: pages.length });
			if (length < 255) packet++;
			from += length;
		}
		pages.push({ at, end });
		at = end;
	}
	if (packet < 2) return undefined;

	const clean = bytes.slice(0, at);
	if (!blank(clean, notes)) return undefined;
	for (const page of new Set(notes.map((piece) => piece.page))) seal(clean, pages[page]!);
	return clean;
}

function isPage(bytes: Uint8Array, at: number) {
	return at + 27 <= bytes.length && [...'OggS'].every((sign, index) => bytes[at + index] === sign.charCodeAt(0));
}

/** The name of the program becomes blanks of the length of all there was, and no note follows: nothing has to move. */
function blank(bytes: Uint8Array, notes: Piece[]): boolean {
	const length = notes.reduce((sum, { from, to }) => sum + to - from, 0);
	const before = new Uint8Array(length);
	let filled = 0;
	for (const { from, to } of notes) {
		before.set(bytes.subarray(from, to), filled);
		filled += to - from;
	}
	const kind = new TextDecoder('latin1').decode(before.subarray(0, 8));
	const [sign, tail] = kind === 'OpusTags' ? [8, 4] : kind.startsWith('\x03vorbis') ? [7, 5] : [0, 0];
	if (!sign || length < sign + 4 + tail) return false;

	const after = before.slice().fill(0x20, sign + 4, length - tail);
	new DataView(after.buffer).setUint32(sign, length - sign - 4 - tail, true);
	after.fill(0, length - tail);
	if (tail === 5) after[length - 1] = 1;
	filled = 0;
	for (const { from, to } of notes) {
		bytes.set(after.subarray(filled, filled + to - from), from);
		filled += to - from;
	}
	return true;
}

function seal(bytes: Uint8Array, { at, end }: Page) {
	bytes.fill(0, at + 22, at + 26);
	new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 22, sumOf(bytes.subarray(at, end)), true);
}

/** The sum a player checks a page by (RFC 3533 §6: polynomial 0x04c11db7, not mirrored, from nought). */
export function sumOf(bytes: Uint8Array): number {
	let sum = 0;
	for (const each of bytes) {
		sum ^= each << 24;
		for (let bit = 0; bit < 8; bit++) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
	}
	return sum >>> 0;
}
