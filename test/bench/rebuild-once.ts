/** Makes all lists of a record anew, as `minutebook rebuild` does beside a running server. */

import 'reflect-metadata';
import { openRecord, rebuild } from '#application';

const record = openRecord(process.argv[2] ?? '');
await rebuild(record);
await record.close();
process.stdout.write('rebuilt\n');
setInterval(() => undefined, 1_000);
process.on('SIGTERM', () => process.exit(0));
