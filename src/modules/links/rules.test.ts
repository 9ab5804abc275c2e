import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openerOf } from './rules.ts';

const BROWSERS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0',
  'Mozilla/5.0 (Linux; Android 16; SM-S931B) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/500.0.0]',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Instagram 400.0.0',
  'Mozilla/5.0 (Linux; Android 16; CUBOT P80) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36',
];
const MACHINES = [
  '',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'meta-externalagent/1.1',
  'Twitterbot/1.0',
  'TelegramBot (like TwitterBot)',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0)',
  'WhatsApp/2.23',
  'Viber/13',
  'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)',
  'Mastodon/4.5.0 (http.rb/5.3.1; +https://mastodon.social/) Bot',
  'Slackbot-LinkExpanding 1.0',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0)',
  'curl/8.16.0',
  'python-requests/2.32',
  'Go-http-client/2.0',
  'Glasnik',
];

test('people are told from programs, and who only looks ahead is nobody', () => {
  const by = (agent: string, more: Record<string, string> = {}, method = 'GET') =>
    openerOf(method, (name) => ({ ...(agent === '' ? {} : { 'user-agent': agent }), ...more })[name]);
  for (const agent of BROWSERS) assert.equal(by(agent), 'person', agent);
  for (const agent of MACHINES) assert.equal(by(agent), 'machine', agent);
  const [phone = ''] = BROWSERS;
  assert.equal(by(phone, { 'sec-purpose': 'prefetch;prerender' }), 'nobody');
  assert.equal(by(phone, { purpose: 'prefetch' }), 'nobody');
  assert.equal(by(phone, { 'x-moz': 'prefetch' }), 'nobody');
  assert.equal(by(phone, {}, 'HEAD'), 'nobody');
});
