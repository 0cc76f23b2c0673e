import sharp from 'sharp';
import { largestFile, startsWith, type FileRefusal, type Made } from './file.ts';
import { no, ok, type Outcome } from './outcome.ts';

const longestSide = 1600;
/** A page of a bomb: few bytes that unfold into more than a machine holds. */
const mostPixels = 50_000_000;

sharp.cache(false);
sharp.concurrency(1);
// Nothing of the library reads a kind of file but these three.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/**
 * A picture as it is kept: drawn anew from its dots, no larger than a screen, upright. What a camera noted beside them, the
 * place above all, is not taken along. A drawing keeps its sharp lines (PNG); a photo becomes JPEG.
 */
export async function pictureFrom(bytes: Uint8Array): Promise<Outcome<Made, FileRefusal>> {
	if (!bytes.length) return no('no-file');
	if (bytes.length > largestFile) return no('file-too-large');
	const isDrawn = startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const isPicture = isDrawn || startsWith(bytes, [0xff, 0xd8, 0xff]) || isWebp(bytes);
	if (!isPicture) return no('not-a-picture');
	try {
		const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', autoOrient: true });
		const fit = upright.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
		const drawn = isDrawn
			? fit.png({ palette: true, compressionLevel: 9 })
			: fit.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true });
		return ok({ type: isDrawn ? 'image/png' : 'image/jpeg', bytes: new Uint8Array(await drawn.toBuffer()) });
	} catch {
		return no('not-a-picture');
	}
}

function isWebp(bytes: Uint8Array) {
	return startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8);
}
