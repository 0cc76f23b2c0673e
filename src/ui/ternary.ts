/** Parts of a hundred for three corners: the top one, the one lower at the left, the one lower at the right. Whole, none below nought. */
export type Weights = readonly [top: number, left: number, right: number];
/** A place in a triangle with sides of 1: from the left, and from the top down. */
export type Spot = { x: number; y: number };
export type Direction = 'up' | 'down' | 'left' | 'right';

export const height = Math.sqrt(3) / 2;
export const middle: Weights = [34, 33, 33];

/** The same proportions as parts of a hundred. Nothing to divide: undefined. */
export function toHundred(parts: readonly [number, number, number]): Weights | undefined {
	const sum = parts[0] + parts[1] + parts[2];
	if (!parts.every((part) => Number.isFinite(part) && part >= 0) || sum <= 0 || !Number.isFinite(sum)) return undefined;
	const exact = parts.map((part) => (part / sum) * 100);
	const whole = exact.map(Math.floor);
	const left = 100 - whole.reduce((total, part) => total + part, 0);
	const neediest = [0, 1, 2].toSorted((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!));
	for (const at of neediest.slice(0, left)) whole[at]! += 1;
	return [whole[0]!, whole[1]!, whole[2]!];
}

export function spotOf([top, , right]: Weights): Spot {
	return { x: (top / 2 + right) / 100, y: height * (1 - top / 100) };
}

/** The weights at a place; from outside the triangle they are drawn in. */
export function weightsAt({ x, y }: Spot): Weights {
	const top = 1 - y / height;
	const right = x - top / 2;
	const inside = (part: number) => Math.max(0, part);
	return toHundred([inside(top), inside(1 - top - right), inside(right)]) ?? middle;
}

/** Marks that would lie on each other, next to each other in the order given; `room` is what each needs. */
export function apart(spots: readonly Spot[], room: number): Spot[] {
	const groups: number[][] = [];
	for (const [at, { x, y }] of spots.entries()) {
		const near = groups.find(([first]) => Math.hypot(spots[first!]!.x - x, spots[first!]!.y - y) < room);
		if (near) near.push(at);
		else groups.push([at]);
	}
	return spots.map((spot, at) => {
		const group = groups.find((one) => one.includes(at))!;
		const { x, y } = spots[group[0]!]!;
		return group.length === 1 ? spot : { x: x + (group.indexOf(at) - (group.length - 1) / 2) * room, y };
	});
}

/** A step on the screen, as far as there is room. */
export function moved([top, left, right]: Weights, direction: Direction, step: number): Weights {
	if (direction === 'up') {
		const given = Math.min(step, left + right);
		const fromLeft = Math.min(left, Math.max(given - right, Math.round(given / 2)));
		return [top + given, left - fromLeft, right - (given - fromLeft)];
	}
	if (direction === 'down') {
		const taken = Math.min(step, top);
		const toLeft = Math.round(taken / 2);
		return [top - taken, left + toLeft, right + taken - toLeft];
	}
	const across = Math.min(step, direction === 'left' ? right : left);
	return direction === 'left' ? [top, left + across, right - across] : [top, left - across, right + across];
}
