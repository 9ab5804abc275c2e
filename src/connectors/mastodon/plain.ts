const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The text of a status from its HTML (https://docs.joinmastodon.org/spec/activitypub/#sanitization). */
export const plainOf = (html: string): string =>
  html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/p>\s*<p[^>]{0,500}>/gi, '\n\n')
    .replace(/<[^>]{0,3000}>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .trim();

/**
 * What of a text survives a server: white space is set anew, and a mention shows the name alone. Two texts that a
 * reader cannot tell apart have the same fingerprint.
 */
export const fingerprint = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/@([\w.-]+)@[\w.-]+\w/g, '@$1')
    .replace(/\s+/g, '');
