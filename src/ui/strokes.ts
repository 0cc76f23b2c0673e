/** A cell of a grid of days and quarters: which day of those shown, which quarter from its first hour. */
export type Spot = { day: number; at: number };

/** `15:30`, of the quarter that is so far in a grid that begins at the first of `hours`. */
export function timeAt(hours: readonly number[], at: number) {
	return `${String(hours[Math.floor(at / 4)]).padStart(2, '0')}:${String((at % 4) * 15).padStart(2, '0')}`;
}

/** From one time to another, on each of the days between. */
export function between(from: Spot, to: Spot): Spot[] {
	const [firstDay, lastDay] = [Math.min(from.day, to.day), Math.max(from.day, to.day)];
	const [start, end] = [Math.min(from.at, to.at), Math.max(from.at, to.at)];
	const spots: Spot[] = [];
	for (let day = firstDay; day <= lastDay; day++) for (let at = start; at <= end; at++) spots.push({ day, at });
	return spots;
}

/** Where a key leads: a quarter sideways (the other way where one reads from right to left), an hour up or down, a day by page. */
export function towards(key: string, { day, at }: Spot, size: Spot, mirrored: boolean): Spot | undefined {
	const [next, before] = mirrored ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
	const within = (to: Spot): Spot => ({
		day: Math.min(size.day - 1, Math.max(0, to.day)),
		at: to.at < 0 || to.at >= size.at ? at : to.at
	});
	if (key === next) return within({ day, at: at + 1 });
	if (key === before) return within({ day, at: at - 1 });
	if (key === 'ArrowDown') return within({ day, at: at + 4 });
	if (key === 'ArrowUp') return within({ day, at: at - 4 });
	if (key === 'PageDown') return within({ day: day + 1, at });
	if (key === 'PageUp') return within({ day: day - 1, at });
	if (key === 'Home') return { day, at: 0 };
	return key === 'End' ? { day, at: size.at - 1 } : undefined;
}
