import { dayOf } from '#platform/time.ts';
import type { Holding } from './holding.ts';
import * as store from './retention.store.server.ts';

/** What this room itself holds about people. */
export const holding: Holding = {
	room: 'consent',
	forget: {
		dossier: (db, ctx, pupil) => store.forgetPupil(db, ctx, pupil, false),
		referral: (db, ctx, pupil) => store.forgetPupil(db, ctx, pupil, true),
		enrolment: async (db, ctx, pupil) => {
			const gone = [
				...(await store.forgetPupil(db, ctx, pupil, false)),
				...(await store.forgetPupil(db, ctx, pupil, true))
			];
			gone.push(...(await store.forgetClaims(db, ctx, pupil)));
			await store.dropMarks(db, ctx, pupil);
			return gone;
		}
	},
	old: {
		looks: {
			count: (db, ctx, before) => store.countLooks(db, ctx, dayOf(before)),
			clear: (db, ctx, before) => store.forgetLooks(db, ctx, dayOf(before))
		}
	}
};
