import { columns } from './guardian-columns.ts';
import { rosterOfRows, type GuardianCells } from './guardians.input.ts';
import { authorityWords, isWide, saysHomes, type ForeignList, type ListMapping } from './mapping.ts';
import { relationIn } from './mapping-guess.ts';
import type { Reading, Roster } from './roster.ts';
import { places, slotOf, slots, type Part, type Place } from './slot.ts';
import { splitName } from './whole-name.ts';

/** The list as a roster, by what its columns and words mean. A wide row becomes a row for each guardian in it. */
export function readMapped(list: ForeignList, mapping: ListMapping): Reading<Roster> {
	const wide = isWide(slots.filter((slot) => mapping.columns[slot] !== undefined));
	const counted = new Map<string, number>();
	const rows = list.rows.flatMap(({ line, cells }) =>
		(wide ? places : ([1] as const)).flatMap((place) => {
			const said = cellsOf(list, mapping, cells, place);
			// A row with room for two parents often has one.
			if (wide && !isAboutSomebody(said)) return [];
			const number = (counted.get(said.leerling_key) ?? 0) + 1;
			counted.set(said.leerling_key, number);
			return [{ line, row: { ...said, volgnummer: said.volgnummer || numbered(mapping, place, number) } }];
		})
	);
	const roster = rosterOfRows(list.file, rows);
	if (!roster.ok || saysHomes(mapping) || mapping.homes === 'one-home') return roster;
	const { guardians, warnings } = roster.value;
	const home = mapping.homes === 'own-homes' ? 'own' : 'not-known';
	const parents = new Map<string, number>();
	for (const { pupil } of guardians) parents.set(pupil, (parents.get(pupil) ?? 0) + 1);
	const count = [...parents.values()].filter((many) => many > 1).length;
	if (home === 'not-known' && count) warnings.push({ warning: 'homes-not-known', about: { count: String(count) } });
	return { ok: true, value: { ...roster.value, guardians: guardians.map((row) => ({ ...row, lives: home })) } };
}

function cellsOf(list: ForeignList, { columns: at, words }: ListMapping, cells: readonly string[], place: Place) {
	const has = (part: Part) => at[slotOf(part, place)] !== undefined;
	const cell = (part: Part) => (cells[at[slotOf(part, place)] ?? -1] ?? '').trim();
	const row = Object.fromEntries(columns.map((column) => [column, cell(column)])) as GuardianCells;
	const whole = cell('naam');
	if (whole) Object.entries(splitName(whole)).forEach(([part, said]) => (row[part as keyof GuardianCells] ||= said));
	const named = [at[slotOf('naam', place)], at[slotOf('achternaam', place)], at[slotOf('email', place)]];
	const implied = named.map((one) => relationIn(list.titles[one ?? -1] ?? '')).find(Boolean);
	return {
		...row,
		relatie: row.relatie ? (words.relatie[row.relatie] ?? row.relatie) : (implied ?? 'ouder'),
		gezag: row.gezag ? (words.gezag[row.gezag] ?? row.gezag) : authorityWords[2],
		informatie_toegestaan: yesOrNo(row.informatie_toegestaan),
		// A home that the row names once is the home of both.
		huishouden: has('huishouden') ? row.huishouden : (cells[at.huishouden ?? -1] ?? '').trim(),
		tolk: yesOrNo(row.tolk)
	};
}

function isAboutSomebody({ achternaam, roepnaam, voorletters, email, mobiel }: GuardianCells) {
	return Boolean(achternaam || roepnaam || voorletters || email || mobiel);
}

/** Without a column for it the rows of a pupil count themselves. */
function numbered(mapping: ListMapping, place: Place, number: number) {
	return mapping.columns[slotOf('volgnummer', place)] === undefined ? String(number) : '';
}

function yesOrNo(text: string) {
	if (/^(ja|j|yes|y|true|waar|1|x)$/i.test(text)) return 'ja';
	return /^(nee|n|no|false|onwaar|0|-)$/i.test(text) ? 'nee' : text;
}
