import * as handshakes from '#modules/agreements/handshakes.server.ts';
import { note } from '#modules/agreements/follow-ups.server.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import type { GroupPupil } from '#modules/people/families.server.ts';
import { addMinutes, type Day } from '#platform/time.ts';
import { promises, type Promised } from './promises.ts';
import { about } from './sayings.ts';
import { chance, pick, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

/** One talk in four ends with an agreement. School writes it down; whose it is answers. */
export function promise(village: Village, pupil: GroupPupil, booking: Booking, held: Date): Scene[] {
	const name = `${pupil.callName} ${pupil.surname}`;
	if (chance('promise', name) > 0.28 || !village.hasEmail(booking.guardian)) return [];
	const promised = pick(promises, 'which', name);
	return [{ at: addMinutes(held, 1), act: (now) => propose(village, pupil, booking, promised, now) }];
}

async function propose(village: Village, pupil: GroupPupil, booking: Booking, promised: Promised, now: Date) {
	const home = pupil.guardians.find(({ id }) => id === booking.guardian)!.household;
	const { what, why, rhythm, how = '' } = promised.wording;
	const agreement = well(
		await handshakes.propose(village.as(booking.teacher, now), {
			pupil: pupil.id,
			kind: 'do',
			owner: promised.owner === 'home' ? { household: home } : { person: booking.teacher },
			audience: 'circle',
			wording: {
				...{ what: about(what, pupil.callName), why: about(why, pupil.callName) },
				...{ rhythm, how, by: null, helpers: '' }
			},
			evaluateOn: pick(['2026-10-13', '2026-11-03', '2026-11-18'], 'evaluate', pupil.callName, pupil.surname) as Day,
			madeIn: booking.conversation
		})
	);
	return answers(village, booking, agreement.id, promised, now);
}

function answers(
	village: Village,
	{ teacher, guardian }: Booking,
	id: Parameters<typeof handshakes.accept>[1],
	{ owner, ends }: Promised,
	proposed: Date
): Scene[] {
	const answered = addMinutes(proposed, 60 * 4 + 25);
	const seen = { seen: 1 };
	if (ends === 'wait') return [];
	if (ends === 'decline') {
		const decline = async (now: Date) => {
			well(await handshakes.decline(village.as(guardian, now), id, { ...seen, words: '' }));
		};
		return [{ at: answered, act: decline }];
	}
	const yes = async (now: Date) => void well(await handshakes.accept(village.as(guardian, now), id, seen));
	const says = async (now: Date) => {
		const who = owner === 'home' ? guardian : teacher;
		const said =
			ends === 'partly'
				? ({ result: 'partly', words: 'Het lukte een keer.' } as const)
				: ({ result: 'done', words: '' } as const);
		well(await note(village.as(who, now), id, said));
	};
	return [
		...(owner === 'home' ? [{ at: answered, act: yes }] : []),
		...(ends === 'accept' ? [] : [{ at: addMinutes(proposed, 60 * 24 * 4 + 30), act: says }])
	];
}
