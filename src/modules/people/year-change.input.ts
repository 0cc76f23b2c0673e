import { asId, type PersonId } from '#platform/ids.ts';
import type { YearChoices } from './year-change.ts';

/** Words of the address: the page can be loaded again, and what was chosen stands in it as ids and names of groups. */
export const yearFields = { line: 'groep', pupil: 'kind', teacher: 'les', extra: 'extra', who: 'wie', goes: 'gaat' };

/** What the office chose so far; `who` and `goes` add one child to those who go elsewhere. */
export function readChoices(query: URLSearchParams): YearChoices {
	const under = (field: string) =>
		[...query]
			.filter(([name, value]) => name.startsWith(`${field}:`) && value)
			.map(([name, value]) => [name.slice(field.length + 1), value.slice(0, 80)] as const);
	const who = query.get(yearFields.who);
	const named = [...under(yearFields.pupil), [who, query.get(yearFields.goes)] as const];
	const pupils = new Map<PersonId, string>();
	for (const [text, to] of named) {
		const pupil = asId<PersonId>(text);
		if (pupil && to) pupils.set(pupil, to);
	}
	const teachers = new Map<string, PersonId[]>();
	for (const [key, text] of under(yearFields.teacher)) {
		// Two may share a group; each has a place of their own on the form.
		const group = key.slice(key.indexOf(':') + 1);
		const staff = asId<PersonId>(text);
		if (staff) teachers.set(group, [...(teachers.get(group) ?? []), staff]);
	}
	const extra = query.get(yearFields.extra);
	return {
		lines: new Map(under(yearFields.line)),
		pupils,
		teachers,
		extra: extra === null ? undefined : readNames(extra)
	};
}

function readNames(text: string) {
	const names = text.split(/[\n,]/).map((name) => name.trim().slice(0, 40));
	return [...new Set(names.filter((name) => /^[\p{L}\d]/u.test(name)))].slice(0, 60);
}
