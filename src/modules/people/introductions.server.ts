import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { FileRefusal } from '#platform/file.ts';
import * as files from '#platform/files.server.ts';
import type { FileId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { recordingFrom } from '#platform/recording.ts';
import { dayOf } from '#platform/time.ts';
import { checkIntroduction, isOfThisYear, type Introduction } from './introduction.ts';
import * as store from './introduction.store.server.ts';

export type IntroductionReason = 'missing' | 'too-long';
export type SpokenReason = 'missing' | 'no-words' | FileRefusal;

/** What I told about myself, and whether it still stands this year. */
export function mine(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!isStaff(ctx)) return no('missing');
		const told = await store.find(db, ctx, ctx.person.id);
		const stands = !!told && isOfThisYear(told, dayOf(ctx.now));
		return ok({ text: told?.text ?? '', stands, spoken: stands && told.spoken !== null });
	});
}

/** Tell families who I am; an empty text takes it back, and what was spoken goes with it. Of an earlier year it goes too. */
export function introduce(ctx: Ctx, text: string) {
	return change(ctx, async (db): Promise<Outcome<undefined, IntroductionReason>> => {
		if (!isStaff(ctx)) return no('missing');
		const checked = checkIntroduction(text);
		if (!checked.ok) return checked;
		await store.hold(db, ctx);
		const told = await store.find(db, ctx, ctx.person.id);
		if (told && (!checked.value || !isOfThisYear(told, dayOf(ctx.now)))) await dropIn(db, ctx, told);
		await store.save(db, ctx, checked.value);
		recordFact(db, ctx, 'staff.introduced', ctx.person.id, {});
		return ok(undefined);
	});
}

/** Say the same with my own voice, for who would rather listen; the words stand beside it, so they come first. */
export function speak(ctx: Ctx, bytes: Uint8Array): Promise<Outcome<undefined, SpokenReason>> {
	return change(ctx, async (db): Promise<Outcome<undefined, SpokenReason>> => {
		if (!isStaff(ctx)) return no('missing');
		const made = recordingFrom(bytes);
		if (!made.ok) return made;
		await store.hold(db, ctx);
		const told = await store.find(db, ctx, ctx.person.id);
		if (!told || !isOfThisYear(told, dayOf(ctx.now))) return no('no-words');
		await dropIn(db, ctx, told);
		await store.saveSpoken(db, ctx, await files.keepIn(db, ctx, ownerOf(ctx.person.id), made.value));
		recordFact(db, ctx, 'staff.spoke', ctx.person.id, {});
		return ok(undefined);
	});
}

/** Only the words stay. */
export function fallSilent(ctx: Ctx): Promise<Outcome<undefined, 'missing'>> {
	return change(ctx, async (db): Promise<Outcome<undefined, 'missing'>> => {
		if (!isStaff(ctx)) return no('missing');
		await store.hold(db, ctx);
		const told = await store.find(db, ctx, ctx.person.id);
		if (!told?.spoken) return ok(undefined);
		await dropIn(db, ctx, told);
		recordFact(db, ctx, 'staff.fell-silent', ctx.person.id, {});
		return ok(undefined);
	});
}

/** My own recording, to listen back. */
export function listenBack(ctx: Ctx): Promise<Outcome<files.Found, 'missing'>> {
	return read(ctx, async (db) => (isStaff(ctx) ? spokenIn(db, ctx, ctx.person.id) : no('missing')));
}

/** What this member of staff tells about themself this year, for who is invited by them. */
export async function introductionIn(
	db: Db,
	ctx: Ctx,
	person: PersonId | null
): Promise<{ text: string; spoken: boolean } | undefined> {
	const told = await toldIn(db, ctx, person);
	return told && { text: told.text, spoken: told.spoken !== null };
}

/** The same with their voice; whoever asks found out already that this reader may hear it. */
export async function spokenIn(db: Db, ctx: Ctx, person: PersonId | null): Promise<Outcome<files.Found, 'missing'>> {
	const told = await toldIn(db, ctx, person);
	const found = person && told?.spoken && (await files.findIn(db, ctx, told.spoken, ownerOf(person)));
	return found ? ok(found) : no('missing');
}

async function toldIn(db: Db, ctx: Ctx, person: PersonId | null): Promise<Introduction | undefined> {
	const told = person ? await store.find(db, ctx, person) : undefined;
	return told && isOfThisYear(told, dayOf(ctx.now)) ? told : undefined;
}

async function dropIn(db: Db, ctx: Ctx, { spoken }: { spoken: FileId | null }) {
	if (!spoken) return;
	await store.saveSpoken(db, ctx, null);
	await files.dropIn(db, ctx, spoken);
}

function ownerOf(person: PersonId) {
	return { of: 'people.staff', id: person } as const;
}
