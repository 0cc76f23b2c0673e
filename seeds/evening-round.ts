import * as bookings from '#modules/cycle/bookings.server.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import type { NewBlock } from '#modules/cycle/offer.input.ts';
import type { LocationId } from '#modules/cycle/offer.ts';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import * as zones from '#modules/cycle/evening/zones.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { anke, as, bram, deLinde, noor, samira, sem, yvonne } from './cast.ts';
import { offered, september, startRound, time, value } from './start-round.ts';

/** Ten to seven on the evening itself. */
export const tenToSeven = september(29, '18:50');
export const that = (who: Ctx['person'], now = tenToSeven) => as(who, deLinde, now);

const evening: NewBlock = {
	startsAt: september(29, '19:00'),
	endsAt: september(29, '20:00'),
	location: 'Lokaal 5',
	places: ['school', 'phone']
};

/**
 * An evening on which Samira and Youssef go to Noor’s talk with juf Anke at seven and to Sem’s with meester Bram at half
 * past, in another part of the building, five minutes away.
 */
export async function openEvening() {
	const round = value(await plan(as(yvonne), startRound)).id;
	const ankes = await offered(as(anke), round, evening);
	const brams = await offered(as(bram), round, { ...evening, location: 'Lokaal 3' });
	value(await open(as(yvonne), round));
	const { locations } = value(await zones.get(as(yvonne)));
	const room = (name: string) => locations.find((location) => location.name === name)!.id as LocationId;
	value(
		await zones.keep(as(yvonne), {
			filled: [
				{ id: room('Lokaal 5'), zone: 'gebouw A', direction: 'begane grond, rechts' },
				{ id: room('Lokaal 3'), zone: 'gebouw B', direction: 'eerste verdieping, links' }
			],
			walking: { near: 2, far: 5, waiting: 'koffie in de aula' }
		})
	);
	const noors = value(
		await bookings.book(as(samira), round, { ...time(ankes, september(29, '19:00')), pupil: noor.id })
	);
	const sems = value(await bookings.book(as(samira), round, { ...time(brams, september(29, '19:30')), pupil: sem.id }));
	return { round, ankes, brams, noors, sems } satisfies Record<string, unknown> & { noors: Booking; sems: Booking };
}
