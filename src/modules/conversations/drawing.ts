/** A line as a finger drew it, in dots of the sheet. */
export type Stroke = { ink: Ink; width: number; points: [number, number][] };

/** The colours on the sheet; each has a name, since not everybody tells them apart. */
export const inks = {
	...{ black: '#1f2326', red: '#c62828', orange: '#e67700', yellow: '#f2c200' },
	...{ green: '#2e7d32', blue: '#1f4e8c', purple: '#6a3d7c', brown: '#7a4a1e' }
} as const;
export type Ink = keyof typeof inks;
export const inkNames = Object.keys(inks) as Ink[];

export const sheet = { width: 800, height: 600 } as const;
export const widths = { thin: 6, thick: 18 } as const;

/** Where on the sheet a finger is, whatever size the sheet has on this screen. */
export function pointOn(
	{ left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
	{ clientX, clientY }: { clientX: number; clientY: number }
): [number, number] {
	const across = ((clientX - left) / width) * sheet.width;
	const down = ((clientY - top) / height) * sheet.height;
	return [Math.round(across), Math.round(down)];
}

/** What was kept on the device; anything else there is no drawing. */
export function readStrokes(kept: string): Stroke[] {
	try {
		const found: unknown = JSON.parse(kept);
		return Array.isArray(found) ? found.filter(isStroke) : [];
	} catch {
		return [];
	}
}

function isStroke(one: unknown): one is Stroke {
	const { ink, width, points } = (one ?? {}) as Partial<Stroke>;
	const isPoint = (point: unknown) => Array.isArray(point) && point.length === 2 && point.every(Number.isFinite);
	return !!ink && ink in inks && typeof width === 'number' && Array.isArray(points) && points.every(isPoint);
}
