// Draws a table of moves as a state diagram.
export type Life = { thing: string; file: string; first: string | undefined; moves: Moves };
export type Moves = Record<string, { from: readonly string[]; to?: string | readonly string[] }>;

/** The tables of moves that a module gives away: `agreementMoves`, begun at the first of `agreementStates`. */
export function livesIn(module: Record<string, unknown>, file: string): Life[] {
	return Object.entries(module).flatMap(([name, moves]) => {
		const thing = name.match(/^(\w+)Moves$/)?.[1];
		if (!thing) return [];
		const states = module[`${thing}States`] as readonly string[] | undefined;
		return [{ thing, file, first: states?.[0], moves: moves as Moves }];
	});
}

export function lifeDiagram({ thing, file, first, moves }: Life) {
	const id = (state: string) => state.replaceAll('-', '_');
	const arrows = new Map<string, string[]>();
	for (const [move, { from, to }] of Object.entries(moves)) {
		for (const state of from) {
			for (const next of [to ?? state].flat()) {
				const arrow = `${id(state)} --> ${id(next)}`;
				arrows.set(arrow, [...(arrows.get(arrow) ?? []), move]);
			}
		}
	}
	const names = [...new Set(Object.values(moves).flatMap(({ from, to }) => [...from, ...[to ?? []].flat()]))];
	const labels = names.filter((name) => name.includes('-')).map((name) => `\t${id(name)}: ${name}`);
	const begin = first ? [`\t[*] --> ${id(first)}`] : [];
	const lines = [...arrows].map(([arrow, which]) => `\t${arrow}: ${which.join(', ')}`);
	return [
		`## ${thing}`,
		'',
		`\`src/modules/${file}\``,
		'',
		'```mermaid',
		'stateDiagram-v2',
		...labels,
		...begin,
		...lines,
		'```'
	].join('\n');
}
