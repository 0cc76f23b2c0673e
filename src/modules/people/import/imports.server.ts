import { admitIn, dismissIn, forgetIn } from '#platform/accounts.server.ts';
import { membershipsIn } from '#platform/put-back.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { countAnew } from '#platform/house.server.ts';
import { newId } from '#platform/id.server.ts';
import type { AccountId, PersonId, SchoolId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addTenant } from '#platform/tenants.server.ts';
import { dayOf } from '#platform/time.ts';
import type { SchoolKind } from '#modules/people/school.ts';
import { findCorrected, followIn } from '#modules/people/file-check.store.server.ts';
import type { Correction } from './decided.ts';
import { mayImport } from './import.access.ts';
import type { ImportId } from './import.ts';
import * as store from './import.store.server.ts';
import { plan, type ImportPlan } from './plan.ts';
import { noRows } from './present.ts';
import { countsOf, reportOf } from './report.ts';
import type { Roster } from './roster.ts';
import * as undos from './undo.store.server.ts';
import { addRunning, finish } from './upload.store.server.ts';

export type ImportReason = 'missing' | 'rejected' | 'other-school';
export type OpenReason = 'rejected' | 'brin-missing' | 'brin-taken' | 'no-administration';
export type Progress = (written: number, of: number) => void;

/** Who works from the command line, on the machine itself: nobody of the school, and not to be found in it. */
export const commandLine: Ctx['person'] = {
	id: '00000000-0000-4000-8000-000000000000' as PersonId,
	role: 'staff',
	tasks: ['office']
};

/** What these files would add, change and end. Writes nothing. */
export function preview(ctx: Ctx, roster: Roster): Promise<Outcome<ImportPlan, 'missing'>> {
	if (!mayImport(ctx)) return Promise.resolve(no('missing'));
	return read(ctx, async (db) => ok(await planIn(db, ctx, roster, new Set())));
}

/** What a school that is not here yet would get. */
export function previewNew(roster: Roster, now: Date, office?: string): ImportPlan {
	return plan(roster, noRows(), { today: dayOf(now), creating: true, freshId: newId, office });
}

/** Bring the school in line with its files: all of it or nothing. Done twice, the second time changes nothing. */
export async function importRoster(ctx: Ctx, roster: Roster, skipRejected: boolean, tell: Progress = () => {}) {
	const id = newId<ImportId>();
	const imported = await change(ctx, async (db) => {
		await addRunning(db, ctx, id);
		const told = await importIn(db, ctx, roster, skipRejected, tell, id);
		if (told.ok) await finish(db, ctx, id, reportOf(told.value, ctx.language));
		return told;
	});
	if (imported.ok) await countAfter(imported.value);
	return imported;
}

/** The same inside a transaction, for what must happen with it. */
export async function importIn(
	db: Db,
	ctx: Ctx,
	roster: Roster,
	skipRejected: boolean,
	tell: Progress = () => {},
	id?: ImportId,
	follow: ReadonlySet<string> = new Set()
): Promise<Outcome<ImportPlan, ImportReason>> {
	if (!mayImport(ctx)) return no('missing');
	if (await isOfOther(db, ctx, roster)) return no('other-school');
	await store.lockSchool(db, ctx);
	const planned = await planIn(db, ctx, roster, follow);
	if (planned.rejected.length && !skipRejected) return no('rejected');
	await carryOut(db, ctx, planned, tell, id);
	const followed = planned.differences.filter((one) => follow.has(one.id)).flatMap(({ checks }) => checks);
	await followIn(db, ctx, followed, id ?? newId<ImportId>());
	return ok(planned);
}

export type NewSchool = { name: string; kind?: SchoolKind; brin?: string; office?: string };

