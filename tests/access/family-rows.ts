import { children } from './personas.ts';
import {
	anyOffice,
	circle,
	found,
	guardians,
	ofRole,
	office,
	only,
	signedIn,
	staff,
	teaches,
	type Policy
} from './policies.ts';

const family = [...guardians, 'pupil'] as const;
/** A guardian with authority; from 12 the pupil as well (handbook §2). */
const inviting: Policy = (who, child) =>
	only(child === 'yara' || child === 'milan' ? ['mother', 'otherHome', 'pupil'] : ['mother', 'otherHome'])(who, child);

/** Lines are for two homes and school, and nothing for the pupil (handbook §1 P13); only Noor has two. */
const ofTwoHomes =
	(policy: Policy): Policy =>
	(who, child) =>
		(child === 'noor' ? policy : found())(who, child);
const lineParties = ofTwoHomes(found(...guardians, ...staff));
/** Said for the home of her mother, who proposed it: of that home each speaks. */
const proposedLine = ofTwoHomes(only(['mother', 'invited'], [...guardians, ...staff]));

/** From 16 nobody but the law widens what a pupil may say (handbook §2). */
const before16 =
	(policy: Policy): Policy =>
	(who, child) =>
		(child === 'milan' ? found() : policy)(who, child);
/** Who must say yes to another step: each home by who has authority, and the pupil. */
const askedToAgree = before16(only(['mother', 'otherHome', 'pupil']));
const proposingStep = only([...guardians, 'pupil', ...staff]);

/** About the child: with authority, and from 16 only the pupil (standards §5.1), who does so at its own profile. */
const askingForChild: Policy = (who, child) => (child === 'milan' ? found() : found('mother', 'otherHome'))(who, child);
const askingAbout: Policy = (who, child) =>
	(child === 'milan' ? found('pupil') : found('mother', 'otherHome', 'pupil'))(who, child);
/** Who asked what stands in the register here. */
const asked: Policy = (who, child) => (child === 'milan' ? found('pupil') : found('mother'))(who, child);

/** The page of who may only ask: without authority, or with an answer to a question of before. */
const informed = found('without', 'invited', 'otherHome');
/** Art. 1:377c BW: without authority, let in or not. */
const asksForFacts = found('without', 'invited');

/** The pages of one child beside talks and agreements, and what the office does with what is asked there. */
export const familyPolicies: Record<string, Policy> = {
	'/informatie': informed,
	'/informatie ?/ask': asksForFacts,
	'/leerlingen/[id]/gegevens': found(...guardians),
	'/leerlingen/[id]/gegevens ?/confirm': found(...guardians),
	'/leerlingen/[id]/gegevens ?/ask': found(...guardians),
	'/leerlingen/[id]/kring': found(...circle),
	'/leerlingen/[id]/kring ?/inviteGuardian': inviting,
	'/leerlingen/[id]/kring ?/inviteOther': inviting,
	'/leerlingen/[id]/kring ?/endInvitation': inviting,
	'/leerlingen/[id]/kring ?/proposeStep': proposingStep,
	'/leerlingen/[id]/kring ?/answerStep': askedToAgree,
	'/leerlingen/[id]/kring ?/withdrawStep': before16(only(['teacher'])),
	'/leerlingen/[id]/lijnen': lineParties,
	'/leerlingen/[id]/lijnen ?/propose': lineParties,
	'/leerlingen/[id]/lijnen ?/accept': lineParties,
	'/leerlingen/[id]/lijnen ?/withdraw': proposedLine,
	'/leerlingen/[id]/uitdraai': askingForChild,
	'/leerlingen/[id]/uitdraai ?/ask': askingForChild,
	'/leerlingen/[id]/wat-werkt': found(...circle),
	'/leerlingen/[id]/wat-werkt ?/say': found(...circle),
	'/leerlingen/[id]/wat-werkt ?/reword': only(['mother']),
	'/leerlingen/[id]/wat-werkt ?/remove': only(['mother']),
	'/leerlingen/[id]/wat-werkt/meenemen': found(...family),
	'/leerlingen/[id]/wie-voor-wat': found(...circle),
	'/leerlingen/[id]/wie-voor-wat ?/adapt': only(staff),
	'/profiel/gegevens': signedIn,
	'/profiel/gegevens ?/askExport': signedIn,
	'/profiel/gegevens ?/askClaim': askingAbout,
	'/school/gezag/vraag/[id]': office,
	'/school/gezag/vraag/[id] ?/answer': office,
	'/school/gezag/vraag/[id] ?/refuse': office,
	// Nothing was read in here that could be put back; who may is in undos.test.ts.
	'/school/import/[id] ?/undo': found(),
	'/school/verbeteringen': anyOffice,
	'/school/verbeteringen ?/answer': office,
	'/school/verzoeken': anyOffice,
	'/school/verzoeken ?/grant': office,
	'/school/verzoeken ?/refuse': office,
	'/school/verzoeken ?/extend': office,
	'/profiel/voorstellen': ofRole('staff'),
	'/profiel/voorstellen ?/introduce': ofRole('staff'),
	'/profiel/voorstellen ?/speak': ofRole('staff'),
	'/profiel/voorstellen ?/fallSilent': ofRole('staff'),
	'/profiel/voorstellen/stem': teaches,
	'/school/gesprekken': anyOffice,
	'/school/gesprekken/[soort]': anyOffice,
	'/school/gesprekken/[soort] ?/preview': anyOffice,
	'/school/gesprekken/[soort] ?/adapt': anyOffice,
	'/school/gesprekken/[soort] ?/restore': anyOffice,
	'/school/wie-voor-wat': anyOffice,
	'/school/wie-voor-wat ?/adaptSchool': anyOffice,
	// Of who asked for it, and of nobody else: not of the other parent.
	'/uitdraai/[id]': found('mother'),
	'/uitdraai/[id]/bestand': found('mother')
};

