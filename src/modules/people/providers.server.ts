import { accountOf, membershipsOf } from '#platform/accounts.server.ts';
import { owesSecondStep, type Ctx, type Language } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { AccountId, PersonId } from '#platform/ids.ts';
import { domainOf } from '#platform/oidc.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as platform from '#platform/provider.store.server.ts';
import type { ProviderId } from '#platform/provider.ts';
import { seal } from '#platform/secret.server.ts';
import { mailKeeper, mailStepChange } from '#platform/second-step-mail.server.ts';
import * as secondStep from '#platform/second-step.server.ts';
import * as callers from './callers.server.ts';
import { byName, nameOf } from './person.ts';
import { findAll as findProfessionals } from './professional.store.server.ts';
import type { ProviderSettings } from './provider.input.ts';
import { mayKeepSchool } from './school.access.ts';
import { findStaff } from './school.store.server.ts';
import { namesOf } from './schools.server.ts';

export type ProviderReason = 'missing' | 'domain-not-ours';

/** How the staff of this school sign in, and who has a second step of their own. */
export async function get(ctx: Ctx) {
	if (!mayKeepSchool(ctx)) return no('missing');
	const [staff, fromOutside] = await read(
		ctx,
		async (db) => [await findStaff(db, ctx), await findProfessionals(db, ctx)] as const
	);
	const provider = await platform.find({ school: ctx.school });
	const have = await secondStep.whoHas(ctx.school);
	const people = [
		...staff.map((one) => asWorker(one, 'staff')),
		...fromOutside.map((one) => asWorker(one, 'professional'))
	]
		.sort(byName)
		.map((person) => ({ id: person.id, name: nameOf(person) }));
	return ok({
		provider: provider && { label: provider.label, issuer: provider.issuer, domains: provider.domains },
		domains: [...new Set(staff.flatMap(({ email }) => (email ? [domainOf(email)] : [])))].sort(),
		staff: people.map(({ id, name }) => ({
			id,
			name,
			isMe: id === ctx.person.id,
			hasSecondStep: have.get(id) ?? false
		}))
	});
}

function asWorker(one: Awaited<ReturnType<typeof findProfessionals>>[number], role: 'staff' | 'professional') {
	return { ...one, givenName: one.given_name, role };
}

/** Write down a provider to try out. It opens nothing until somebody of the office went there and came back. */
export async function tryOut(ctx: Ctx, settings: ProviderSettings): Promise<Outcome<ProviderId, ProviderReason>> {
	const { label, issuer, clientId, clientSecret, domains } = settings;
	const id = newId<ProviderId>();
	const sealedSecret = await seal(clientSecret, `provider ${id}`);
	return change(ctx, async (db): Promise<Outcome<ProviderId, ProviderReason>> => {
		if (!mayKeepSchool(ctx)) return no('missing');
		const ours = (await findStaff(db, ctx)).flatMap(({ email }) => (email ? [domainOf(email)] : []));
		if (!domains.every((domain) => ours.includes(domain))) return no('domain-not-ours');
		const provider = { id, school: ctx.school, issuer, clientId, sealedSecret, label, domains, isKept: false };
		await platform.add(db, provider, ctx.now);
		return ok(id);
	});
}

/** From now on the staff of this school sign in there. */
export function keep(ctx: Ctx, id: ProviderId): Promise<Outcome<undefined, ProviderReason>> {
	return change(ctx, async (db): Promise<Outcome<undefined, ProviderReason>> => {
		if (!mayKeepSchool(ctx)) return no('missing');
		if (!(await platform.keep(db, ctx.school, id, ctx.now))) return no('missing');
		recordFact(db, ctx, 'provider.kept', ctx.school);
		return ok(undefined);
	});
}

/** No more: staff sign in by mail and a second step again. */
export function drop(ctx: Ctx): Promise<Outcome<undefined, ProviderReason>> {
	return change(ctx, async (db): Promise<Outcome<undefined, ProviderReason>> => {
		if (!mayKeepSchool(ctx)) return no('missing');
		if (!(await platform.drop(db, ctx.school))) return no('missing');
		recordFact(db, ctx, 'provider.dropped', ctx.school);
		return ok(undefined);
	});
}

/** Somebody lost telephone and codes: they set up a new second step at their next sign-in, and are signed out until then. */
export async function forgetSecondStep(ctx: Ctx, staff: PersonId): Promise<Outcome<undefined, ProviderReason>> {
	if (!mayKeepSchool(ctx) || staff === ctx.person.id) return no('missing');
	const found = await read(ctx, async (db) => {
		const workers = [...(await findStaff(db, ctx)), ...(await findProfessionals(db, ctx))];
		return workers.some(({ id }) => id === staff);
	});
	const account = found && (await accountOf({ school: ctx.school, person: staff }));
	if (!account) return no('missing');
	const done = await change(ctx, async (db): Promise<Outcome<Language, ProviderReason>> => {
		await secondStep.forget(db, account);
		recordFact(db, ctx, 'staff.second-step-forgotten', staff);
		return ok((await callers.findIn(db, ctx.school, staff, ctx.now))?.language ?? ctx.language);
	});
	if (!done.ok) return done;
	mailStepChange(account, 'reset', done.value);
	await tellOtherSchools(ctx, account);
	return ok(undefined);
}

/**
 * One account opens every school somebody works at, so what one office takes away is gone at the others too. Each of them
 * finds it among its facts, and its office hears of it by mail: they know whether their colleague asked for it.
 */
async function tellOtherSchools({ school: here, now }: Ctx, account: AccountId) {
	const by = (await namesOf([here])).get(here) ?? '';
	for (const { school, person } of await membershipsOf(account)) {
		const caller = school === here ? undefined : await callers.find(school, person, now);
		if (!caller || !owesSecondStep(caller.person)) continue;
		const ctx: Ctx = { school, person: caller.person, now, language: caller.language };
		await change(ctx, async (db) => {
			recordFact(db, ctx, 'staff.second-step-forgotten', person, { by: 'other-school' });
			return ok(undefined);
		});
		const { personas } = await callers.all(school, now);
		for (const keeper of personas) {
			if (keeper.id === person || !mayKeepSchool({ ...ctx, person: keeper })) continue;
			const theirs = await accountOf({ school, person: keeper.id });
			if (theirs) mailKeeper(theirs, { name: caller.name, by }, caller.language);
		}
	}
}
