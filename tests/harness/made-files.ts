import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';

/** Files built by hand, byte by byte, so that a test knows what is in them. All of it is invented. */
export const text = (words: string) => new Uint8Array(Buffer.from(words, 'latin1'));
export const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
export const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(Buffer.from(words, 'latin1'));

/** Silence: frames of MPEG 1, layer III, 32 kbit/s, with nothing in them. */
const frame = join(Uint8Array.of(0xff, 0xfb, 0x10, 0xc4), new Uint8Array(100));
export const id3 = (words: string) =>
	join(text('ID3'), Uint8Array.of(4, 0, 0), Uint8Array.of(0, 0, words.length >> 7, words.length & 127), text(words));
export const mp3 = (frames = 5) => join(...Array<Uint8Array>(frames).fill(frame));

/** A photo as a phone takes it: with the place, and the device. */
export async function photoWithPlace(): Promise<Uint8Array> {
	const dots = sharp({ create: { width: 64, height: 48, channels: 3, background: '#8a5a00' } });
	const told = { IFD0: { Make: 'Telefoon' }, IFD3: { GPSLatitude: '52/1 5/1 27/1', GPSLatitudeRef: 'N' } };
	return new Uint8Array(await dots.withExif(told).jpeg().toBuffer());
}

/** A paper of a page, with what a test puts in it. */
export async function paper(change: (made: PDFDocument) => void | Promise<void> = () => {}): Promise<Uint8Array> {
	const made = await PDFDocument.create();
	made.setAuthor('Samira El Idrissi');
	made.setTitle('Thuis aan de Lindelaan');
	const page = made.addPage([300, 200]);
	page.drawText('Spreekbeurt over vulkanen', { x: 20, y: 150, size: 14 });
	page.drawImage(await made.embedJpg(await photoWithPlace()), { x: 20, y: 20, width: 64, height: 48 });
	const told = made.context.stream('<x:xmpmeta>Lindelaan 4, Utrecht</x:xmpmeta>');
	made.catalog.set(PDFName.of('Metadata'), made.context.register(told));
	page.node.set(PDFName.of('PieceInfo'), made.context.obj({ App: PDFString.of('Scanner van Samira') }));
	page.node.set(PDFName.of('Notitie'), PDFString.of('Lindelaan 4'));
	await change(made);
	return made.save({ useObjectStreams: false });
}
