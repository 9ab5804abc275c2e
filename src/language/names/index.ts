export { partsOfName, searchFor, type Hit, type Listed } from './find-listed.ts';
