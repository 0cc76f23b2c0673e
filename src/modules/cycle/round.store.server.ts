import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import type { Round, RoundState } from './round.ts';
import type { Tables } from './cycle.store.server.ts';

/** As `r`, in the order and with the names of `Round`. */
export const roundColumns = sql`
	r.id, r.kind, r.mode, r.state, r.first_day as "firstDay", r.last_day as "lastDay", r.minutes,
	r.notice_hours as "noticeHours", r.invitation, r.per_teacher as "perTeacher", r.none_needed as "noneNeeded",
	r.first_until as "firstUntil", r.remind_after as "remindAfter",
	array(select g.group_id from cycle.round_group g
	       where g.school_id = r.school_id and g.round_id = r.id order by g.group_id) as groups,
	coalesce((select json_object_agg(g.group_id, g.minutes) from cycle.round_group g
	           where g.school_id = r.school_id and g.round_id = r.id and g.minutes is not null), '{}') as "groupMinutes"`;

export async function find(db: Db, ctx: Ctx, id: RoundId): Promise<Round | undefined> {
	return (await findAll(db, ctx, id))[0];
}

/** All rounds of this school, the newest window first. */
export async function findAll(db: Db, ctx: Ctx, id: RoundId | null = null): Promise<Round[]> {
	const { rows } = await sql<Round>`
		select ${roundColumns}
		  from cycle.round r
		 where r.school_id = ${ctx.school} and (${id}::uuid is null or r.id = ${id})
		 order by r.first_day desc, r.id desc`.execute(db);
	return rows;
}

export async function add(db: Db, ctx: Ctx, round: Round) {
	const tables = db.withTables<Tables>();
	await tables
		.insertInto('cycle.round')
		.values({
			school_id: ctx.school,
			id: round.id,
			kind: round.kind,
			mode: round.mode,
			state: round.state,
			first_day: round.firstDay,
			last_day: round.lastDay,
			minutes: round.minutes,
			notice_hours: round.noticeHours,
			invitation: round.invitation,
			per_teacher: round.perTeacher,
			none_needed: round.noneNeeded,
			first_until: round.firstUntil,
			remind_after: round.remindAfter,
			made_by: ctx.person.id
		})
		.execute();
	await addGroups(db, ctx, round);
}

async function addGroups(db: Db, ctx: Ctx, { id, groups, groupMinutes }: Round) {
	await db
		.withTables<Tables>()
		.insertInto('cycle.round_group')
		.values(
			groups.map((group_id) => ({
				school_id: ctx.school,
				round_id: id,
				group_id,
				minutes: groupMinutes[group_id] ?? null
			}))
		)
		.execute();
}

/** Everything of a round that is set; its state stays. False: it has moved on meanwhile. */
export async function save(db: Db, ctx: Ctx, round: Round): Promise<boolean> {
	const tables = db.withTables<Tables>();
	const { numUpdatedRows } = await tables
		.updateTable('cycle.round')
		.set({
			kind: round.kind,
			mode: round.mode,
			first_day: round.firstDay,
			last_day: round.lastDay,
			minutes: round.minutes,
			notice_hours: round.noticeHours,
			invitation: round.invitation,
			per_teacher: round.perTeacher,
			none_needed: round.noneNeeded,
			first_until: round.firstUntil,
			remind_after: round.remindAfter
		})
		.where('school_id', '=', ctx.school)
		.where('id', '=', round.id)
		.where('state', '=', round.state)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) return false;
	await tables
		.deleteFrom('cycle.round_group')
		.where('school_id', '=', ctx.school)
		.where('round_id', '=', round.id)
		.execute();
	await addGroups(db, ctx, round);
	return true;
}

/** Two who open at once: the one that comes second changes no row and hears so. */
export async function saveState(db: Db, ctx: Ctx, round: Round, from: RoundState): Promise<boolean> {
	const { numUpdatedRows } = await db
		.withTables<Tables>()
		.updateTable('cycle.round')
		.set({ state: round.state, ...(round.state === 'open' && { opened_at: ctx.now }) })
		.where('school_id', '=', ctx.school)
		.where('id', '=', round.id)
		.where('state', '=', from)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Children whose parents apart each have their own talk in this round. */
export async function findOwnTalks(db: Db, ctx: Ctx, round: RoundId): Promise<PersonId[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('cycle.own_talk')
		.where('school_id', '=', ctx.school)
		.where('round_id', '=', round)
		.select('pupil_id')
		.execute();
	return rows.map(({ pupil_id }) => pupil_id);
}

export async function addOwnTalk(db: Db, ctx: Ctx, round: RoundId, pupil: PersonId, askedBy: PersonId = ctx.person.id) {
	await db
		.withTables<Tables>()
		.insertInto('cycle.own_talk')
		.values({ school_id: ctx.school, round_id: round, pupil_id: pupil, asked_by: askedBy, asked_at: ctx.now })
		.onConflict((on) => on.doNothing())
		.execute();
}
