import { inflateSync } from 'node:zlib';

/** The end of a description, and the word behind which its data begins. */
const opens = />>(?:\s|%[^\r\n]*[\r\n])*stream\r?\n?/g;
const most = 20 * 1024 * 1024;
const packedOnce = /\/Filter\s*(\/FlateDecode|\[\s*\/FlateDecode\s*\])\s*(\/|>)/;
/** How far back the description of a stream is looked for. */
const reach = 4096;

/**
 * Does a part of this PDF that is unpacked while it is read unfold into more than a machine should hold? So does, as far as
 * anybody can tell beforehand, one that is packed twice, or that leaves open what it is.
 */
export function unfolds(bytes: Uint8Array): boolean {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
	for (const found of text.matchAll(opens)) {
		const before = text.slice(Math.max(0, found.index - reach), found.index + 1);
		const begins = before.lastIndexOf('obj');
		if (begins < 0) return true;
		const told = plain(before.slice(begins));
		if (/\/(Type|Filter)\s+\d+\s+\d+\s+R/.test(told)) return true;
		if (!/\/(ObjStm|XRef)\b/.test(told)) continue;
		if (/\/Filter/.test(told) && !packedOnce.test(told)) return true;
		if (/\/Filter/.test(told) && !fits(bytes.subarray(found.index + found[0].length))) return true;
	}
	return false;
}

/** Names may be written with numbers for letters. */
function plain(text: string): string {
	return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function fits(packed: Uint8Array): boolean {
	try {
		inflateSync(packed, { maxOutputLength: most });
		return true;
	} catch (error) {
		return (error as { code?: string }).code !== 'ERR_BUFFER_TOO_LARGE';
	}
}
