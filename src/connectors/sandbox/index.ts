export { sandbox } from './connector.ts';
