import fc from 'fast-check';
import { doorsOf, type Door, type Form } from './doors.ts';
import { routes } from './found.ts';
import type { Ground } from './furnished-school.ts';
import { children, personas, type Persona } from './personas.ts';
import { plainForms } from './plain.ts';

/** Something somebody sends who tries what happens. */
export type Attempt = { who: Persona; address: string; path: string; action?: string; form: Form };

/** Who tries: of the circle and not, of each school, in the office, and nobody. Whose tie another could change is left out. */
const triers = personas.filter(({ name }) => !/without authority|reason/.test(name));

/** Ends sessions of whoever tries, which would be sent to the door from then on. */
const left = ['/profiel ?/signOut', '/profiel/apparaten ?/endOthers', '/profiel/apparaten ?/end'];
const queries = ['leerling', 'doel', 'gedaan', 'pagina', 'terug', 'school', 'groep', 'naar', 'code', 'van'];

/** Addresses and forms with ids that are guessed or another's, and with what nobody meant to be sent. */
export function attemptsOn({ objects }: Pick<Ground, 'objects'>) {
	const doors = doorsOf(objects.noor.ids);
	const plain = plainForms(objects.noor.ids);
	const known = children.flatMap((child) => [...objects[child].marks, ...Object.values(objects[child].ids)]);
	const odd = ['', ' ', '0', '-1', '1e999', 'null', 'constructor', '__proto__', '2026-02-30', '99:99', "' or 1=1 --"];
	const text = fc.oneof(
		fc.uuid(),
		fc.constantFrom(...known),
		fc.constantFrom(...odd, '\0', '\ud800', '<script>', '../..', 'x'.repeat(20_000)),
		fc.string({ unit: 'binary', maxLength: 40 })
	);
	const looks = routes.map(({ address }) => ({ address, action: undefined }));
	const sends = routes.flatMap(({ address, actions }) =>
		actions.filter((action) => !left.includes(`${address} ?/${action}`)).map((action) => ({ address, action }))
	);
	const places = [
		{ weight: 2, arbitrary: fc.constantFrom(...looks) },
		{ weight: 3, arbitrary: fc.constantFrom(...sends) }
	];
	return fc.oneof(...places).chain(({ address, action }) => {
		const door: Door = doors[address] ?? { path: address, forms: plain[address] };
		const form = Object.entries((action && door.forms?.[action]) || {});
		return fc
			.record({
				who: fc.constantFrom(...triers),
				segments: fc.array(text, { minLength: 3, maxLength: 3 }),
				keeps: fc.boolean(),
				asked: fc.option(fc.tuple(fc.constantFrom(...queries), text)),
				changed: fc.array(fc.option(text), { minLength: form.length, maxLength: form.length }),
				more: fc.array(fc.tuple(fc.constantFrom('id', 'person', 'school', 'words', 'version', '__proto__'), text), {
					maxLength: 2
				})
			})
			.map(({ who, segments, keeps, asked, changed, more }): Attempt => {
				const guessed = address.replace(/\[[^\]]+\]/g, () =>
					encodeURIComponent(segments.pop()!.toWellFormed().slice(0, 200))
				);
				const path = keeps ? door.path.split('?')[0]! : guessed;
				const query = asked ? `?${new URLSearchParams([asked])}` : '';
				const tampered = form.map(([name, value], at) => [name, changed[at] ?? value]);
				return { who, address, path: path + query, action, form: Object.fromEntries([...tampered, ...more]) };
			});
	});
}
