import sharp from 'sharp';
import { inks, sheet, type Ink, type Stroke } from '#modules/conversations/drawing.ts';

const line = (ink: Ink, ...points: [number, number][]): Stroke => ({ ink, width: 12, points });
const house = (x: number, top: number, wide: number) =>
	line('brown', [x, 550], [x + 3, top], [x + wide, top + 6], [x + wide - 3, 548]);
const roof = (x: number, top: number, wide: number) =>
	line('red', [x - 12, top], [x + wide / 2, top - 84], [x + wide + 14, top + 4]);
const window = (x: number, y: number) =>
	line('blue', [x, y], [x + 44, y + 2], [x + 42, y + 40], [x + 2, y + 38], [x, y]);
const ray = (turn: number) => {
	const [across, down] = [Math.cos(turn), Math.sin(turn)];
	return line('orange', [690 + 76 * across, 110 + 76 * down], [690 + 104 * across, 110 + 104 * down]);
};
const round = (ink: Ink, x: number, y: number, size: number) =>
	line(ink, ...Array.from({ length: 25 }, (_, at) => around(x, y, size, (at / 24) * 2 * Math.PI)));
const around = (x: number, y: number, size: number, turn: number): [number, number] => [
	x + size * Math.cos(turn),
	y + size * Math.sin(turn)
];

/** What Noor drew: a city of cardboard, the sun, and herself in front of it. */
const strokes = [
	...[round('orange', 690, 110, 54), ...[0, 1, 2, 3, 4, 5, 6, 7].map((at) => ray((at * Math.PI) / 4))],
	...[house(70, 300, 120), house(250, 200, 130), house(440, 340, 110), house(610, 290, 120)],
	...[roof(70, 300, 120), roof(610, 290, 120)],
	...[window(108, 350), window(108, 430), window(292, 250), window(292, 330), window(470, 390), window(648, 340)],
	line('green', [20, 552], [220, 540], [420, 552], [600, 546], [780, 552]),
	...[round('black', 400, 470, 20), line('black', [400, 490], [400, 535]), line('black', [372, 508], [428, 508])],
	line('black', [382, 580], [400, 535], [418, 580])
];

/** As it comes off her father's telephone. */
export async function cityOfNoor(): Promise<Uint8Array> {
	const dots = Buffer.alloc(sheet.width * sheet.height * 3, 255);
	for (const stroke of strokes) paint(dots, stroke);
	const raw = { width: sheet.width, height: sheet.height, channels: 3 } as const;
	return new Uint8Array(await sharp(dots, { raw }).png().toBuffer());
}

function paint(dots: Buffer, { ink, width, points }: Stroke) {
	const colour = Buffer.from(inks[ink].slice(1), 'hex');
	for (const [at, to] of points.slice(1).entries()) {
		const from = points[at]!;
		const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]));
		for (let step = 0; step <= steps; step++) {
			const part = step / Math.max(1, steps);
			dab(dots, from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part, width / 2, colour);
		}
	}
}

function dab(dots: Buffer, x: number, y: number, size: number, colour: Buffer) {
	for (let down = Math.ceil(y - size); down <= y + size; down++) {
		for (let across = Math.ceil(x - size); across <= x + size; across++) {
			const isOff = across < 0 || down < 0 || across >= sheet.width || down >= sheet.height;
			if (!isOff && Math.hypot(across - x, down - y) <= size) dots.set(colour, (down * sheet.width + across) * 3);
		}
	}
}
