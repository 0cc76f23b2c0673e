import { expect, test } from 'vitest';
import { no } from './outcome.ts';
import { recordingFrom } from './recording.ts';

const text = (words: string) => new TextEncoder().encode(words);
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const webm = (codec: string) => join(new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]), text(`....webm....${codec}....`));
const box = (name: string, inside: Uint8Array) => {
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, inside.length + 8);
	return join(length, text(name), inside);
};
const mp4 = (handler: string, note = '') =>
	join(
		box('ftyp', text('M4A ')),
		box('moov', join(box('trak', box('mdia', text(handler))), note ? box('udta', text(note)) : text(''))),
		box('mdat', text('udta is but a word in here'))
	);

test.each([
	['WebM as Chrome records', webm('A_OPUS'), 'audio/webm'],
	['Ogg as Firefox records', text('OggS..........OpusHead'), 'audio/ogg'],
	['MP4 as Safari records', mp4('soun'), 'audio/mp4']
])('%s is told by what is in it', (_, bytes, type) => {
	expect(recordingFrom(bytes)).toMatchObject({ ok: true, value: { type, bytes } });
});

test.each([
	['a film in WebM', webm('V_VP9 A_OPUS')],
	['a film in MP4', join(mp4('soun'), text('vide'))],
	['a page', text('<script>')],
	['the beginning of a song', text('ID3')]
])('%s is no recording', (_, bytes) => {
	expect(recordingFrom(bytes)).toEqual(no('not-a-recording'));
});

test('what a phone noted beside the sound is wiped, and the sound stays where it was', () => {
	const noted = mp4('soun', '+52.0907+005.1214/');
	const kept = recordingFrom(noted);
	if (!kept.ok) throw new Error(kept.reason);
	const words = Buffer.from(kept.value.bytes).toString('latin1');
	expect(words).not.toContain('52.0907');
	expect(words).toContain('udta is but a word in here');
	expect(kept.value.bytes).toHaveLength(noted.length);
});

test('more than two minutes can be is refused', () => {
	expect(recordingFrom(join(webm('A_OPUS'), new Uint8Array(5_000_000)))).toEqual(no('file-too-large'));
	expect(recordingFrom(new Uint8Array())).toEqual(no('no-file'));
});