/** The same without a door before it. */
export const familyUseCases: Record<string, Policy> = {
	'agreements/telling.tell': found(...circle),
	'conversations/telling.tell': found(...circle),
	'consent/claims.askClaim': askingAbout,
	'consent/claims.childrenToAskFor': askingForChild,
	'consent/claims.mine': asked,
	'consent/claims.register': anyOffice,
	'consent/claims.extend': office,
	'consent/claims.grant': office,
	'consent/claims.refuse': office,
	'consent/exports.askExport': askingAbout,
	'consent/exports.list': askingAbout,
	'consent/exports.isMine': found('mother'),
	'consent/exports.open': found('mother'),
	'consent/telling.tellConsents': found(...family, ...staff),
	'consent/telling.tellClaims': (who) =>
		children.some((child) => asked(who, child) === 'allowed') ? 'allowed' : 'missing',
	'people/file-checks.get': found(...guardians),
	'people/file-checks.confirm': found(...guardians),
	'people/file-checks.ask': found(...guardians),
	// The mother has just looked.
	'people/file-checks.waitingFor': found('otherHome', 'invited'),
	'people/file-checks.putOff': ofRole('guardian'),
	'people/file-checks.open': anyOffice,
	'people/file-checks.answer': office,
	'people/guests.circlePage': found(...circle),
	'people/guests.inviteGuardian': inviting,
	'people/guests.inviteOther': inviting,
	'people/guests.endInvitation': inviting,
	'people/guides.get': found(...circle),
	// At a secondary school, where parents don't know where to begin.
	'people/guides.ofSecondary': (who, child) => (child === 'milan' ? found(...guardians) : found())(who, child),
	'people/guides.adapt': only(staff),
	'people/guides.ofSchool': anyOffice,
	'people/guides.adaptSchool': anyOffice,
	'people/import/undos.lastToUndo': found(),
	'people/import/undos.undo': found(),
	'people/information-requests.mine': informed,
	'people/information-requests.ask': asksForFacts,
	'people/information-requests.list': anyOffice,
	'people/information-requests.get': office,
	'people/information-requests.answer': office,
	'people/information-requests.refuse': office,
	'people/lines.get': lineParties,
	'people/lines.propose': lineParties,
	'people/lines.accept': lineParties,
	'people/lines.withdraw': proposedLine,
	// Her mother's home has said yes by proposing it.
	'people/lines.waitingFor': ofTwoHomes(found('otherHome', ...staff)),
	'people/providers.get': anyOffice,
	'people/providers.tryOut': anyOffice,
	'people/providers.keep': office,
	'people/providers.drop': office,
	'people/providers.forgetSecondStep': office,
	'people/says.proposeStep': proposingStep,
	'people/says.answerStep': askedToAgree,
	'people/says.withdrawStep': before16(only(['teacher'])),
	'people/telling.tellPupil': found(...circle),
	'people/telling.tellOwn': signedIn,
	'people/what-works.get': found(...circle),
	'people/what-works.say': found(...circle),
	'people/what-works.reword': only(['mother']),
	'people/what-works.remove': only(['mother']),
	'people/what-works.takeAlong': found(...family)
};
