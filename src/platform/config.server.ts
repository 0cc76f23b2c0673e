/** What the surroundings tell this process. Read once, at the start. */
export type Config = {
	build: 'trial' | 'production';
	/** A PostgreSQL server; without it the embedded database in `dataDir`. */
	databaseUrl: string | undefined;
	dataDir: string;
	origin: string;
	/** Without it, mail goes to the mailbox of the trial. */
	smtpUrl: string | undefined;
	/** A bucket for pictures and recordings; without it they stay in the database. */
	filesUrl: string | undefined;
	mailFrom: string;
	logLevel: string;
	/** Whoever finds a weakness writes here: an address of mail or of a page, as RFC 9116 has it. */
	securityContact: string;
};

/** @throws an Error whose message is a sentence for each thing that is missing, one a line. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
	const build = env.EENLIJN_BUILD === 'production' ? 'production' : 'trial';
	const missing =
		build === 'production'
			? ['DATABASE_URL', 'ORIGIN', 'SMTP_URL'].filter((name) => !env[name]).map((name) => sentences[name]!)
			: [];
	if (missing.length) throw new Error(missing.join('\n'));

	const port = env.PORT || '3000';
	const mailFrom = env.MAIL_FROM || 'Eenlijn <eenlijn@localhost>';
	return {
		build,
		databaseUrl: env.DATABASE_URL || undefined,
		dataDir: env.DATA_DIR || 'data',
		origin: (env.ORIGIN || `http://localhost:${port}`).replace(/\/$/, ''),
		smtpUrl: env.SMTP_URL || undefined,
		filesUrl: env.FILES_URL || undefined,
		mailFrom,
		logLevel: env.LOG_LEVEL || 'info',
		securityContact: env.SECURITY_CONTACT || `mailto:${/[^\s<>]+@[^\s<>]+/.exec(mailFrom)?.[0] ?? 'eenlijn@localhost'}`
	};
}

const sentences: Record<string, string> = {
	DATABASE_URL: 'DATABASE_URL is missing: name the PostgreSQL server, for example postgres://eenlijn@db/eenlijn.',
	ORIGIN: 'ORIGIN is missing: the address people type, for example https://eenlijn.school.nl.',
	SMTP_URL: 'SMTP_URL is missing: the server that sends the mail, for example smtps://user:password@mail.school.nl.'
};
