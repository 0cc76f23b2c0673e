import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { closeDatabase, openDatabase } from '#platform/db.server.ts';
import { migrateJobs } from '#platform/jobs.server.ts';
import { migrate } from '#platform/migrate.server.ts';

/** A database on a real server: `owner` may do everything, `app` logs in as the application does and owns nothing. */
export type RealDatabase = { owner: string; app: string; drop: () => Promise<void> };

/** What makes a copy of the migrated schema: the server, the database to copy, the login of the application. */
export type Template = { server: string; name: string; login: string; password: string };

/** Migrates a database once, to be copied for each test file: a copy costs 50 ms, the migrations a second. */
export async function prepareTemplate(server: string): Promise<Template> {
	const tag = randomBytes(4).toString('hex');
	const template = {
		server,
		name: `eenlijn_${tag}`,
		login: `eenlijn_${tag}`,
		password: randomBytes(12).toString('hex')
	};
	await rowsAsOwner(server, `create database ${template.name}`);
	await openDatabase({ kind: 'server', url: at(server, template.name), connections: 2 });
	try {
		await migrate();
		await migrateJobs();
	} finally {
		await closeDatabase();
	}
	await rowsAsOwner(server, `create role ${template.login} login password '${template.password}' in role eenlijn_app`);
	return template;
}

export async function removeTemplate({ server, name, login }: Template) {
	await rowsAsOwner(server, `drop database if exists ${name} with (force)`);
	await rowsAsOwner(server, `drop role if exists ${login}`);
}

/** A fresh copy of the migrated schema. */
export async function copyTemplate({ server, name, login, password }: Template): Promise<RealDatabase> {
	const copy = `${name}_${randomBytes(4).toString('hex')}`;
	await rowsAsOwner(server, `create database ${copy} template ${name}`);
	return {
		owner: at(server, copy),
		app: at(server, copy, login, password),
		drop: async () => {
			await rowsAsOwner(server, `drop database if exists ${copy} with (force)`);
		}
	};
}

/** Runs one statement on a connection of its own and returns its rows. */
export async function rowsAsOwner<Row>(url: string, statement: string): Promise<Row[]> {
	const client = new Client(url);
	await client.connect();
	try {
		return (await client.query(statement)).rows;
	} finally {
		await client.end();
	}
}

function at(server: string, database: string, login?: string, password?: string) {
	const url = new URL(server);
	url.pathname = `/${database}`;
	if (login) url.username = login;
	if (password) url.password = password;
	return url.href;
}
