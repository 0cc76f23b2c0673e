import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { RecordResponse, TalkRecord } from './record.ts';

type Tables = {
	'conversations.record': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		written_by: PersonId;
		for_adults: string;
		for_circle: string;
		version: number;
	};
	'conversations.response': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		person_id: PersonId;
		acknowledged_at: Date | null;
		own_view: string | null;
		audience: RecordResponse['audience'];
		viewed_at: Date | null;
	};
};

export function find(db: Db, ctx: Ctx, id: ConversationId): Promise<TalkRecord | undefined> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.record')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.select(['written_by as writtenBy', 'for_adults as forAdults', 'for_circle as forCircle', 'version'])
		.executeTakeFirst();
}

export async function save(db: Db, ctx: Ctx, id: ConversationId, record: TalkRecord) {
	const written = { for_adults: record.forAdults, for_circle: record.forCircle, version: record.version };
	await db
		.withTables<Tables>()
		.insertInto('conversations.record')
		.values({ school_id: ctx.school, conversation_id: id, written_by: record.writtenBy, ...written })
		.onConflict((on) => on.columns(['school_id', 'conversation_id']).doUpdateSet(written))
		.execute();
}

export function findResponses(db: Db, ctx: Ctx, id: ConversationId): Promise<RecordResponse[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.response')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.orderBy('person_id')
		.select(['person_id as person', 'acknowledged_at as acknowledgedAt', 'own_view as ownView', 'audience'])
		.select('viewed_at as viewedAt')
		.execute();
}

export async function acknowledge(db: Db, ctx: Ctx, id: ConversationId) {
	const acknowledged = { acknowledged_at: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('conversations.response')
		.values({ ...keyOf(ctx, id), ...acknowledged, own_view: null, audience: 'adults', viewed_at: null })
		.onConflict((on) => on.columns(['school_id', 'conversation_id', 'person_id']).doUpdateSet(acknowledged))
		.execute();
}

export async function view(db: Db, ctx: Ctx, id: ConversationId, text: string, audience: RecordResponse['audience']) {
	const viewed = { own_view: text, audience, viewed_at: ctx.now };
	await db
		.withTables<Tables>()
		.insertInto('conversations.response')
		.values({ ...keyOf(ctx, id), acknowledged_at: null, ...viewed })
		.onConflict((on) => on.columns(['school_id', 'conversation_id', 'person_id']).doUpdateSet(viewed))
		.execute();
}

function keyOf(ctx: Ctx, id: ConversationId) {
	return { school_id: ctx.school, conversation_id: id, person_id: ctx.person.id };
}
