import { sql } from 'kysely';
import { local, type Db } from './db.server.ts';
import type { AccountId, SchoolId } from './ids.ts';
import type { ArrivalId, ErrandId, Provider, ProviderId, Purpose } from './provider.ts';
import type { SessionId } from './sessions.server.ts';

export type ProviderTables = {
	'platform.provider': {
		id: ProviderId;
		school_id: SchoolId;
		issuer: string;
		client_id: string;
		sealed_secret: string;
		label: string;
		domains: string[];
		made_at: Date;
		kept_at: Date | null;
	};
};
type Tables = ProviderTables & {
	'platform.errand': {
		id: ErrandId;
		provider_id: ProviderId;
		purpose: Purpose;
		session_id: SessionId | null;
		state: string;
		nonce: string;
		verifier: string;
		return_to: string;
		asked_at: Date;
		expires_at: Date;
	};
	'platform.arrival': {
		id: ArrivalId;
		provider_id: ProviderId;
		issuer: string;
		subject: string;
		return_to: string;
		expires_at: Date;
	};
	'platform.subject': {
		issuer: string;
		subject: string;
		account_id: AccountId;
		made_at: Date;
		used_at: Date | null;
	};
};

export async function find(by: { id: ProviderId } | { school: SchoolId }): Promise<Provider | undefined> {
	let query = tables().selectFrom('platform.provider').selectAll();
	if ('id' in by) query = query.where('id', '=', by.id);
	else query = query.where('school_id', '=', by.school).where('kept_at', 'is not', null);
	const found = await query.executeTakeFirst();
	return found && asProvider(found);
}

export async function findAll(ids: readonly ProviderId[]): Promise<Provider[]> {
	if (!ids.length) return [];
	const found = await tables()
		.selectFrom('platform.provider')
		.where('kept_at', 'is not', null)
		.where('id', 'in', ids)
		.selectAll()
		.orderBy('label')
		.execute();
	return found.map(asProvider);
}

export async function findByDomain(domain: string): Promise<Provider[]> {
	const found = await tables()
		.selectFrom('platform.provider')
		.where('kept_at', 'is not', null)
		.where(sql<boolean>`${domain} = any (domains)`)
		.selectAll()
		.orderBy('label')
		.execute();
	return found.map(asProvider);
}

export async function add(db: Db, { isKept: _, ...provider }: Provider, at: Date) {
	await db
		.withTables<ProviderTables>()
		.insertInto('platform.provider')
		.values({
			...{ id: provider.id, school_id: provider.school, issuer: provider.issuer, client_id: provider.clientId },
			...{ sealed_secret: provider.sealedSecret, label: provider.label, domains: provider.domains },
			...{ made_at: at, kept_at: null }
		})
		.execute();
}

/** From now on it is the one of this school, and there is no other. False: it is not there (any more). */
export async function keep(db: Db, school: SchoolId, id: ProviderId, at: Date): Promise<boolean> {
	const inHere = db.withTables<ProviderTables>();
	await inHere.deleteFrom('platform.provider').where('school_id', '=', school).where('id', '!=', id).execute();
	const { numUpdatedRows } = await inHere
		.updateTable('platform.provider')
		.set({ kept_at: at })
		.where('school_id', '=', school)
		.where('id', '=', id)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function drop(db: Db, school: SchoolId): Promise<boolean> {
	const { numDeletedRows } = await db
		.withTables<ProviderTables>()
		.deleteFrom('platform.provider')
		.where('school_id', '=', school)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

export type Errand = {
	id: ErrandId;
	provider: ProviderId;
	purpose: Purpose;
	session: SessionId | undefined;
	state: string;
	nonce: string;
	verifier: string;
	naar: string;
};

export async function addErrand(errand: Errand, at: Date, expiresAt: Date) {
	const { id, provider, purpose, session, state, nonce, verifier, naar } = errand;
	await tables()
		.insertInto('platform.errand')
		.values({
			...{ id, provider_id: provider, purpose, session_id: session ?? null, state, nonce, verifier },
			...{ return_to: naar, asked_at: at, expires_at: expiresAt }
		})
		.execute();
}

/** Take it away and get it, once: whoever comes back a second time has no errand. */
export async function takeErrand(id: ErrandId, at: Date): Promise<Errand | undefined> {
	const taken = await tables()
		.deleteFrom('platform.errand')
		.where('id', '=', id)
		.where('expires_at', '>', at)
		.returningAll()
		.executeTakeFirst();
	if (!taken) return undefined;
	const { provider_id: provider, purpose, session_id: session, state, nonce, verifier, return_to: naar } = taken;
	return { id, provider, purpose, session: session ?? undefined, state, nonce, verifier, naar };
}

export type Arrival = { id: ArrivalId; provider: ProviderId; issuer: string; subject: string; naar: string };

export async function addArrival({ id, provider, issuer, subject, naar }: Arrival, expiresAt: Date) {
	await tables()
		.insertInto('platform.arrival')
		.values({ id, provider_id: provider, issuer, subject, return_to: naar, expires_at: expiresAt })
		.execute();
}

export async function findArrival(id: ArrivalId, at: Date) {
	return tables()
		.selectFrom('platform.arrival as arrival')
		.innerJoin('platform.provider as provider', 'provider.id', 'arrival.provider_id')
		.where('arrival.id', '=', id)
		.where('arrival.expires_at', '>', at)
		.where('provider.kept_at', 'is not', null)
		.select(['arrival.issuer', 'arrival.subject', 'arrival.return_to as naar'])
		.select(['provider.label', 'provider.school_id as school'])
		.executeTakeFirst();
}

export async function dropArrival(id: ArrivalId) {
	await tables().deleteFrom('platform.arrival').where('id', '=', id).execute();
}

/** Whom the provider means; used now. */
export async function useSubject(issuer: string, subject: string, at: Date): Promise<AccountId | undefined> {
	const used = await tables()
		.updateTable('platform.subject')
		.set({ used_at: at })
		.where('issuer', '=', issuer)
		.where('subject', '=', subject)
		.returning('account_id')
		.executeTakeFirst();
	return used?.account_id;
}

/** False: this subject is somebody already. */
export async function addSubject(issuer: string, subject: string, account: AccountId, at: Date): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await tables()
		.insertInto('platform.subject')
		.values({ issuer, subject, account_id: account, made_at: at, used_at: at })
		.onConflict((on) => on.columns(['issuer', 'subject']).doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

export async function clear(before: Date) {
	await tables().deleteFrom('platform.errand').where('expires_at', '<', before).execute();
	await tables().deleteFrom('platform.arrival').where('expires_at', '<', before).execute();
}

function asProvider(row: ProviderTables['platform.provider']): Provider {
	return {
		...{ id: row.id, school: row.school_id, issuer: row.issuer, clientId: row.client_id },
		...{ sealedSecret: row.sealed_secret, label: row.label, domains: row.domains, isKept: row.kept_at !== null }
	};
}

function tables() {
	return local().withTables<Tables>();
}
