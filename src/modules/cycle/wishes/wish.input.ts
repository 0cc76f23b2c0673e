import { asId, type PersonId } from '#platform/ids.ts';
import { asDay, asTime } from '#platform/time.ts';
import { dayParts, likings, spanOf, timings, wishPlaces, type ChildWish, type WishTime } from './wish.ts';
import type { NewWish } from './wishes.server.ts';

const longest = { note: 1000, language: 40 };
const mostParts = 400;

/** The name under which a part of a day stands in the form. */
export function partName(day: string, part: string) {
	return `part-${day}-${part}`;
}

/** A form becomes a wish. What is no answer to a question of the form is left out; whether it may be so, the rules say. */
export function parseWish(form: FormData): NewWish {
	const one = (name: string) => String(form.get(name) ?? '').trim();
	const pupils = [...new Set(form.getAll('pupil').flatMap((id) => asId<PersonId>(id) ?? []))];
	const visits = Number(one('visits'));
	return {
		seen: Math.max(0, Number.parseInt(one('seen')) || 0),
		times: [...form.keys()].slice(0, mostParts).flatMap((name) => timeIn(name, one(name))),
		earliest: asTime(one('earliest')) ?? null,
		latest: asTime(one('latest')) ?? null,
		timing: timings.find((timing) => timing === one('timing')) ?? null,
		place: wishPlaces.find((place) => place === one('how')) ?? 'school',
		interpreter: one('interpreter').slice(0, longest.language) || null,
		visits: Number.isInteger(visits) && visits >= 1 && visits <= 9 ? visits : 1,
		together: one('together') !== 'no',
		children: pupils.map((pupil) => childIn(form, pupil)),
		ownTalks: pupils.filter((pupil) => form.has(`own-${pupil}`))
	};
}

function childIn(form: FormData, pupil: PersonId): ChildWish {
	const note = String(form.get(`note-${pupil}`) ?? '')
		.trim()
		.slice(0, longest.note);
	return {
		pupil,
		answer: form.get(`answer-${pupil}`) === 'none-needed' ? 'none-needed' : 'talk',
		note: note || null,
		teachers: [...new Set(form.getAll(`teacher-${pupil}`).flatMap((id) => asId<PersonId>(id) ?? []))]
	};
}

function timeIn(name: string, said: string): WishTime[] {
	const [, named, part] = /^part-(\d{4}-\d\d-\d\d)-(\w+)$/.exec(name) ?? [];
	const [day, half] = [asDay(named), dayParts.find((one) => one === part)];
	const liking = likings.find((one) => String(one) === said);
	return day && half && liking !== undefined ? [{ ...spanOf(day, half), liking }] : [];
}
