/** The columns of our own list of guardians (standards §2). */
export const columns = [
	'leerling_key',
	'volgnummer',
	'relatie',
	'gezag',
	'informatie_toegestaan',
	'voorletters',
	'roepnaam',
	'voorvoegsel',
	'achternaam',
	'email',
	'mobiel',
	'huishouden',
	'taal',
	'tolk'
] as const;
export type Column = (typeof columns)[number];
