import * as m from '#words/compiled/messages.js';
import { csvOf } from './download.ts';
import { standings, type Cell, type Standing } from './figure.ts';
import type { Figures } from './figures.server.ts';

export const standingWords: Record<Standing, () => string> = {
	held: m.after_figure_held,
	planned: m.after_figure_planned,
	underway: m.after_figure_underway,
	notNeeded: m.after_figure_not_needed,
	notReached: m.after_figure_not_reached
};

/** `18`, or that it is hidden. */
export function sayCell(cell: Cell): string {
	return cell === null ? m.after_figure_few() : String(cell);
}

/** The same tables as on the page, as a file. */
export function sheetOf({ groups, weeks }: Pick<Figures, 'groups' | 'weeks'>): string {
	const all = m.after_figure_all();
	return csvOf(
		[
			[m.after_figure_group(), m.after_figure_total(), ...standings.map((each) => standingWords[each]())],
			...groups.map((row) => [row.name || all, row.total, ...standings.map((each) => row[each])]),
			[''],
			[m.after_figure_week(), m.after_figure_total(), m.after_figure_held(), m.after_figure_planned()],
			...weeks.map((row) => [row.name || all, row.total, row.held, row.planned])
		],
		m.after_figure_few()
	);
}
