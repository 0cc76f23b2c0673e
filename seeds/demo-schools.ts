import * as callers from '#modules/people/callers.server.ts';
import { readFiles } from '#modules/people/import/file.input.ts';
import { commandLine, openSchool } from '#modules/people/import/imports.server.ts';
import * as people from '#modules/people/people.server.ts';
import * as pupils from '#modules/people/pupils.server.ts';
import * as schools from '#modules/people/schools.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { SchoolId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import { deEik } from './de-eik.ts';
import { deLinde, type HandedOver } from './de-linde.ts';
import { agreeStep } from './own-step.ts';

const begin = new Date('2026-08-31T07:00:00Z');

/** De Linde and De Eik, set up from their own files at the beginning of the school year. */
export async function importDemoSchools(now = begin): Promise<{ deLinde: SchoolId; deEik: SchoolId }> {
	const year = now.getUTCFullYear();
	const linde = await settle(deLinde(year), now);
	const at = await everybodyOf(linde, now);
	const carla = at('carla@delinde.example');
	await bringIn(carla, at('anke@delinde.example'), ['Noor', 'Adam']);
	await bringIn(carla, at('bram@delinde.example'), ['Sem']);
	const marit = at('marit@delinde.example');
	const yara = (await read(marit, (db) => people.childrenIn(db, marit))).find(({ surname }) => surname === 'Demir')!;
	await agreeStep(marit, [at('leyla@example.org')], yara.id, 3);
	return { deLinde: linde, deEik: await settle(deEik(year), now) };
}

async function settle({ name, xml, csv, called }: HandedOver, now: Date) {
	const bytes = (text: string) => new TextEncoder().encode(text);
	const files = readFiles([
		{ name: `${name}.xml`, bytes: bytes(xml) },
		{ name: `${name}.csv`, bytes: bytes(csv) }
	]);
	if (!files.ok) throw new Error(`${name}: ${files.reason} on line ${files.line}`);
	const { school } = must(await openSchool({ now, person: commandLine, language: 'nl' }, files.value, { name }, false));
	const at = await everybodyOf(school, now);
	for (const [email, how] of Object.entries(called)) must(await callers.callMe(at(email), how));
	const keeper: Ctx = { school, person: commandLine, now, language: 'nl' };
	const { school: settings } = must(await schools.get(keeper));
	must(await schools.changeSchool(keeper, { name, kind: settings.kind, region: 'midden', phone: '0100 555 0120' }));
	return school;
}

/** The support coordinator comes into the circle of a few children, by their teacher. */
async function bringIn(whom: Ctx, teacher: Ctx, names: string[]) {
	const children = await read(teacher, (db) => people.childrenIn(db, teacher));
	for (const child of children.filter(({ callName }) => names.includes(callName))) {
		must(await pupils.tie(teacher, child.id, whom.person.id));
	}
}

/** Stands in anybody's shoes at this school, by e-mail address. */
async function everybodyOf(school: SchoolId, now: Date) {
	const { personas } = await callers.all(school, now);
	return (email: string): Ctx => {
		const found = personas.find((persona) => persona.email === email);
		if (!found) throw new Error(`Nobody at this school has the address ${email}.`);
		return { school, person: { id: found.id, role: found.role, tasks: found.tasks }, now, language: 'nl' };
	};
}

function must<T>(outcome: Outcome<T, string>): T {
	if (!outcome.ok) throw new Error(`The demo school could not be set up: ${outcome.reason}.`);
	return outcome.value;
}
