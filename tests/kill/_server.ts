import { startTestServer } from '../helpers/postgres.ts';
const server = await startTestServer();
console.log(server.url);
setInterval(() => {}, 1 << 30);
