/** What playing needs, for each box that has others in it. The rest is emptied: notes, tags, a place, a picture on the front. */
const kept: Record<string, readonly string[]> = {
	file: ['ftyp', 'styp', 'sidx', 'moov', 'mdat', 'moof', 'mfra'],
	moov: ['mvhd', 'trak', 'mvex', 'iods'],
	trak: ['tkhd', 'mdia', 'edts'],
	mdia: ['mdhd', 'hdlr', 'minf'],
	minf: ['smhd', 'dinf', 'stbl'],
	mvex: ['mehd', 'trex'],
	moof: ['mfhd', 'traf'],
	traf: ['tfhd', 'tfdt', 'trun', 'sdtp', 'sgpd', 'sbgp']
};
/** In these it also says when it was made, right after their version. */
const dated = ['mvhd', 'tkhd', 'mdhd'];

/** MP4 with sound alone, emptied of all that is no sound, at the same length; nothing when it is something else. */
export function cleanMp4(bytes: Uint8Array): Uint8Array | undefined {
	const clean = bytes.slice();
	const view = new DataView(clean.buffer);
	const nameAt = (at: number) => String.fromCharCode(...clean.subarray(at, at + 4));
	let heard = 0;

	const walk = (parent: string, from: number, to: number): boolean => {
		for (let at = from; at < to;) {
			if (at + 8 > to) return false;
			const name = nameAt(at + 4);
			const isLong = view.getUint32(at) === 1;
			if (isLong && at + 16 > to) return false;
			const length = isLong ? Number(view.getBigUint64(at + 8)) : view.getUint32(at) || to - at;
			const body = at + (isLong ? 16 : 8);
			const end = Math.min(at + length, to);
			if (end < body) return false;

			if (!kept[parent]!.includes(name)) {
				[...'free'].forEach((sign, index) => view.setUint8(at + 4 + index, sign.charCodeAt(0)));
				clean.fill(0, body, end);
			} else if (dated.includes(name)) clean.fill(0, body + 4, Math.min(body + (clean[body] ? 20 : 12), end));
			else if (name === 'hdlr') {
				if (nameAt(body + 8) !== 'soun') return false;
				heard++;
				clean.fill(0, body + 12, end);
			} else if (kept[name] && !walk(name, body, end)) return false;
			at = end;
		}
		return true;
	};
	return walk('file', 0, clean.length) && heard ? clean : undefined;
}