/** Set up a school from its first file. `office`: the e-mail address of who will run the office. */
export async function openSchool(
	{ now, language, person }: Omit<Ctx, 'school'>,
	roster: Roster,
	{ name, kind = kindOf(roster), brin = roster.brin ?? '', office }: NewSchool,
	skipRejected: boolean,
	tell: Progress = () => {}
): Promise<Outcome<{ school: SchoolId; plan: ImportPlan }, OpenReason>> {
	const ctx: Ctx = { school: newId<SchoolId>(), person, now, language };
	const opened = await change(
		ctx,
		async (db): Promise<Outcome<{ school: SchoolId; plan: ImportPlan }, OpenReason>> => {
			if (!roster.administration) return no('no-administration');
			if (!brin) return no('brin-missing');
			const planned = previewNew(roster, now, office);
			if (planned.rejected.length && !skipRejected) return no('rejected');
			await addTenant(db, ctx.school, brin);
			await store.addSchool(db, { school_id: ctx.school, name, brin, kind });
			recordFact(db, ctx, 'school.opened', ctx.school);
			await carryOut(db, ctx, planned, tell);
			return ok({ school: ctx.school, plan: planned });
		},
		{ [conflicts.double]: 'brin-taken' }
	);
	if (opened.ok) await countAfter(opened.value.plan);
	return opened;
}

const aHandful = 500;

/** After many new rows queries are planned anew; once what was read in stands. */
export async function countAfter({ writes }: ImportPlan) {
	if (store.countRows(writes) > aHandful) await countAnew();
}

/** A file names its school; of another one it would send everybody away. */
export async function isOfOther(db: Db, ctx: Ctx, { brin }: Roster) {
	return !!brin && brin !== (await store.findBrin(db, ctx));
}

async function planIn(db: Db, ctx: Ctx, roster: Roster, follow: ReadonlySet<string>) {
	const today = dayOf(ctx.now);
	const rows = await store.findRows(db, ctx, today);
	const corrections = await correctionsIn(db, ctx);
	return plan(roster, rows, { today, creating: false, freshId: newId, by: ctx.person.id, corrections, follow });
}

async function correctionsIn(db: Db, ctx: Ctx): Promise<Correction[]> {
	const checks = await findCorrected(db, ctx);
	return checks.map(({ id, pupil, person, item, held, answeredAt }) => {
		return { id, pupil, person, item, was: held, on: dayOf(answeredAt!) };
	});
}

/** What the marks for undoing count for on the bar: so that it does not stand full while they are made. */
const marks = 50;

/** With an `id` what was there before is kept, so that it can be put back. */
export async function carryOut(
	db: Db,
	ctx: Ctx,
	planned: ImportPlan,
	tell: Progress,
	id?: ImportId,
	fact = 'roster.imported'
) {
	const rows = store.countRows(planned.writes);
	if (rows === 0) return;
	const { admit, dismiss, forget } = planned.signIns;
	const all = rows + admit.length + (id ? marks * 11 : 0);
	tell(0, all);
	if (id) await undos.keepRows(db, ctx, id, planned.writes);
	await store.saveRows(db, ctx, planned.writes, (written) => tell(written, all));
	const persons = [...admit.map(({ person }) => person), ...dismiss, ...forget];
	const before = id && (await membershipsIn(db, ctx.school, persons));
	const made: AccountId[] = [];
	let admitted = 0;
	for (const some of store.pieces(admit)) {
		made.push(
			...(await admitIn(
				db,
				some.map((one) => ({ school: ctx.school, ...one }))
			))
		);
		admitted += some.length;
		tell(rows + admitted, all);
	}
	await dismissIn(db, ctx.school, dismiss);
	await forgetIn(db, ctx.school, forget);
	if (id && before) {
		let marked = 0;
		await undos.markRows(db, ctx, id, planned.writes, () => tell(all - marks * (11 - ++marked), all));
		const after = await membershipsIn(db, ctx.school, persons);
		const kept = [...new Set(persons)].map((person) => {
			return { row_id: person, was: before.get(person) ?? null, mark: undos.membershipMark(after.get(person)) };
		});
		await undos.keepSignIns(db, ctx, id, 'membership', kept);
		await undos.keepSignIns(
			db,
			ctx,
			id,
			'account',
			made.map((row_id) => ({ row_id, was: null, mark: null }))
		);
	}
	tell(all, all);
	recordFact(db, ctx, fact, ctx.school, countsOf(planned));
}

/** The kind of school, by the years its groups are in. */
function kindOf({ groups, pupils }: Roster): SchoolKind {
	const years = new Set([...groups, ...pupils].map(({ yearGroup }) => yearGroup));
	if ([...years].some((year) => year && /^1[1-6]$/.test(year))) return 'vo';
	if (years.has('V')) return 'so';
	return years.has('S') ? 'sbo' : 'po';
}
