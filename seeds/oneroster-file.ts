/** A small school as a set of OneRoster lists, with messy cells where a test asks for them. */
export type OneRosterSchool = {
	version?: '1.1' | '1.2';
	/** Where the tie between parent and child stands. */
	agents?: 'pupil' | 'parent' | 'both';
	/** Rows in place of our own, by list. */
	lists?: Record<string, string>;
};

export function oneRoster({ version = '1.1', agents = 'both', lists = {} }: OneRosterSchool = {}): Record<
	string,
	string
> {
	const ties = (side: 'pupil' | 'parent', ids: string) => (agents === 'both' || agents === side ? `"${ids}"` : '');
	const people = [
		['noor', 'student', 'Noor', 'Benali', 'noor@school.example', ties('pupil', 'samira,youssef')],
		['sem', 'student', 'Sem', 'Benali', '', ties('pupil', 'samira')],
		['anke', 'teacher', 'Anke', 'van der Visser', 'anke@school.example', ''],
		['joris', 'principal', 'Joris', 'Dekker', 'joris@school.example', ''],
		['samira', 'parent', 'Samira', 'Idrissi', 'samira@example.org', ties('parent', 'noor,sem')],
		['youssef', 'guardian', 'Youssef', 'Benali', '', ties('parent', 'noor')],
		['fatima', 'relative', 'Fatima', 'Benali', 'fatima@example.org', ties('parent', 'noor')]
	] as const;
	const users =
		version === '1.1'
			? [
					'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
					...people.map(([id, role, given, family, mail, tied]) =>
						[
							id,
							'',
							'',
							'true',
							'org',
							role,
							`${id}01`,
							'',
							given,
							family,
							'',
							'',
							mail,
							'',
							'',
							tied,
							'',
							'geheim99'
						].join(',')
					)
				]
			: [
					'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns',
					...people.map(([id, , given, family, mail, tied]) =>
						[
							id,
							'',
							'',
							'true',
							`${id}01`,
							'',
							given,
							family,
							'',
							'',
							mail,
							'',
							'',
							tied,
							'',
							'geheim99',
							'',
							'',
							'',
							'',
							'',
							'org',
							''
						].join(',')
					)
				];
	const roles = [
		'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
		...people.map(([id, role]) => `r-${id},,,${id},primary,${role},,,org,`)
	];
	const text = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;
	return {
		'manifest.csv': text([
			'propertyName,value',
			'manifest.version,1.0',
			`oneroster.version,${version}`,
			'file.users,bulk',
			'source.systemName,'
		]),
		'orgs.csv': text([
			'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
			'org,,,De Linde,school,97AA00,'
		]),
		'academicSessions.csv': text([
			'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
			'y,,,2026-2027,schoolYear,2026-08-01,2027-07-31,,2027',
			't,,,Herfst,term,2026-08-01,2027-01-31,y,2027'
		]),
		'classes.csv': text([
			'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
			'g5,,,Groep 5,05,c,,homeroom,,org,t,,,',
			'gym,,,Gym,"05,06",c,,scheduled,,org,t,,,'
		]),
		'users.csv': text(users),
		...(version === '1.2' && { 'roles.csv': text(roles) }),
		'enrollments.csv': text([
			'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
			'e1,,,gym,org,noor,student,true,,',
			'e2,,,g5,org,noor,student,,,',
			'e3,,,g5,org,sem,student,,,',
			'e4,,,g5,org,anke,teacher,true,,'
		]),
		'demographics.csv': text([
			'sourcedId,status,dateLastModified,birthDate,sex',
			'noor,,,2017-03-14,',
			'sem,,,2020-05-02,'
		]),
		...lists
	};
}
