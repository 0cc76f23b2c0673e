import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { RecordResponse } from './record.ts';

type Tables = {
	'conversations.response': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		person_id: PersonId;
		edition: number;
		acknowledged_at: Date | null;
		own_view: string | null;
		audience: RecordResponse['audience'];
		viewed_at: Date | null;
	};
};

const key = ['school_id', 'conversation_id', 'person_id', 'edition'] as const;

export function findResponses(db: Db, ctx: Ctx, id: ConversationId): Promise<RecordResponse[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.response')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.orderBy('edition')
		.orderBy('person_id')
		.select(['edition', 'person_id as person', 'acknowledged_at as acknowledgedAt', 'own_view as ownView', 'audience'])
		.select('viewed_at as viewedAt')
		.execute();
}

export async function acknowledge(db: Db, ctx: Ctx, id: ConversationId, edition: number) {
	const acknowledged = { acknowledged_at: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('conversations.response')
		.values({ ...keyOf(ctx, id, edition), ...acknowledged, own_view: null, audience: 'adults', viewed_at: null })
		.onConflict((on) => on.columns(key).doUpdateSet(acknowledged))
		.execute();
}

type View = { text: string; audience: RecordResponse['audience'] };

export async function view(db: Db, ctx: Ctx, id: ConversationId, edition: number, { text, audience }: View) {
	const viewed = { own_view: text, audience, viewed_at: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('conversations.response')
		.values({ ...keyOf(ctx, id, edition), acknowledged_at: null, ...viewed })
		.onConflict((on) => on.columns(key).doUpdateSet(viewed))
		.execute();
}

function keyOf(ctx: Ctx, id: ConversationId, edition: number) {
	return { school_id: ctx.school, conversation_id: id, person_id: ctx.person.id, edition };
}
