import { randomInt, timingSafeEqual } from 'node:crypto';
import { now } from './clock.server.ts';
import { local, type Db } from './db.server.ts';
import type { InvitationId, SchoolId } from './ids.ts';
import { sign } from './secret.server.ts';

type Tables = {
	'platform.invitation_code': { code_hash: string; school_id: SchoolId; invitation_id: InvitationId; expires_at: Date };
};

/**
 * Capitals and digits that nobody takes for one another on paper (no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V), and no vowels, so
 * that no code is a word. Twelve of them are 53 bits: a try a second for a million years.
 */
const signs = 'CDFGHJKMNPQRTVWXY34679';
const length = 12;

/** A new code for an invitation, in the transaction that makes it; whatever code it had is of no use any more. */
export async function makeCodeIn(db: Db, school: SchoolId, invitation: InvitationId, expiresAt: Date): Promise<string> {
	await endCodeIn(db, school, invitation);
	const code = Array.from({ length }, () => signs[randomInt(signs.length)]).join('');
	await db
		.withTables<Tables>()
		.insertInto('platform.invitation_code')
		.values({
			code_hash: await hashOf(code, db),
			school_id: school,
			invitation_id: invitation,
			expires_at: expiresAt
		})
		.execute();
	return code;
}

export async function endCodeIn(db: Db, school: SchoolId, invitation: InvitationId) {
	await db
		.withTables<Tables>()
		.deleteFrom('platform.invitation_code')
		.where('school_id', '=', school)
		.where('invitation_id', '=', invitation)
		.execute();
}

/** Which school a code is for, while it counts. Found by a keyed hash, so that time tells nothing about the code. */
export async function findCode(code: string): Promise<{ school: SchoolId; invitation: InvitationId } | undefined> {
	const hash = await hashOf(code);
	const found = await local()
		.withTables<Tables>()
		.selectFrom('platform.invitation_code')
		.where('code_hash', '=', hash)
		.where('expires_at', '>', now())
		.selectAll()
		.executeTakeFirst();
	if (!found || !timingSafeEqual(Buffer.from(found.code_hash), Buffer.from(hash))) return undefined;
	return { school: found.school_id, invitation: found.invitation_id };
}

/** What somebody typed from paper: in any case, with any spaces or dashes. Undefined: no code looks like this. */
export function readCode(text: string): string | undefined {
	const code = text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
	return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : undefined;
}

/** In groups of four, as it is printed. */
export function spaced(code: string): string {
	return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Take away the codes that have ended. */
export async function clear() {
	await local().withTables<Tables>().deleteFrom('platform.invitation_code').where('expires_at', '<=', now()).execute();
}

function hashOf(code: string, db?: Db) {
	return sign(`invitation ${code}`, db);
}
