import { sql, type ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { MessageId, PersonId, SchoolId } from '#platform/ids.ts';
import { reminders, type NotificationKind } from './notification.ts';

export type MessageState = 'waiting' | 'sending' | 'sent' | 'dropped' | 'failed' | 'by-hand' | 'passed-on';

export type Tables = {
	'notifications.message': {
		school_id: SchoolId;
		id: MessageId;
		key: string;
		kind: NotificationKind;
		person_id: PersonId;
		subject_id: string;
		about_at: Date | null;
		state: MessageState;
		due_at: Date;
		attempts: number;
		trouble: string | null;
		made_at: Date;
		done_at: Date | null;
		/** Of what is passed on by a person: about which child it is, and who passed it on. */
		pupil_id: PersonId | null;
		passed_on_by: PersonId | null;
		/** By which mail it goes, with others perhaps; by the id of its first. */
		bundle_id: ColumnType<MessageId | null, MessageId | null | undefined>;
		/** Knows no quiet hours. */
		urgent: ColumnType<boolean, boolean | undefined>;
	};
};

export type NewMessage = {
	key: string;
	kind: NotificationKind;
	person: PersonId;
	subject: string;
	aboutAt: Date | null;
	dueAt: Date;
	madeAt: Date;
	urgent?: boolean;
};
export type Message = Pick<NewMessage, 'kind' | 'person' | 'subject' | 'aboutAt'> & { id: MessageId; attempts: number };

type Here = { school: SchoolId };

/** Each message once, whoever thinks of it again. */
export async function add(db: Db, { school }: Here, messages: readonly NewMessage[]) {
	if (!messages.length) return;
	await db
		.withTables<Tables>()
		.insertInto('notifications.message')
		.values(
			messages.map(({ key, kind, person, subject, aboutAt, dueAt, madeAt, urgent = false }) => ({
				school_id: school,
				id: newId<MessageId>(),
				key,
				kind,
				person_id: person,
				subject_id: subject,
				about_at: aboutAt,
				state: 'waiting' as const,
				due_at: dueAt,
				attempts: 0,
				trouble: null,
				made_at: madeAt,
				done_at: null,
				pupil_id: null,
				passed_on_by: null,
				urgent
			}))
		)
		.onConflict((on) => on.columns(['school_id', 'key']).doNothing())
		.execute();
}

/** The moment that the last message about this talk told of. */
export async function lastMomentOf(db: Db, { school }: Here, subject: string): Promise<Date | null> {
	const last = await db
		.withTables<Tables>()
		.selectFrom('notifications.message')
		.where('school_id', '=', school)
		.where('subject_id', '=', subject)
		.where('about_at', 'is not', null)
		.select('about_at')
		.orderBy('id', 'desc')
		.executeTakeFirst();
	return last?.about_at ?? null;
}

/** Of `ctx.person`, what waits for its hour and was not tried yet: from now on it may go. Reminders keep their own moment. */
export async function hasten(db: Db, ctx: Ctx) {
	await db
		.withTables<Tables>()
		.updateTable('notifications.message')
		.set({ due_at: ctx.now })
		.where('school_id', '=', ctx.school)
		.where('person_id', '=', ctx.person.id)
		.where('state', '=', 'waiting')
		.where('attempts', '=', 0)
		.where('due_at', '>', ctx.now)
		.where('kind', 'not in', reminders)
		.execute();
}

type Change = {
	state: MessageState;
	dueAt?: Date;
	trouble?: string | null;
	doneAt?: Date | null;
	tried?: boolean;
	pupil?: PersonId;
};

export async function mark(db: Db, { school }: Here, ids: readonly MessageId[], to: Change) {
	if (!ids.length) return;
	await db
		.withTables<Tables>()
		.updateTable('notifications.message')
		.set({
			state: to.state,
			...(to.dueAt ? { due_at: to.dueAt } : {}),
			...(to.trouble === undefined ? {} : { trouble: to.trouble }),
			...(to.doneAt === undefined ? {} : { done_at: to.doneAt }),
			...(to.pupil ? { pupil_id: to.pupil } : {}),
			...(to.tried ? { attempts: sql<number>`attempts + 1` } : {})
		})
		.where('school_id', '=', school)
		.where('id', 'in', ids)
		.execute();
}

/** What did not go at once, the latest first: being tried again, or given up. */
export function findTroubled(db: Db, { school }: Here) {
	return db
		.withTables<Tables>()
		.selectFrom('notifications.message')
		.where('school_id', '=', school)
		.where('trouble', 'is not', null)
		.where('state', 'in', ['waiting', 'sending', 'failed'])
		.select([
			'id',
			'kind',
			'person_id as person',
			'state',
			'trouble',
			'attempts',
			'due_at as dueAt',
			'made_at as madeAt'
		])
		.orderBy('id', 'desc')
		.limit(200)
		.execute();
}

export async function count(db: Db, { school }: Here): Promise<Record<MessageState, number>> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('notifications.message')
		.where('school_id', '=', school)
		.select(['state', (select) => select.fn.countAll<string>().as('count')])
		.groupBy('state')
		.execute();
	const none = { waiting: 0, sending: 0, sent: 0, dropped: 0, failed: 0, 'by-hand': 0, 'passed-on': 0 };
	return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])) };
}

/** Try again at once what was given up or waits for its next try; undefined `id` means all of them. */
export async function retry(db: Db, { school }: Here, now: Date, id?: MessageId) {
	let query = db
		.withTables<Tables>()
		.updateTable('notifications.message')
		.set({ state: 'waiting', due_at: now, attempts: 0 })
		.where('school_id', '=', school)
		.where('state', 'in', ['failed', 'waiting'])
		.where('trouble', 'is not', null);
	if (id) query = query.where('id', '=', id);
	const { numUpdatedRows } = await query.executeTakeFirst();
	return Number(numUpdatedRows);
}

export type ByHand = Message & { pupil: PersonId };

/** What waits to be passed on by a person, about these children, the oldest first. */
export function findByHand(db: Db, { school }: Here, pupils: readonly PersonId[]): Promise<ByHand[]> {
	if (!pupils.length) return Promise.resolve([]);
	return db
		.withTables<Tables>()
		.selectFrom('notifications.message')
		.where('school_id', '=', school)
		.where('state', '=', 'by-hand')
		.where('pupil_id', 'in', pupils)
		.select(['id', 'kind', 'person_id as person', 'subject_id as subject', 'about_at as aboutAt', 'attempts'])
		.select((row) => row.ref('pupil_id').$notNull().as('pupil'))
		.orderBy('id')
		.execute();
}

/** Two who pass it on at once: it is done once. */
export async function passOn(db: Db, ctx: Ctx, ids: readonly MessageId[]): Promise<number> {
	const { numUpdatedRows } = await db
		.withTables<Tables>()
		.updateTable('notifications.message')
		.set({ state: 'passed-on', done_at: ctx.now, passed_on_by: ctx.person.id })
		.where('school_id', '=', ctx.school)
		.where('state', '=', 'by-hand')
		.where('id', 'in', ids)
		.executeTakeFirst();
	return Number(numUpdatedRows);
}
