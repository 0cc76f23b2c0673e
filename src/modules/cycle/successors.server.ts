import { circleIn } from '#modules/people/circles.server.ts';
import { memberOf, talkersOf } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { ConversationId, PersonId, RoundId } from '#platform/ids.ts';
import { maySee } from './booking.access.ts';
import type { Booking } from './booking.ts';
import * as store from './booking.store.server.ts';
import { isRunning, takesChoices } from './round.ts';
import * as rounds from './round.store.server.ts';
import { bookingOf, talkOf, talksFor } from './talk.ts';

/** The talks that took the place of one that was cancelled; or, for a guardian, the round in which a time is still to choose. */
export type Successors = {
	talks: { id: ConversationId; startsAt: Date }[];
	choose?: { round: RoundId; pupil: PersonId };
};

/** Where `ctx.person` goes now that this talk of a round is cancelled. Undefined: it was not of a round. */
export function successorsOf(ctx: Ctx, cancelled: ConversationId): Promise<Successors | undefined> {
	return read(ctx, async (db) => {
		const gone = await store.findGivenUp(db, ctx, cancelled);
		const circle = gone && (await circleIn(db, ctx, gone.pupil));
		const reader = circle && memberOf(circle, ctx.person.id);
		const round = reader && (await rounds.find(db, ctx, gone.round));
		if (!round) return undefined;

		const booked = await store.findBooked(db, ctx, round.id, [gone.pupil]);
		const seen = booked.filter((booking) => reader.role === 'pupil' || maySee(booking, reader));
		const asTalk = ({ conversation, startsAt }: Booking) => ({ id: conversation, startsAt });
		if (reader.role !== 'guardian') return { talks: seen.map(asTalk) };
		const apart = (await rounds.findOwnTalks(db, ctx, round.id)).includes(gone.pupil);
		const guardians = talkersOf(circle).map(({ person, household }) => ({ id: person, household }));
		const talk = talkOf(talksFor(gone.pupil, guardians, apart), ctx.person.id);
		const mine = talk && bookingOf(talk, seen);
		if (mine) return { talks: [asTalk(mine)] };
		const open = talk && takesChoices(round) && isRunning(round, ctx.now);
		return { talks: [], ...(open && { choose: { round: round.id, pupil: gone.pupil } }) };
	});
}
