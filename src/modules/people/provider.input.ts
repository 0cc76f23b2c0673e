import { asDomain, asIssuer } from '#platform/oidc.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';

/** What the office knows of its own sign-in: who it is, who we are there, and whose addresses belong to it. */
export type ProviderSettings = {
	label: string;
	issuer: string;
	clientId: string;
	clientSecret: string;
	domains: string[];
};
export type ProviderInputReason = 'label-missing' | 'issuer-wrong' | 'client-missing' | 'domain-wrong';

export function readProvider(form: FormData, loopback: boolean): Outcome<ProviderSettings, ProviderInputReason> {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const [label, clientId, clientSecret] = [text('label'), text('clientId'), text('clientSecret')];
	const issuer = asIssuer(text('issuer'), loopback);
	const named = text('domains')
		.split(/[\s,;]+/)
		.filter(Boolean);
	const domains = named.flatMap((domain) => asDomain(domain) ?? []);
	if (!label || label.length > 60) return no('label-missing');
	if (!issuer || issuer.length > 300) return no('issuer-wrong');
	if (!clientId || !clientSecret || clientId.length > 300 || clientSecret.length > 500) return no('client-missing');
	if (!domains.length || domains.length !== named.length || domains.length > 10) return no('domain-wrong');
	return ok({ label, issuer, clientId, clientSecret, domains });
}
