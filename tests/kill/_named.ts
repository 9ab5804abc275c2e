import pg from 'pg';
import { createHash } from 'node:crypto';
const original = pg.Client.prototype.query as any;
const names = new Map<string, string>();
(pg.Client.prototype as any).query = function (text: any, values: any, ...rest: any[]) {
  if (typeof text === 'string' && Array.isArray(values) && values.length > 0 && process.env.NAMED) {
    let name = names.get(text);
    if (!name) names.set(text, (name = 'g' + createHash('md5').update(text).digest('hex')));
    return original.call(this, { name, text, values }, ...rest);
  }
  return original.call(this, text, values, ...rest);
};
