import { expect, test } from 'vitest';
import { statementsOf } from './migrate.server.ts';

test('a migration is cut into statements, bodies stay whole, comments go', () => {
	const text = `-- why\ncreate schema a;\ncreate function a.b() returns void language plpgsql as $$\nbegin\n  perform 1;\nend\n$$;\nselect 1;\n`;
	expect(statementsOf(text)).toHaveLength(3);
	expect(statementsOf(text)[1]).toContain('perform 1;\nend');
});
