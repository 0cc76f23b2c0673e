import type { SchoolId } from './ids.ts';

export type ProviderId = string & { readonly __provider: never };
export type ErrandId = string & { readonly __errand: never };
export type ArrivalId = string & { readonly __arrival: never };
/** To come in, to prove once more who is there, or to try it out. */
export type Purpose = 'enter' | 'confirm' | 'try';

/** Where a school's staff sign in. Kept: it was tried out, and it is the one. */
export type Provider = {
	id: ProviderId;
	school: SchoolId;
	issuer: string;
	clientId: string;
	sealedSecret: string;
	label: string;
	domains: string[];
	isKept: boolean;
};
