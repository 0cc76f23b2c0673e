import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, HouseholdId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Hearing, SaidBack } from './understanding.ts';

type Tables = {
	'conversations.said_back': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		household_id: HouseholdId;
		turn: number;
		text: string;
		version: number;
		said_by: PersonId;
		said_at: Date;
		shared_at: Date | null;
	};
	'conversations.hearing': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		household_id: HouseholdId;
		turn: number;
		person_id: PersonId;
		confirmed_at: Date | null;
		correction: string | null;
		corrected_at: Date | null;
	};
};

/** What school said back, by home, the first turn first. */
export function findSaid(db: Db, ctx: Ctx, id: ConversationId): Promise<SaidBack[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.said_back')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.orderBy('household_id')
		.orderBy('turn')
		.select(['household_id as household', 'turn', 'text', 'version', 'said_by as saidBy', 'said_at as saidAt'])
		.select('shared_at as sharedAt')
		.execute();
}

export async function saveSaid(db: Db, ctx: Ctx, id: ConversationId, said: SaidBack) {
	const words = {
		...{ text: said.text, version: said.version, said_by: said.saidBy },
		...{ said_at: said.saidAt, shared_at: said.sharedAt }
	};
	await db
		.withTables<Tables>()
		.insertInto('conversations.said_back')
		.values({
			...{ school_id: ctx.school, conversation_id: id, household_id: said.household, turn: said.turn },
			...words
		})
		.onConflict((on) => on.columns(['school_id', 'conversation_id', 'household_id', 'turn']).doUpdateSet(words))
		.execute();
}

/** With the record each home gets to read what school heard from it. */
export async function shareSaid(db: Db, ctx: Ctx, id: ConversationId) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.said_back')
		.set({ shared_at: ctx.now })
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.where('shared_at', 'is', null)
		.execute();
}

export function findHearings(db: Db, ctx: Ctx, id: ConversationId): Promise<Hearing[]> {
	return db
		.withTables<Tables>()
		.selectFrom('conversations.hearing')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.orderBy('turn')
		.orderBy('person_id')
		.select(['household_id as household', 'turn', 'person_id as person', 'confirmed_at as confirmedAt', 'correction'])
		.select('corrected_at as correctedAt')
		.execute();
}

type Answer = { confirmed_at: Date } | { correction: string; corrected_at: Date };

/** Who corrects what they confirmed, or confirms after a correction, said both: each stands with its moment. */
export async function saveHearing(db: Db, ctx: Ctx, id: ConversationId, said: SaidBack, answer: Answer) {
	const empty = { confirmed_at: null, correction: null, corrected_at: null };
	await db
		.withTables<Tables>()
		.insertInto('conversations.hearing')
		.values({
			...{ school_id: ctx.school, conversation_id: id, household_id: said.household, turn: said.turn },
			...{ person_id: ctx.person.id, ...empty, ...answer }
		})
		.onConflict((on) =>
			on.columns(['school_id', 'conversation_id', 'household_id', 'turn', 'person_id']).doUpdateSet(answer)
		)
		.execute();
}
