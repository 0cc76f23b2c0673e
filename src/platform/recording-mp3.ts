import { startsWith } from './file.ts';

/** In kilobits a second, by the four bits of a frame: MPEG 1, and MPEG 2 with 2.5 (ISO/IEC 11172-3, 13818-3; layer III). */
const rates = [
	[0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
	[0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
] as const;
const samples = [44_100, 48_000, 32_000];
/** Of the three versions by their two bits: how often a second is sampled, compared with the first. */
const slower: Record<number, number> = { 3: 1, 2: 2, 0: 4 };
const trailers = ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3'];
/** Fewer are a coincidence. */
const fewestFrames = 3;

/** The sound of an MP3 and nothing that stands before or behind it; undefined: it is something else. */
export function cleanMp3(bytes: Uint8Array): Uint8Array | undefined {
	const from = behindTags(bytes);
	let at = from;
	let frames = 0;
	for (let length = frameAt(bytes, at); length; length = frameAt(bytes, at)) {
		at += length;
		frames += 1;
	}
	const rest = bytes.subarray(at);
	const isOver = rest.every((byte) => byte === 0) || trailers.some((trailer) => startsWith(rest, trailer));
	return frames >= fewestFrames && isOver ? bytes.slice(from, at) : undefined;
}

/** Where the sound begins: behind each tag (ID3v2), whose length is told in four times seven bits. */
function behindTags(bytes: Uint8Array): number {
	let at = 0;
	while (startsWith(bytes, 'ID3', at) && at + 10 <= bytes.length) {
		const length = bytes.subarray(at + 6, at + 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
		at += 10 + length + (bytes[at + 5]! & 0x10 ? 10 : 0);
	}
	return at;
}

/** How long the frame is that begins here; undefined when none does, or it is broken off. */
function frameAt(bytes: Uint8Array, at: number): number | undefined {
	const [sync = 0, kind = 0, speed = 0] = bytes.subarray(at, at + 3);
	const version = (kind >> 3) & 3;
	const factor = slower[version];
	if (sync !== 0xff || (kind & 0xe6) !== 0xe2 || !factor) return undefined;
	const rate = rates[version === 3 ? 0 : 1][speed >> 4];
	const sampled = samples[(speed >> 2) & 3];
	if (!rate || !sampled) return undefined;
	const length = Math.floor(((version === 3 ? 144 : 72) * rate * 1000) / (sampled / factor)) + ((speed >> 1) & 1);
	return at + length <= bytes.length ? length : undefined;
}
