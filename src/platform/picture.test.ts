import sharp from 'sharp';
import { expect, test } from 'vitest';
import { largestFile } from './file.ts';
import { no } from './outcome.ts';
import { pictureFrom } from './picture.server.ts';

const dots = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 3, background: '#8a5a00' } });
/** As a phone takes it: lying on its side, with the place where it was taken. */
const photo = async () =>
	new Uint8Array(
		await dots(2000, 1000)
			.withExif({
				IFD0: { Make: 'Telefoon', Orientation: '6' },
				IFD3: { GPSLatitude: '52/1 5/1 0/1', GPSLatitudeRef: 'N' }
			})
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer()
	);

/** Guards `autoOrient`, and that nothing beside the dots is kept (picture.server.ts). */
test('a photo stands upright, is as large as a screen, and no longer tells where it was taken', async () => {
	const taken = await photo();
	expect(Buffer.from(taken).includes('Telefoon')).toBe(true);
	const kept = await pictureFrom(taken);
	expect(kept).toMatchObject({ ok: true, value: { type: 'image/jpeg' } });
	if (!kept.ok) return;
	const { width, height, exif, orientation } = await sharp(kept.value.bytes).metadata();
	expect({ width, height, exif, orientation }).toEqual({
		width: 800,
		height: 1600,
		exif: undefined,
		orientation: undefined
	});
	expect(Buffer.from(kept.value.bytes).includes('Telefoon')).toBe(false);
});

test('a drawing stays a drawing', async () => {
	const kept = await pictureFrom(new Uint8Array(await dots(600, 400).png().toBuffer()));
	expect(kept).toMatchObject({ ok: true, value: { type: 'image/png' } });
});

/** A drawing and a moving picture that the library can well read. */
const drawing = new TextEncoder().encode(
	'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>'
);
const moving = await dots(40, 40).gif().toBuffer();

/** Guards the gate: `isPicture` and, behind it, the kinds that the library may read at all. Red without both. */
test.each([
	['a page', drawing],
	['a picture in name only', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
	['another kind of picture', new Uint8Array(moving)]
])('%s is not taken for a picture', async (_, bytes) => {
	expect(await pictureFrom(bytes)).toEqual(no('not-a-picture'));
});

/** Guards `sharp.block`: it would be the only gate for whoever reads a picture elsewhere in this house. */
test.each([drawing, moving])('the library itself reads no other kind of file', async (bytes) => {
	await expect(sharp(bytes).metadata()).rejects.toThrow(/unsupported image format/);
});

/** Guards `limitInputPixels`. */
test('a few bytes that unfold into a hall are refused', async () => {
	const bomb = new Uint8Array(await dots(9000, 9000).png({ compressionLevel: 9 }).toBuffer());
	expect(bomb.length).toBeLessThan(1_000_000);
	expect(await pictureFrom(bomb)).toEqual(no('not-a-picture'));
});

/** Guards the looks at `bytes.length`. */
test('nothing, and too much', async () => {
	expect(await pictureFrom(new Uint8Array())).toEqual(no('no-file'));
	expect(await pictureFrom(new Uint8Array(largestFile + 1))).toEqual(no('file-too-large'));
});
