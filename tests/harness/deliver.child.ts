import { deliver } from '#modules/notifications/messages.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { openDatabase } from '#platform/db.server.ts';
import type { SchoolId } from '#platform/ids.ts';

/** A process that sends the mail of one school, for a test that kills it while it does. */
const [url, school, moment] = process.argv.slice(2) as [string, SchoolId, string];
setClock(new Date(moment));
await openDatabase({ kind: 'server', url });
await deliver(school);
process.exit(0);
