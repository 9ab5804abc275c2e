import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { dateOf, timeOf } from './cells.ts';
import { localTimeOf, toLocalTime } from './local-time.ts';
import { Names } from './names.ts';
import { unpacksWithin } from './sheets/check-archive.ts';
import { letterOf } from './sheets/grid.ts';
import { gridOfCsv } from './sheets/read-csv.ts';

describe('cells of a table', () => {
  test('days, however they are written or kept', () => {
    const good = [
      '2026-11-24',
      '24. 11. 2026.',
      '24.11.2026',
      '24. 11. 2026',
      new Date('2026-11-24T00:00:00Z'),
      46_350,
    ];
    for (const cell of good) assert.equal(dateOf(cell), '2026-11-24', String(cell));
    for (const cell of [
      '31. 2. 2026.',
      '11/24/2026',
      '24. 11. 26.',
      'sutra',
      3,
      new Date('1899-12-30T10:30:00Z'),
    ])
      assert.equal(dateOf(cell), null, String(cell));
  });

  test('times, however they are written or kept', () => {
    for (const cell of [
      '9:05',
      '09:05',
      '9.05',
      '09:05:00',
      '9:05 h',
      new Date('1899-12-30T09:05:00Z'),
      9 / 24 + 5 / 1440,
    ])
      assert.equal(timeOf(cell), '09:05', String(cell));
    assert.equal(timeOf('2:30+01:00'), '02:30+01:00');
    for (const cell of ['24:00', '9', '9:60', 'podne', 1.5]) assert.equal(timeOf(cell), null, String(cell));
  });

  test('an hour that comes twice goes out with its offset and comes back as the same', () => {
    for (const at of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-11-24T09:30:00Z']) {
      const { date, time, due } = localTimeOf(at, 'Europe/Sarajevo');
      assert.deepEqual(toLocalTime(date, time, 'Europe/Sarajevo'), due);
    }
    assert.equal(localTimeOf('2026-10-25T01:30:00Z', 'Europe/Sarajevo').time, '02:30+01:00');
  });

  test('columns have the letters of a spreadsheet', () => {
    assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(letterOf), ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  test('two of one name are told apart, and the archive comes second', () => {
    const id = (digits: string) => `01999999-0000-7000-8000-0000${digits}`;
    const one = { id: id('aaaaaaaa'), titles: { bs: 'Upis' }, archived: false };
    const two = { id: id('bbbbbbbb'), titles: { hr: 'upis', bs: 'Upis u školu' }, archived: false };
    const old = { id: id('cccccccc'), titles: { bs: 'Popis' }, archived: true };
    const names = new Names([one, two, old], 'bs');
    assert.equal(names.find('УПИС'), 'several');
    assert.equal(names.labelOf(one.id), 'Upis #aaaaaaaa');
    assert.equal(names.find('Upis #aaaaaaaa'), one);
    assert.equal(names.find('Upis u skolu'), two);
    assert.equal(names.find('popis'), old);
    assert.equal(names.find('nema'), 'none');
    assert.deepEqual(names.offers(), ['Upis #aaaaaaaa', 'Upis u školu']);
  });
});

describe('files of strangers', () => {
  const text = 'Naslov;Čćžšđ\r\n"a;b\nc";Đak\r\n';
  const rows = [
    ['Naslov', 'Čćžšđ'],
    ['a;b\nc', 'Đak'],
  ];
  const utf16 = (littleEndian: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return littleEndian ? bytes : bytes.swap16();
  };
  const letters: Record<string, number> = { Č: 0xc8, ć: 0xe6, ž: 0x9e, š: 0x9a, đ: 0xf0, Đ: 0xd0 };
  const windows1250 = Buffer.from(
    Array.from(text, (letter) => letters[letter] ?? letter.codePointAt(0) ?? 0),
  );
  const files: Record<string, Uint8Array> = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with its mark': Buffer.from(`\uFEFF${text}`),
    'UTF-16 LE': utf16(true),
    'UTF-16 BE': utf16(false),
    'Windows-1250': windows1250,
  };
  for (const [name, bytes] of Object.entries(files))
    test(`CSV in ${name}`, () => assert.deepEqual(gridOfCsv(bytes).rows, rows));

  for (const separator of [',', ';', '\t'])
    test(`CSV parted by ${JSON.stringify(separator)}`, () => {
      const csv = `"Tekst, ili; šta"${separator}Datum\na${separator}b\n`;
      assert.deepEqual(gridOfCsv(Buffer.from(csv)).rows[1], ['a', 'b']);
    });

  test('a quotation mark that is never closed is told with its line', () => {
    assert.throws(() => gridOfCsv(Buffer.from('a,b\n"c,d\ne,f\n')), { code: 'import.csv-broken' });
  });

  test('an archive that unpacks to more than it says is refused before it is read', () => {
    // It says of itself that it is ten bytes long.
    assert.equal(unpacksWithin(zipOf(deflateRawSync(Buffer.alloc(60_000_000)), 10)), false);
    assert.equal(unpacksWithin(zipOf(deflateRawSync(Buffer.alloc(1000)), 1000)), true);
    assert.equal(unpacksWithin(Buffer.from('PK but no archive, and long enough to look into')), false);
  });
});

/** A ZIP file of one part, as PKWARE's APPNOTE 4.3 has it. */
function zipOf(packed: Buffer, claimed: number): Buffer {
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x0403_4b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(1, 26);
  const entry = Buffer.alloc(47);
  entry.writeUInt32LE(0x0201_4b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(1, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}
