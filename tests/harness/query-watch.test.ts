import { describe, expect, test } from 'vitest';
import { wrongInQuery } from './query-watch.ts';

const tables = new Set(['people.person', 'agreements.agreement', 'agreements.party']);
const wrong = (sql: string) => wrongInQuery(sql, tables);

describe('a query that stays in its school passes', () => {
	test.each([
		`select * from "people"."person" where "school_id" = $1 and "id" = $2`,
		`select "p"."id" from "people"."person" as "p" where ("p"."school_id" = $1 and ("p"."role" = $2 or "p"."role" = $3)) order by "p"."id" limit $4`,
		`select "people"."person"."id" from "people"."person" where "people"."person"."school_id" = $1`,
		`select * from "agreements"."agreement" as "a" inner join "agreements"."party" as "p" on "p"."school_id" = "a"."school_id" and "p"."agreement_id" = "a"."id" where "a"."school_id" = $1`,
		`select * from "agreements"."agreement" as "a" left join "agreements"."party" as "p" on "a"."school_id" = "p"."school_id" and "p"."agreement_id" = "a"."id" inner join "people"."person" as "q" on "q"."school_id" = "p"."school_id" where "a"."school_id" = $1 and "a"."text" is distinct from $2`,
		`select (select json_agg("p"."id") from "agreements"."party" as "p" where "p"."school_id" = "a"."school_id" and "p"."agreement_id" = "a"."id") as "parties" from "agreements"."agreement" as "a" where "a"."school_id" = $1`,
		`with "mine" as (select "id" from "people"."person" where "school_id" = $1) select * from "mine"`,
		`insert into "people"."person" ("school_id", "id") values ($1, $2) on conflict ("school_id", "id") do update set "email" = "excluded"."email" where "person"."email" is null`,
		`update "people"."person" set "email" = $1 where "school_id" = $2::uuid and "id" = $3 returning "id"`,
		`delete from "people"."person" where "school_id" = $1 and "id" in ($2, $3)`,
		`select * from "people"."person" where "school_id" = $1 for update skip locked`,
		`select * from "platform"."tenant" where "brin" = $1`,
		`select platform.enter_school($1::uuid)`,
		`select "group"."from" from "people"."person" as "group" where "group"."school_id" = $1`,
		`set local role eenlijn_app`
	])('%s', (sql) => expect(wrong(sql)).toEqual([]));
});

describe('planted: a query that leaves its school is caught', () => {
	test.each([
		['no filter', `select * from "people"."person" where "id" = $1`],
		['no where at all', `select count(*) from people.person`],
		['the filter under an or', `select * from "people"."person" where ("school_id" = $1 or "id" = $2)`],
		['another column', `select * from "people"."person" where "id" = $1 and "old_school_id" = $2`],
		[
			'a join on the id alone',
			`select * from "agreements"."agreement" as "a" inner join "agreements"."party" as "p" on "p"."agreement_id" = "a"."id" where "a"."school_id" = $1`
		],
		[
			'the join but no filter',
			`select * from "agreements"."agreement" as "a" inner join "agreements"."party" as "p" on "p"."school_id" = "a"."school_id"`
		],
		['equal to itself', `select * from "people"."person" as "p" where "p"."school_id" = "p"."school_id"`],
		[
			'a subquery',
			`select * from "people"."person" where "school_id" = $1 and exists (select 1 from "agreements"."party" as "x" where "x"."person_id" = $2)`
		],
		['inside a with', `with "all" as (select * from "people"."person") select * from "all"`],
		[
			'the second half of a union',
			`select 1 from people.person where school_id = $1 union all select 1 from people.person`
		],
		['an insert without it', `insert into "people"."person" ("id") values ($1)`],
		[
			'an insert from a select without returning',
			`insert into "people"."person" ("school_id") select "school_id" from "agreements"."party" where "school_id" = $1`
		],
		['an update without it', `update "people"."person" set "email" = $1 where "id" = $2`],
		['an update that moves', `update "people"."person" set "school_id" = $1 where "school_id" = $2`],
		['a delete without it', `delete from "people"."person" where "id" = $1`],
		['two statements', `select 1; select 2`],
		['merge', `merge into people.person using x on true`],
		[
			'a clock in do update',
			`insert into people.person (school_id) values ($1) on conflict (school_id) do update set at = now()`
		]
	])('%s', (_what, sql) => expect(wrong(sql)).not.toEqual([]));
});
