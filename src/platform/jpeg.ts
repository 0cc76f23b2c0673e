/** Markers of a JPEG (ITU-T T.81): the first and last, and those that open data by themselves. */
const [start, end, scan, comment] = [0xd8, 0xd9, 0xda, 0xfe];
/** Of what an application may add, these two say how the colours are meant; the rest is what a camera noted. */
const keptNotes = [0xe0, 0xee];

/**
 * The picture without what stands beside it: where and when it was taken, by which device, a smaller copy of it, and whatever
 * lies behind its end. Its dots stay as they are. Undefined: no JPEG, or broken off.
 */
export function withoutNotes(bytes: Uint8Array): Uint8Array | undefined {
	if (bytes[0] !== 0xff || bytes[1] !== start) return undefined;
	const kept = [bytes.subarray(0, 2)];
	for (let at = 2; at + 2 <= bytes.length;) {
		const marker = bytes[at + 1]!;
		if (bytes[at] !== 0xff) return undefined;
		if (marker === end) return joined([...kept, bytes.subarray(at, at + 2)]);
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
		const next = at + 2 + length;
		if (length < 2 || next > bytes.length) return undefined;
		const to = marker === scan ? endOfScan(bytes, next) : next;
		if (!isNote(marker)) kept.push(bytes.subarray(at, to));
		at = to;
	}
	return undefined;
}

function isNote(marker: number): boolean {
	return marker === comment || (marker >= 0xe0 && marker <= 0xef && !keptNotes.includes(marker));
}

/** The dots go on until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
	for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		const next = bytes[at + 1] ?? 0;
		if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
	}
	return bytes.length;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
