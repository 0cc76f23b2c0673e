import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { RecordTerms } from './record.ts';

type Tables = {
	'conversations.record_term': {
		school_id: SchoolId;
		share_days: number;
		respond_days: number;
		changed_by: PersonId;
		changed_at: Date;
	};
};

export function find(db: Db, ctx: Pick<Ctx, 'school'>): Promise<RecordTerms | undefined> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.record_term')
		.where('school_id', '=', ctx.school)
		.select(['share_days as shareDays', 'respond_days as respondDays'])
		.executeTakeFirst();
}

export async function save(db: Db, ctx: Ctx, { shareDays, respondDays }: RecordTerms) {
	const chosen = {
		...{ share_days: shareDays, respond_days: respondDays },
		...{ changed_by: ctx.person.id, changed_at: ctx.now }
	};
	await db
		.withTables<Tables>()
		.insertInto('conversations.record_term')
		.values({ school_id: ctx.school, ...chosen })
		.onConflict((on) => on.columns(['school_id']).doUpdateSet(chosen))
		.execute();
}
