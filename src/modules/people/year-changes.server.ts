import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addDays, addMinutes, dayOf, type Day } from '#platform/time.ts';
import { mayImport } from '#modules/people/import/import.access.ts';
import { readingMinutes, type ImportId } from '#modules/people/import/import.ts';
import { findRows, lockSchool } from '#modules/people/import/import.store.server.ts';
import { carryOut, countAfter } from '#modules/people/import/imports.server.ts';
import type { PersonRow, SchoolRows } from '#modules/people/import/present.ts';
import { count, reportOf } from '#modules/people/import/report.ts';
import { shownAs } from '#modules/people/import/step.ts';
import { addRunning, finish, isReading } from '#modules/people/import/upload.store.server.ts';
import { byName } from './person.ts';
import { planYear, type YearChangePlan, type YearChangeReason } from './year-change-plan.ts';
import type { ExceptionKind, NewGroup, YearChoices } from './year-change.ts';

export type ChangeYearReason = YearChangeReason | 'missing' | 'importing' | 'open' | 'changed';

export type YearView = {
	year: string;
	from: Day;
	lines: { key: string; group: string; year: string | null; pupils: number; to: string | undefined }[];
	groups: NewGroup[];
	made: (NewGroup & { pupils: number; teachers: PersonId[] })[];
	extra: string[];
	exceptions: { pupil: PersonId; name: string; group: string; to: string; kind: ExceptionKind }[];
	/** Of each group, who can be named. */
	pupils: { group: string; pupils: { id: PersonId; name: string }[] }[];
	teachers: { id: PersonId; name: string }[];
	leaving: { pupils: number; guardians: number };
	/** Months before it begins: much may change until then. */
	isEarly: boolean;
	/** Somewhere a group has no place to go yet. */
	isOpen: boolean;
	/** What was looked at; who confirms names it. */
	seen: string;
};

/** What a change of year without a file would do, as the office has chosen so far. Writes nothing. */
export function look(ctx: Ctx, choices: YearChoices): Promise<Outcome<YearView, ChangeYearReason>> {
	if (!mayImport(ctx)) return Promise.resolve(no('missing'));
	return read(ctx, async (db) => {
		const rows = await findRows(db, ctx, dayOf(ctx.now));
		const planned = planYear(rows, choices, { today: dayOf(ctx.now), freshId: newId });
		return planned.ok ? ok(viewOf(ctx, rows, planned.value, choices)) : planned;
	});
}

/** Everybody moves up on the first day of the new school year: all of it or nothing, and only as it was looked at. */
export async function changeYear(
	ctx: Ctx,
	choices: YearChoices,
	seen: string,
	format: string
): Promise<Outcome<undefined, ChangeYearReason>> {
	const id = newId<ImportId>();
	const changed = await change(ctx, async (db): Promise<Outcome<YearChangePlan, ChangeYearReason>> => {
		if (!mayImport(ctx)) return no('missing');
		await lockSchool(db, ctx);
		if (await isImporting(db, ctx)) return no('importing');
		const rows = await findRows(db, ctx, dayOf(ctx.now));
		const planned = planYear(rows, choices, { today: dayOf(ctx.now), freshId: newId });
		if (!planned.ok) return planned;
		const { moves, plan } = planned.value;
		if (moves.lines.some(({ to }) => to === undefined)) return no('open');
		if (digestOf(planned.value, choices) !== seen) return no('changed');
		await addRunning(db, ctx, id);
		await carryOut(db, ctx, plan, () => {}, id, 'year.changed');
		await finish(db, ctx, id, { ...reportOf(plan, ctx.language), format, begins: planned.value.from });
		return planned;
	});
	if (!changed.ok) return changed;
	await countAfter(changed.value.plan);
	return ok(undefined);
}

/** In days. Schools prepare the new year before the summer, from the end of May. */
const early = 75;

function isImporting(db: Db, ctx: Ctx) {
	return isReading(db, ctx, addMinutes(ctx.now, -readingMinutes));
}

function viewOf(ctx: Ctx, rows: SchoolRows, planned: YearChangePlan, choices: YearChoices): YearView {
	const { from, moves, plan } = planned;
	const people = new Map(rows.persons.map((person) => [person.id, { ...person, givenName: person.given_name }]));
	const named = (ids: readonly PersonId[]) =>
		ids
			.map((id) => people.get(id)!)
			.sort(byName)
			.map((person) => ({ id: person.id, name: shownAs(person) }));
	const tasked = new Set(rows.staff.filter(({ tasks }) => tasks.includes('teacher')).map(({ id }) => id));
	const isHere = ({ ended_on }: PersonRow) => !ended_on || ended_on > from;
	const places = [...moves.places.values()];
	return {
		year: plan.schoolYear,
		from,
		lines: moves.lines.map(({ key, group, year, pupils, to }) => {
			return { key, group: group.name, year, pupils: pupils.length, to };
		}),
		groups: moves.groups,
		made: moves.made.map((group) => ({
			...group,
			pupils: places.filter((name) => name === group.name).length,
			teachers: [...(choices.teachers.get(group.name) ?? [])]
		})),
		extra: moves.extra,
		exceptions: moves.exceptions.map(({ pupil, group, to, kind }) => {
			return { pupil, name: shownAs(people.get(pupil)!), group: group.name, to, kind };
		}),
		pupils: [...Map.groupBy(moves.lines, ({ group }) => group.name)].map(([group, lines]) => {
			return { group, pupils: named(lines.flatMap(({ pupils }) => pupils)) };
		}),
		teachers: named(rows.persons.filter((person) => tasked.has(person.id) && isHere(person)).map(({ id }) => id)),
		leaving: { pupils: count(plan.pupils).end, guardians: count(plan.guardians).end },
		isEarly: from > addDays(dayOf(ctx.now), early),
		isOpen: moves.lines.some(({ to }) => to === undefined),
		seen: digestOf(planned, choices)
	};
}

/** The same people to the same places by the same teachers: the same text. */
function digestOf({ from, moves, plan }: YearChangePlan, { teachers }: YearChoices) {
	const told = [
		from,
		[...moves.places].sort(),
		moves.made.map(({ name }) => [name, teachers.get(name) ?? []]),
		plan.guardians.end.length
	];
	return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}
