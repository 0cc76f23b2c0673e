import type { Objects } from './objects.ts';
import { circle, found, guardians, signedOut, staff, type Policy } from './policies.ts';

const children: Policy = found(...circle);
/** Lines are for two homes, and only Noor has two; of Milan, who is sixteen, no step is left to agree to. */
const ofNoor =
	(policy: Policy): Policy =>
	(who, child) =>
		(child === 'noor' ? policy : found())(who, child);
const notMilan =
	(policy: Policy): Policy =>
	(who, child) =>
		(child === 'milan' ? found() : policy)(who, child);
/** Every guardian of a child, in its circle or not; the peer parent has none here. */
const tied: Policy = signedOut(({ who, name }) =>
	who!.role === 'guardian' && name !== 'peer parent' ? 'allowed' : 'missing'
);

/** What an export tells, chapter by chapter: of a child to its circle, of oneself to oneself. */
export const tellingPolicies: Record<string, Policy> = {
	// Who chooses a time, and with whom.
	'cycle/telling.tell': found(...guardians, ...staff),
	'people/child-telling.tellCircle': children,
	'people/child-telling.tellGuides': children,
	'people/child-telling.tellWorks': children,
	'people/child-telling.tellLines': ofNoor(found(...guardians, ...staff)),
	// Of whom the file was looked at with: her mother.
	'people/child-telling.tellChecks': found('mother'),
	'people/child-telling.tellSays': notMilan(children),
	'people/own-telling.tellAuthority': found(...guardians),
	'people/own-telling.tellAuthorities': tied,
	// Her father said how he likes to hear from school, and once asked it something.
	'people/own-telling.tellWishes': found('otherHome'),
	'people/own-telling.tellRequests': found('otherHome'),
	// Nothing was answered and nobody was invited to Eenlijn: src/holdings.test.ts reads what is told then.
	'people/own-telling.tellAnswered': found(),
	'people/own-telling.tellInvitations': found()
};

const pupil = ({ family }: Objects) => [family.pupil.id];
/** About whoever asks; the words only keep it from being asked for each child. */
const oneself = () => ['about who asks'];

export const tellingCalls = Object.fromEntries(
	Object.keys(tellingPolicies).map((name) => [
		name,
		/tell(Authorities|Wishes|Requests|Invitations)$/.test(name) ? oneself : pupil
	])
);
