// npm run schema: writes src/db/schema.sql anew from the migrations. The test beside it fails until this was run.
import { writeFile } from 'node:fs/promises';
import { schemaSnapshot } from '../src/db/schema-snapshot.ts';
import { testDatabase } from '../tests/helpers/database.ts';

await using database = await testDatabase();
await writeFile(new URL('../src/db/schema.sql', import.meta.url), await schemaSnapshot(database.owner));
process.stdout.write('src/db/schema.sql is written.\n');
