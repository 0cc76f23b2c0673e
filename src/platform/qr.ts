import { encode } from 'uqr';

/** A QR code of `text` as one SVG path, a unit for each square, with the white edge it needs around it. */
export function qrOf(text: string): { size: number; path: string } {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('');
	return { size, path };
}
