import { accountOf } from '#platform/accounts.server.ts';
import type { Ctx, Language } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { domainOf } from '#platform/oidc.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as platform from '#platform/provider.store.server.ts';
import type { ProviderId } from '#platform/provider.ts';
import { seal } from '#platform/secret.server.ts';
import { mailStepChange } from '#platform/second-step-mail.server.ts';
import * as secondStep from '#platform/second-step.server.ts';
import { findIn as findCallerIn } from './callers.server.ts';
import { byName, nameOf } from './person.ts';
import type { ProviderSettings } from './provider.input.ts';
import { mayKeepSchool } from './school.access.ts';
import { findStaff } from './school.store.server.ts';

export type ProviderReason = 'missing' | 'domain-not-ours';

/** How the staff of this school sign in, and who has a second step of their own. */
export async function get(ctx: Ctx) {
	if (!mayKeepSchool(ctx)) return no('missing');
	const staff = await read(ctx, (db) => findStaff(db, ctx));
	const provider = await platform.find({ school: ctx.school });
	const have = await secondStep.whoHas(ctx.school);
	const people = staff
		.map((person) => ({ ...person, givenName: person.given_name }))
		.sort(byName)
		.map((person) => ({ id: person.id, name: nameOf({ ...person, role: 'staff' }), email: person.email }));
	return ok({
		provider: provider && { label: provider.label, issuer: provider.issuer, domains: provider.domains },
		domains: [...new Set(people.flatMap(({ email }) => (email ? [domainOf(email)] : [])))].sort(),
		staff: people.map(({ id, name }) => ({
			id,
			name,
			isMe: id === ctx.person.id,
			hasSecondStep: have.get(id) ?? false
		}))
	});
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
	const found = (await read(ctx, (db) => findStaff(db, ctx))).find(({ id }) => id === staff);
	const account = found && (await accountOf({ school: ctx.school, person: staff }));
	if (!account) return no('missing');
	const done = await change(ctx, async (db): Promise<Outcome<Language, ProviderReason>> => {
		await secondStep.forget(db, account);
		recordFact(db, ctx, 'staff.second-step-forgotten', staff);
		return ok((await findCallerIn(db, ctx.school, staff, ctx.now))?.language ?? ctx.language);
	});
	if (!done.ok) return done;
	mailStepChange(account, 'reset', done.value);
	return ok(undefined);
}
