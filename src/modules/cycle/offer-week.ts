import { addDays, weekday, type Day } from '#platform/time.ts';
import { startOf, type Cell } from './paint.ts';

/** The weeks of a window, each with its days within it; a Saturday or Sunday only when something is offered on it. */
export function weeksOf(firstDay: Day, lastDay: Day, offered: ReadonlySet<Day>): Day[][] {
	const weeks: Day[][] = [];
	for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
		if (day === firstDay || weekday(day) === 1) weeks.push([]);
		if (weekday(day) <= 5 || offered.has(day)) weeks.at(-1)!.push(day);
	}
	return weeks.filter((week) => week.length > 0);
}

/** The quarters of one week on the same days of the other weeks; what is over or stands there already is left alone. */
export function repeated(painted: ReadonlySet<Cell>, week: readonly Day[], weeks: readonly Day[][], now: Date): Cell[] {
	const pattern = [...painted].filter((cell) => week.includes(cell.slice(0, 10) as Day));
	const others = weeks.filter((other) => other !== week).flat();
	return pattern.flatMap((cell) =>
		others
			.filter((day) => weekday(day) === weekday(cell.slice(0, 10) as Day))
			.map((day): Cell => `${day} ${cell.slice(11)}` as Cell)
			.filter((other) => !painted.has(other) && startOf(other) > now)
	);
}
