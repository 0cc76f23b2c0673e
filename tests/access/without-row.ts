/** Doors and use cases that stand outside the matrix still. Nothing is added here: this list may only shrink. */
export const withoutRow: readonly string[] = [
	...['/informatie', '/informatie ?/ask', '/.well-known/security.txt'],
	...['', ' ?/propose', ' ?/accept', ' ?/withdraw'].map((deed) => `/leerlingen/[id]/lijnen${deed}`),
	...['', ' ?/say', ' ?/reword', ' ?/remove', '/meenemen'].map((deed) => `/leerlingen/[id]/wat-werkt${deed}`),
	...['', ' ?/adapt'].map((deed) => `/leerlingen/[id]/wie-voor-wat${deed}`),
	...['', ' ?/answer', ' ?/refuse'].map((deed) => `/school/gezag/vraag/[id]${deed}`),
	...['/school/import/[id] ?/undo', '/school/wie-voor-wat', '/school/wie-voor-wat ?/adaptSchool'],
	...['get', 'ofSecondary', 'adapt', 'ofSchool', 'adaptSchool'].map((verb) => `people/guides.${verb}`),
	...['lastToUndo', 'undo'].map((verb) => `people/import/undos.${verb}`),
	...['mine', 'doorOf', 'ask', 'list', 'get', 'answer', 'refuse', 'answeredFor'].map(
		(verb) => `people/information-requests.${verb}`
	),
	...['get', 'propose', 'accept', 'withdraw', 'waitingFor'].map((verb) => `people/lines.${verb}`),
	...['get', 'say', 'reword', 'remove', 'takeAlong'].map((verb) => `people/what-works.${verb}`),
	...['', ' ?/confirm', ' ?/ask'].map((deed) => `/leerlingen/[id]/gegevens${deed}`),
	...[
		'',
		' ?/inviteGuardian',
		' ?/inviteOther',
		' ?/endInvitation',
		' ?/proposeStep',
		' ?/answerStep',
		' ?/withdrawStep'
	].map((deed) => `/leerlingen/[id]/kring${deed}`),
	...['', ' ?/askToMake', ' ?/make', ' ?/rename', ' ?/remove', ' ?/removeApp'].map(
		(deed) => `/profiel/inloggen${deed}`
	),
	...['', ' ?/setUp'].map((deed) => `/profiel/inloggen/app${deed}`),
	...['', ' ?/dropRecovery'].map((deed) => `/profiel/inloggen/herstelcodes${deed}`),
	...['', ' ?/tryOut', ' ?/drop', ' ?/forgetSecondStep'].map((deed) => `/school/inloggen${deed}`),
	...['', ' ?/answer'].map((deed) => `/school/verbeteringen${deed}`),
	...[' ?/askFor', ' ?/enter'].map((deed) => `/inloggen${deed}`),
	...['', ' ?/ask', ' ?/introduce'].map((deed) => `/inloggen/eerste-keer${deed}`),
	...[' ?/give', ' ?/askFor', ' ?/prove'].map((deed) => `/inloggen/opnieuw${deed}`),
	...['', ' ?/give', ' ?/setUp', ' ?/askFor', ' ?/prove', ' ?/askToMake', ' ?/make'].map(
		(deed) => `/inloggen/tweede-stap${deed}`
	),
	...[''].map((deed) => `/inloggen/via${deed}`),
	...[''].map((deed) => `/inloggen/via/heen${deed}`),
	...[''].map((deed) => `/inloggen/via/terug${deed}`),
	...['get', 'confirm', 'ask', 'open', 'answer'].map((deed) => `people/file-checks.${deed}`),
	...['circlePage', 'inviteGuardian', 'inviteOther', 'endInvitation'].map((deed) => `people/guests.${deed}`),
	...['get', 'tryOut', 'keep', 'drop', 'forgetSecondStep'].map((deed) => `people/providers.${deed}`),
	...['proposeStep', 'answerStep', 'withdrawStep'].map((deed) => `people/says.${deed}`),
	...['', ' ?/ask'].map((deed) => `/leerlingen/[id]/uitdraai${deed}`),
	...['', ' ?/askExport', ' ?/askClaim'].map((deed) => `/profiel/gegevens${deed}`),
	...['', ' ?/grant', ' ?/refuse', ' ?/extend'].map((deed) => `/school/verzoeken${deed}`),
	...[''].map((deed) => `/uitdraai/[id]${deed}`),
	...[''].map((deed) => `/uitdraai/[id]/bestand${deed}`),
	...['tell'].map((deed) => `agreements/telling.${deed}`),
	...['askClaim', 'childrenToAskFor', 'mine', 'register', 'extend', 'grant', 'refuse'].map(
		(deed) => `consent/claims.${deed}`
	),
	...['askExport', 'list', 'isMine', 'open'].map((deed) => `consent/exports.${deed}`),
	...['tellConsents', 'tellLooks', 'tellClaims'].map((deed) => `consent/telling.${deed}`),
	...['tell'].map((deed) => `conversations/telling.${deed}`),
	...['tellOwn'].map((deed) => `notifications/telling.${deed}`),
	...['tellPupil', 'tellOwn'].map((deed) => `people/telling.${deed}`)
];
