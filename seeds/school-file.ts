/** A school's own files, made from plain data: what an administration would export. For tests and the demo. */
import { columns } from '#modules/people/import/guardian-columns.ts';

type Name = { given: string; surname: string; prefix?: string };
export type SchoolFile = {
	brin?: string;
	schoolYear?: string;
	version?: string;
	groups: { key: string; name: string; year?: string; combined?: boolean }[];
	pupils: (Name & { key: string; born?: string; group?: string; year?: string; left?: string; extra?: string })[];
	staff: (Name & { key: string; email?: string; roles?: string[]; groups?: string[] })[];
};

export type GuardianLine = {
	leerling_key: string;
	volgnummer: number | string;
	relatie?: string;
	gezag?: string;
	informatie_toegestaan?: string;
	voorletters?: string;
	roepnaam?: string;
	voorvoegsel?: string;
	achternaam: string;
	email?: string;
	mobiel?: string;
	huishouden?: string;
	taal?: string;
	tolk?: string;
};

export function edexml(school: SchoolFile): string {
	const groups = school.groups.map(({ key, name, year, combined }) =>
		combined
			? `<samengestelde_groep key="${key}">${tag('naam', name)}</samengestelde_groep>`
			: `<groep key="${key}">${tag('naam', name)}${tag('jaargroep', year)}</groep>`
	);
	const combined = new Set(school.groups.filter((group) => group.combined).map(({ key }) => key));
	const pupils = school.pupils.map(
		(pupil) =>
			`<leerling key="${pupil.key}">${nameTags(pupil)}${tag('geboortedatum', pupil.born)}${tag('jaargroep', pupil.year)}` +
			`${pupil.group ? `<groep key="${pupil.group}"/>` : ''}${pupil.extra ?? ''}${tag('uitstroomdatum', pupil.left)}</leerling>`
	);
	const staff = school.staff.map(
		(member) =>
			`<leerkracht key="${member.key}">${nameTags(member)}${tag('emailadres', member.email)}` +
			`${(member.roles ?? []).map((role) => tag('rol', role)).join('')}<groepen>${(member.groups ?? [])
				.map((key) => (combined.has(key) ? `<samengestelde_groep key="${key}"/>` : `<groep key="${key}"/>`))
				.join('')}</groepen></leerkracht>`
	);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
		`<school>${tag('schooljaar', school.schoolYear ?? '2026-2027')}${tag('brincode', school.brin ?? '99AB')}`,
		`<dependancecode>00</dependancecode>${tag('xsdversie', school.version ?? '2.1')}</school>`,
		`<groepen>\n${groups.join('\n')}\n</groepen>`,
		`<leerlingen>\n${pupils.join('\n')}\n</leerlingen>`,
		`<leerkrachten>\n${staff.join('\n')}\n</leerkrachten>`,
		'</EDEX>\n'
	].join('\n');
}

export function guardiansCsv(lines: readonly GuardianLine[], separator = ';'): string {
	const rows = lines.map((line) => {
		const full = { relatie: 'ouder', gezag: 'ja', ...line };
		return columns.map((column) => String(full[column] ?? '')).join(separator);
	});
	return `${[columns.join(separator), ...rows].join('\r\n')}\r\n`;
}

function nameTags({ given, surname, prefix }: Name) {
	return `${tag('achternaam', surname)}${tag('voorvoegsel', prefix)}${tag('roepnaam', given)}`;
}

function tag(name: string, text: string | undefined) {
	if (text === undefined) return '';
	const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
	return `<${name}>${safe}</${name}>`;
}
