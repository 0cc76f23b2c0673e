import type { Change } from './board.ts';

/** How a plan differs from the one before it, in numbers. */
export function difference(changes: readonly Change[]) {
	const moved = changes.filter(
		({ before, after }) =>
			before && after && (before.teacher !== after.teacher || before.startsAt.getTime() !== after.startsAt.getTime())
	);
	return {
		moved,
		added: changes.filter(({ before, after }) => !before && after),
		lost: changes.filter(({ before, after }) => before && !after)
	};
}

export type Difference = ReturnType<typeof difference>;
