import { expect, test } from 'vitest';
import { holds, id3, mp3 } from '#tests/harness/made-files.ts';
import { tune } from '#seeds/year/tune.ts';
import { largestFile } from './file.ts';
import { no } from './outcome.ts';
import { sumOf } from './recording-ogg.ts';
import { recordingFrom, soundFrom } from './recording.ts';

const place = '+52.0907+005.1214/ Praxis Yildiz';
const text = (words: string) => new Uint8Array(Buffer.from(words, 'latin1'));
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const wordsOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const kept = (bytes: Uint8Array) => {
	const made = recordingFrom(bytes);
	if (!made.ok) throw new Error(made.reason);
	return made.value;
};

const element = (id: string, ...inside: Uint8Array[]) => {
	const body = join(...inside);
	const size = new Uint8Array(8);
	new DataView(size.buffer).setBigUint64(0, 0x0100000000000000n + BigInt(body.length));
	return join(Buffer.from(id, 'hex'), size, body);
};
/** As long as it lasts: a browser that records live does not know yet. */
const open = (id: string, ...inside: Uint8Array[]) =>
	join(Buffer.from(id + '01ffffffffffffff', 'hex'), join(...inside));
const webmTrack = (codec: string, type = 2, name = '') =>
	element(
		'ae',
		element('83', new Uint8Array([type])),
		element('86', text(codec)),
		element('536e', text(name || 'spoor'))
	);
const webm = (tracks: Uint8Array, ...more: Uint8Array[]) =>
	join(
		element('1a45dfa3', element('4282', text('webm'))),
		open(
			'18538067',
			...more,
			element('1654ae6b', tracks),
			open('1f43b675', element('e7'), element('a3', text('het geluid')))
		)
	);

const page = (sequence: number, ...packets: Uint8Array[]) => {
	const lengths = packets.flatMap(({ length }) => [
		...Array.from({ length: Math.floor(length / 255) }, () => 255),
		length % 255
	]);
	const head = new Uint8Array(27);
	head.set(text('OggS'));
	head[18] = sequence;
	head[26] = lengths.length;
	const made = join(head, new Uint8Array(lengths), ...packets);
	new DataView(made.buffer).setUint32(22, sumOf(made), true);
	return made;
};
const sealed = (bytes: Uint8Array) => {
	const again = bytes.slice();
	again.fill(0, 22, 26);
	return new DataView(bytes.buffer, bytes.byteOffset).getUint32(22, true) === sumOf(again);
};
const ogg = (note = '') =>
	join(
		page(0, text('OpusHead, en zo voort')),
		page(1, join(text('OpusTags'), new Uint8Array([0, 0, 0, 0, 1, 0, 0, 0, note.length, 0, 0, 0]), text(note))),
		page(2, text('het geluid'))
	);

const box = (name: string, ...inside: Uint8Array[]) => {
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, join(...inside).length + 8);
	return join(length, text(name), ...inside);
};
const mp4 = (handler: string, ...more: Uint8Array[]) =>
	join(
		box('ftyp', text('M4A ')),
		box(
			'moov',
			box('mvhd', new Uint8Array(4), text('DATEdate'), text('timescale')),
			box('trak', box('mdia', box('hdlr', new Uint8Array(8), text(handler)))),
			...more
		),
		box('mdat', text('het geluid, en udta is hier maar een woord'))
	);

test.each([
	['WebM as Chrome records', webm(webmTrack('A_OPUS')), 'audio/webm'],
	['Ogg as Firefox records', ogg(), 'audio/ogg'],
	['MP4 as Safari records', mp4('soun'), 'audio/mp4']
])('%s is told by what is in it, and keeps its length and its sound', (_, bytes, type) => {
	const made = kept(bytes);
	expect(made.type).toBe(type);
	expect(made.bytes).toHaveLength(bytes.length);
	expect(wordsOf(made.bytes)).toContain('het geluid');
});

test.each([
	['a film in WebM', webm(join(webmTrack('A_OPUS'), webmTrack('V_VP9', 1)))],
	['words that run along in WebM', webm(join(webmTrack('A_OPUS'), webmTrack('S_TEXT/UTF8', 0x11)))],
	['WebM with no voice in it', webm(element('ae', element('86', text('A_OPUS'))))],
	['Matroska of another kind', join(element('1a45dfa3', text('matroska')), text('A_OPUS'))],
	['two voices at once in Ogg', join(ogg(), page(0, text('fishead')).fill(7, 14, 18))],
	['Ogg without its notes', page(0, text('OpusHead'), text('geen notities'))],
	['a film in MP4', mp4('soun', box('trak', box('mdia', box('hdlr', new Uint8Array(8), text('vide')))))],
	[
		'a place that runs along in MP4',
		mp4('soun', box('trak', box('mdia', box('hdlr', new Uint8Array(8), text('meta')))))
	],
	['MP4 with no voice in it', box('ftyp', text('M4A '))],
	['a page', text('<script>')],
	['the beginning of a song', text('ID3')]
])('%s is no recording', (_, bytes) => {
	expect(recordingFrom(bytes)).toEqual(no('not-a-recording'));
});

