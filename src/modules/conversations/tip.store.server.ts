import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Tip, TipAnswer, TipId, Topic } from './tip.ts';

type Tables = {
	'conversations.tip': {
		school_id: SchoolId;
		id: TipId;
		conversation_id: ConversationId;
		topic: Topic;
		person_id: PersonId;
		audience: Tip['audience'];
		text: string;
		said_at: Date;
		taken_back_at: Date | null;
	};
	'conversations.tip_answer': {
		school_id: SchoolId;
		tip_id: TipId;
		person_id: PersonId;
		by_school: boolean;
		answer: TipAnswer['answer'];
		reason: string;
		answered_at: Date;
	};
};

/** What was given at this table and not taken back, oldest first, with every answer. */
export async function findOf(db: Db, ctx: Ctx, conversation: ConversationId): Promise<Tip[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('conversations.tip as tip')
		.leftJoin('conversations.tip_answer as a', (join) =>
			join.onRef('a.school_id', '=', 'tip.school_id').onRef('a.tip_id', '=', 'tip.id')
		)
		.where('tip.school_id', '=', ctx.school)
		.where('tip.conversation_id', '=', conversation)
		.where('tip.taken_back_at', 'is', null)
		.select(['tip.id', 'tip.topic', 'tip.person_id', 'tip.audience', 'tip.text', 'tip.said_at'])
		.select(['a.person_id as answerer', 'a.by_school', 'a.answer', 'a.reason', 'a.answered_at'])
		.orderBy('tip.said_at')
		.orderBy('tip.id')
		.orderBy('a.answered_at')
		.execute();
	const tips = new Map<TipId, Tip>();
	for (const { id, topic, person_id: person, audience, text, said_at: saidAt, answerer, ...row } of rows) {
		const tip = tips.get(id) ?? { id, conversation, topic, person, audience, text, saidAt, answers: [] };
		tips.set(id, tip);
		if (!answerer || !row.answer) continue;
		const { answer, reason, by_school: bySchool, answered_at: answeredAt } = row;
		tip.answers.push({ person: answerer, bySchool: !!bySchool, answer, reason: reason!, answeredAt: answeredAt! });
	}
	return [...tips.values()];
}

export async function add(db: Db, ctx: Ctx, tip: Omit<Tip, 'answers'>) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.tip')
		.values({
			school_id: ctx.school,
			id: tip.id,
			conversation_id: tip.conversation,
			topic: tip.topic,
			person_id: tip.person,
			audience: tip.audience,
			text: tip.text,
			said_at: tip.saidAt,
			taken_back_at: null
		})
		.execute();
}

/** Until the transaction ends: an answer and a taking back come after each other. */
export async function hold(db: Db, ctx: Ctx, tip: TipId) {
	await db
		.withTables<Tables>()
		.selectFrom('conversations.tip')
		.where('school_id', '=', ctx.school)
		.where('id', '=', tip)
		.select('id')
		.forNoKeyUpdate()
		.execute();
}

export async function takeBack(db: Db, ctx: Ctx, tip: TipId) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.tip')
		.set({ taken_back_at: ctx.now })
		.where('school_id', '=', ctx.school)
		.where('id', '=', tip)
		.execute();
}

/** Everybody has one answer of their own; the last word of each holds. */
export async function answer(db: Db, ctx: Ctx, tip: TipId, { person, bySchool, answeredAt, ...given }: TipAnswer) {
	const row = { ...given, answered_at: answeredAt };
	await db
		.withTables<Tables>()
		.insertInto('conversations.tip_answer')
		.values({ school_id: ctx.school, tip_id: tip, person_id: person, by_school: bySchool, ...row })
		.onConflict((on) => on.columns(['school_id', 'tip_id', 'person_id']).doUpdateSet(row))
		.execute();
}
