import { anyOffice, found, ofRole, office, open, signedIn, type Policy } from './policies.ts';

/** To the front, whoever asks: nothing is under way here. */
const toSignIn: Policy = () => 'refused';
/** The one whose passkey it is. */
const onlyMother = found('mother');

/** How people come in and prove who they are, and how their school lets its staff in. */
export const accountPolicies: Record<string, Policy> = {
	'/.well-known/security.txt': open,
	'/inloggen ?/askFor': open,
	'/inloggen ?/enter': open,
	// Nobody comes back from a school's own sign-in here.
	'/inloggen/eerste-keer': toSignIn,
	'/inloggen/eerste-keer ?/ask': toSignIn,
	'/inloggen/eerste-keer ?/introduce': toSignIn,
	'/inloggen/opnieuw ?/give': signedIn,
	// Gives back what was sent, to who sent it; opened by itself there is nothing.
	'/inloggen/opnieuw/bewaard': () => 'missing',
	'/inloggen/opnieuw/bewaard ?/keep': (who) => (who.who ? 'allowed' : 'missing'),
	'/inloggen/opnieuw ?/askFor': signedIn,
	'/inloggen/opnieuw ?/prove': signedIn,
	// Who is through already is led on; who is not signed in, to the front.
	'/inloggen/tweede-stap': signedIn,
	'/inloggen/tweede-stap ?/give': signedIn,
	'/inloggen/tweede-stap ?/setUp': signedIn,
	'/inloggen/tweede-stap ?/askFor': signedIn,
	'/inloggen/tweede-stap ?/prove': signedIn,
	'/inloggen/tweede-stap ?/askToMake': signedIn,
	'/inloggen/tweede-stap ?/make': signedIn,
	// No school here has a sign-in of its own that is kept.
	'/inloggen/via': () => 'missing',
	'/inloggen/via/heen': () => 'missing',
	'/inloggen/via/terug': toSignIn,
	'/profiel/inloggen': signedIn,
	'/profiel/inloggen ?/askToMake': signedIn,
	'/profiel/inloggen ?/make': signedIn,
	'/profiel/inloggen ?/rename': onlyMother,
	'/profiel/inloggen ?/remove': onlyMother,
	'/profiel/inloggen ?/removeApp': signedIn,
	// The second step is for staff.
	'/profiel/inloggen/app': ofRole('staff', 'professional'),
	'/profiel/inloggen/app ?/setUp': ofRole('staff', 'professional'),
	'/profiel/inloggen/herstelcodes': ofRole('staff', 'professional'),
	'/profiel/inloggen/herstelcodes ?/dropRecovery': ofRole('staff', 'professional'),
	'/school/inloggen': anyOffice,
	'/school/inloggen ?/tryOut': anyOffice,
	// One was written down at De Linde.
	'/school/inloggen ?/drop': (who) => office(who, 'noor'),
	'/school/inloggen ?/forgetSecondStep': office
};
