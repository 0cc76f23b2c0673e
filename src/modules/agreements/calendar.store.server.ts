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
	};
};

export type Kept = { person: PersonId; inWords: boolean; sequence: number };

export async function find(db: Db, ctx: Ctx, id: AgreementId, person: PersonId): Promise<Kept | undefined> {
	return (await findAll(db, ctx, id)).find((kept) => kept.person === person);
}

export function findAll(db: Db, ctx: Ctx, id: AgreementId): Promise<Kept[]> {
	return db
		.withTables<Tables>()
		.selectFrom('agreements.calendar')
		.where('school_id', '=', ctx.school)
		.where('agreement_id', '=', id)
		.select(['person_id as person', 'in_words as inWords', 'sequence'])
		.orderBy('person_id')
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
			...{ in_words: inWords, sequence: 0, asked_at: ctx.now }
		})
		.onConflict((on) =>
			on.columns(['school_id', 'agreement_id', 'person_id']).doUpdateSet((set) => ({
				in_words: inWords,
				asked_at: ctx.now,
				sequence: set('calendar.sequence' as 'sequence', '+', 1)
			}))
		)
		.execute();
}
