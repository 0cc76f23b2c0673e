// Draws a table of moves as a state diagram.
export type Life = { thing: string; file: string; first: string | undefined; moves: Moves };
type Row = { from: readonly string[]; to?: string | readonly string[]; by?: string; result?: string };
export type Moves = Record<string, Row | readonly Row[]>;

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
	const id = (state: string) => (state === 'nothing' ? '[*]' : state.replaceAll('-', '_'));
	const arrows = new Map<string, string[]>();
	for (const { label, from, to } of rowsOf(moves)) {
		for (const state of from) {
			for (const next of [to ?? state].flat()) {
				const arrow = `${id(state)} --> ${id(next)}`;
				arrows.set(arrow, [...(arrows.get(arrow) ?? []), label]);
			}
		}
	}
	const names = [...new Set(rowsOf(moves).flatMap(({ from, to }) => [...from, ...[to ?? []].flat()]))];
	const labels = names.filter((name) => name.includes('-')).map((name) => `\t${id(name)}: ${name}`);
	const begin = first && !names.includes('nothing') ? [`\t[*] --> ${id(first)}`] : [];
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

/** A move of several rows says in each by whom, or with which result. */
function rowsOf(moves: Moves) {
	return Object.entries(moves).flatMap(([move, rows]) => {
		const several = [rows].flat();
		const named = ({ result, by }: Row) => (several.length > 1 ? `${move} (${result ?? by})` : move);
		return several.map((row) => ({ ...row, label: named(row) }));
	});
}
