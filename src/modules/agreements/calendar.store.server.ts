import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { AgreementId, PersonId, SchoolId } from '#platform/ids.ts';

type Tables = {
	'agreements.calendar': {
		school_id: SchoolId;
		agreement_id: AgreementId;
		person_id: PersonId;
		in_words: boolean;
		sequence: number;
		asked_at: Date;
		taken_away_at: Date | null;
	};
};

/** `takenAway`: who may not read it any more; it was cancelled in their calendar. */
export type Kept = { agreement: AgreementId; person: PersonId; inWords: boolean; sequence: number; takenAway: boolean };

export async function find(db: Db, ctx: Ctx, id: AgreementId, person: PersonId): Promise<Kept | undefined> {
	return (await findAll(db, ctx, id)).find((kept) => kept.person === person);
}

export function findAll(db: Db, ctx: Ctx, id: AgreementId): Promise<Kept[]> {
	return all(db, ctx).where('agreement_id', '=', id).execute();
}

/** Of every agreement, what still stands in a calendar. */
export function findStanding(db: Db, ctx: Ctx): Promise<Kept[]> {
	return all(db, ctx).where('taken_away_at', 'is', null).execute();
}

function all(db: Db, ctx: Ctx) {
	return db
		.withTables<Tables>()
		.selectFrom('agreements.calendar')
		.where('school_id', '=', ctx.school)
		.orderBy('agreement_id')
		.orderBy('person_id')
		.select((row) => [
			...(['agreement_id as agreement', 'person_id as person', 'in_words as inWords', 'sequence'] as const),
			row('taken_away_at', 'is not', null).$castTo<boolean>().as('takenAway')
		]);
}

/** Another version of the same, and the last one until they ask for it again. */
export async function takeAway(db: Db, ctx: Ctx, { agreement, person }: Pick<Kept, 'agreement' | 'person'>) {
	await db
		.withTables<Tables>()
		.updateTable('agreements.calendar')
		.set((row) => ({ taken_away_at: ctx.now, sequence: row('sequence', '+', 1) }))
		.where('school_id', '=', ctx.school)
		.where('agreement_id', '=', agreement)
		.where('person_id', '=', person)
		.execute();
}

/** Asked again, it is another version of the same. */
export async function keep(
	db: Db,
	ctx: Ctx,
	{ agreement, person, inWords }: { agreement: AgreementId; person: PersonId; inWords: boolean }
) {
	await db
		.withTables<Tables>()
		.insertInto('agreements.calendar')
		.values({
			...{ school_id: ctx.school, agreement_id: agreement, person_id: person },
			...{ in_words: inWords, sequence: 0, asked_at: ctx.now, taken_away_at: null }
		})
		.onConflict((on) =>
			on.columns(['school_id', 'agreement_id', 'person_id']).doUpdateSet((set) => ({
				in_words: inWords,
				asked_at: ctx.now,
				taken_away_at: null,
				sequence: set('calendar.sequence' as 'sequence', '+', 1)
			}))
		)
		.execute();
}