test.each([
	['its tags', webm(webmTrack('A_OPUS'), element('1254c367', text(place)))],
	['its title', webm(webmTrack('A_OPUS'), element('1549a966', element('7ba9', text(place))))],
	['the program that made it', webm(webmTrack('A_OPUS'), element('1549a966', element('5741', text(place))))],
	['a file sent along', webm(webmTrack('A_OPUS'), element('1941a469', text(place)))],
	['the name of the voice', webm(webmTrack('A_OPUS', 2, place))],
	['empty room that is not empty', webm(webmTrack('A_OPUS'), element('ec', text(place)))],
	['what we never heard of', webm(webmTrack('A_OPUS'), element('4fff', text(place)))],
	['a note of three bytes', webm(webmTrack('A_OPUS'), Buffer.from('ec8178', 'hex'), element('1254c367', text(place)))],
	['notes in Ogg', ogg(`LOCATION=${place}`)],
	['a cover over more than a page', ogg('METADATA_BLOCK_PICTURE='.padEnd(250, '+') + place)],
	['what follows Ogg', join(ogg(), text('TAG' + place))],
	['notes in MP4', mp4('soun', box('udta', text(place)))],
	['a long box before them', mp4('soun', longBox('free', text('x')), box('meta', text(place)))],
	['room left over in MP4', join(mp4('soun'), box('free', text(place)))],
	['what we never heard of in MP4', join(mp4('soun'), box('©xyz', text(place)))],
	['the name of the voice in MP4', mp4(`sounreservedxxxx${place}`)]
])('what was noted beside the sound is wiped: %s', (_, bytes) => {
	expect(wordsOf(bytes)).toContain(place);
	const made = kept(bytes);
	expect(wordsOf(made.bytes)).not.toMatch(/52\.0907|Yildiz/);
	expect(wordsOf(made.bytes)).toContain('het geluid');
	expect(recordingFrom(made.bytes)).toEqual({ ok: true, value: made });
});

test('when it was recorded is wiped too', () => {
	const made = wordsOf(kept(mp4('soun')).bytes);
	expect(made).not.toMatch(/DATE|date/);
	expect(made).toContain('timescale');
});

/** The check value of the catalogue of sums: 123456789, before it is turned over. */
test('a page of Ogg that was wiped still has the sum a player checks', () => {
	expect(sumOf(text('123456789'))).toBe(0x89a1897f);
	const made = kept(ogg(`LOCATION=${place}`)).bytes;
	const second = wordsOf(made).indexOf('OggS', 4);
	expect(sealed(made.slice(second, wordsOf(made).indexOf('OggS', second + 4)))).toBe(true);
});

test('a recording that was cut off is what there is of it', () => {
	const whole = webm(webmTrack('A_OPUS'));
	expect(kept(whole.slice(0, -4)).bytes).toHaveLength(whole.length - 4);
	const torn = ogg();
	expect(wordsOf(kept(torn.slice(0, -4)).bytes)).not.toContain('geluid');
});

test('more than two minutes can be is refused', () => {
	expect(recordingFrom(join(webm(webmTrack('A_OPUS')), new Uint8Array(5_000_000)))).toEqual(no('file-too-large'));
	expect(recordingFrom(new Uint8Array())).toEqual(no('no-file'));
});

test('of an MP3 the sound is kept, and nothing that stands before or behind it', () => {
	const noted = join(id3(place), mp3(7), text(`TAG ${place}`));
	expect(holds(noted, 'Yildiz')).toBe(true);
	expect(soundFrom(noted)).toEqual({ ok: true, value: { type: 'audio/mpeg', bytes: mp3(7) } });
	expect(soundFrom(mp3(7))).toMatchObject({ ok: true, value: { bytes: mp3(7) } });
});

test.each([
	['the beginning of a song', id3('a title and no sound')],
	['a page behind it', join(mp3(), text('<html><script>'))],
	['an archive behind it', join(mp3(), text('PK\u0003\u0004'))],
	['a program with the name of a song', text('MZ\u0090\u0000 This program cannot be run in DOS mode')],
	['a page before it', join(text('<html>'), mp3())],
	['two frames and no more', mp3(2)],
	['a frame that is broken off', mp3(5).subarray(0, -2)]
])('%s is no MP3', (_, bytes) => {
	expect(soundFrom(bytes)).toEqual(no('not-a-recording'));
});

test('spoken beside an answer it takes 4 MB at most; brought along, as much as any file', () => {
	const most = Math.floor((4 * 1024 * 1024) / mp3(1).length);
	expect(recordingFrom(mp3(most))).toMatchObject({ ok: true });
	expect(recordingFrom(mp3(most + 1))).toEqual(no('file-too-large'));
	expect(soundFrom(mp3(most + 1))).toMatchObject({ ok: true });
	expect(soundFrom(mp3(Math.floor(largestFile / mp3(1).length)))).toMatchObject({ ok: true });
	expect(soundFrom(mp3(Math.ceil(largestFile / mp3(1).length) + 1))).toEqual(no('file-too-large'));
});

test('what a browser really recorded is taken, without the name of the browser', () => {
	expect(holds(tune, 'Chrome')).toBe(true);
	const made = kept(tune).bytes;
	expect(holds(made, 'Chrome')).toBe(false);
	expect(made).toHaveLength(tune.length);
});

function longBox(name: string, inside: Uint8Array) {
	const head = new Uint8Array(16);
	new DataView(head.buffer).setUint32(0, 1);
	head.set(text(name), 4);
	new DataView(head.buffer).setBigUint64(8, BigInt(inside.length + 16));
	return join(head, inside);
}
