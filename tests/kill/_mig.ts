import pg from 'pg';
import { migrate } from '#/db/migrate.ts';
const c = new pg.Client('postgres://postgres@127.0.0.1:5599/postgres');
await c.connect();
await c.query('drop database if exists engine_dev with (force)');
await c.query('create database engine_dev');
await c.end();
await migrate({
  ownerUrl: 'postgres://postgres@127.0.0.1:5599/engine_dev',
  appPassword: 'app',
  onStep: (n) => console.log(n),
}).catch((e) => console.log(e.message, e.position));
