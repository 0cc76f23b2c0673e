import { voices, type Voice } from '#modules/people/circle.ts';
import { asId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { domains, noteAudiences, type Development, type DevelopmentId, type Domain } from './development.ts';
import { domainSlugs } from './development.words.ts';

export const longestWords = 2000;
export type DevelopmentInputReason = 'empty' | 'too-long' | 'no-domain';
export type Noted = Pick<Development, 'domain' | 'words' | 'audience'>;

export function parseNoted(form: FormData): Outcome<Noted, DevelopmentInputReason> {
	const words = String(form.get('words') ?? '').trim();
	const domain = domains.find((one) => one === form.get('domain'));
	const audience = noteAudiences.find((one) => one === form.get('audience')) ?? 'circle';
	if (!words) return no('empty');
	if (words.length > longestWords) return no('too-long');
	return domain ? ok({ domain, words, audience }) : no('no-domain');
}

export function parseVoice(form: FormData): Voice | undefined {
	return voices.find((one) => one === form.get('voice'));
}

export function parseVersion(form: FormData): number {
	return Number(form.get('version'));
}

export function parseDevelopmentId(form: FormData): DevelopmentId | undefined {
	return asId<DevelopmentId>(form.get('note'));
}

/** Which part of the page is asked for, in the words of the address. */
export function domainIn(url: URL): Domain | undefined {
	return domains.find((domain) => domainSlugs[domain] === url.searchParams.get('gebied'));
}

/** From where on further back; undefined: from now. */
export function beforeIn(url: URL): Date | undefined {
	const text = url.searchParams.get('voor') ?? '';
	const at = new Date(text);
	return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(at.getTime()) ? at : undefined;
}
