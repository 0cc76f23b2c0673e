import { expect, test } from 'vitest';
import { pointOn, readStrokes, sheet, type Stroke } from './drawing.ts';

test('a finger on a small sheet is at the same place of the drawing', () => {
	const phone = { left: 20, top: 100, width: 320, height: 240 };
	expect(pointOn(phone, { clientX: 180, clientY: 220 })).toEqual([sheet.width / 2, sheet.height / 2]);
});

test('a drawing that the device kept comes back; anything else is an empty sheet', () => {
	const line: Stroke = { ink: 'red', width: 6, points: [[1, 2]] };
	expect(readStrokes(JSON.stringify([line]))).toEqual([line]);
	for (const other of [
		'',
		'null',
		'{',
		'[{"ink":"gold","width":6,"points":[]}]',
		'[{"ink":"red","width":6,"points":[[1]]}]'
	]) {
		expect(readStrokes(other)).toEqual([]);
	}
});
