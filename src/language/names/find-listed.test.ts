import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { searchFor, type Listed } from './index.ts';

const person = (name: string, familyAlone = true): Listed => ({
  id: name,
  kind: 'person',
  name,
  shortForm: '',
  slogans: [],
  hashtags: [],
  familyAlone,
});
const mark = (name: string, shortForm: string, more: Partial<Listed> = {}): Listed => ({
  id: name,
  kind: 'mark',
  name,
  shortForm,
  slogans: [],
  hashtags: [],
  familyAlone: false,
  ...more,
});
const found = (entry: Listed, text: string) => searchFor([entry])(text)[0]?.found ?? null;

describe('listed persons', () => {
  const cases: [name: string, text: string, as: string | null][] = [
    ['Marko Petrović', 'Radove je otvorio Marko Petrović.', 'Marko Petrović'],
    ['Marko Petrović', 'Razgovor sa Markom Petrovićem o putu', 'Markom Petrovićem'],
    ['Marko Petrović', 'Izjava Marka Petrovića', 'Marka Petrovića'],
    ['Marko Petrović', 'dodijeljeno Marku Petroviću', 'Marku Petroviću'],
    ['Marko Petrović', 'Petrović Marko, direktor', 'Petrović Marko'],
    ['Marko Petrović', 'Marko M. Petrović', 'Marko M. Petrović'],
    ['Marko Petrović', 'ministar Petrović je rekao', 'Petrović'],
    ['Marko Petrović', 'Petrovićeva politika', 'Petrovićeva'],
    ['Marko Petrović', 'Марко Петровић отвара изложбу', 'Марко Петровић'],
    ['Marko Petrović', 'са Марком Петровићем', 'Марком Петровићем'],
    ['Marko Petrović', 'marko petrovic na terenu', 'marko petrovic'],
    ['Marko Petrović', 'MARKO PETROVIĆ', 'MARKO PETROVIĆ'],
    ['Marko Petrović', 'vidimo se #MarkoPetrović2026', 'MarkoPetrović2026'],
    ['Marko Petrović', 'vidimo se #markopetrovic', 'markopetrovic'],
    ['Marko Petrović', 'https://example.ba/marko-petrovic', 'marko-petrovic'],
    ['Marko Petrović', 'Marko Petro\u00ADvić', 'Marko Petro\u00ADvić'],
    ['Marko Petrović', 'Mаrko Petrоvić', 'Mаrko Petrоvić'],
    ['Marko Petrović', 'Marko i Petar idu u školu', null],
    ['Marko Petrović', 'petrovdanski sabor', null],
    ['Marko Petrović', 'u Petrovcu', null],
    ['Марко Петровић', 'o Marku Petroviću', 'Marku Petroviću'],
    ['Ana Petrović', 'priznanje Ani Petrović', 'Ani Petrović'],
    ['Ana Petrović', 'sa Anom Petrović', 'Anom Petrović'],
    ['Milka Marić-Kovač', 'Milki Marić-Kovač', 'Milki Marić-Kovač'],
    ['Milka Marić-Kovač', 'stari kovač Kovač', null],
    ['Petar Ivanac', 'Petra Ivanca', 'Petra Ivanca'],
    ['Aleksandar Đurić', 'Aleksandra Djurica', 'Aleksandra Djurica'],
    ['Nikola Zagorski', 'Nikoli Zagorskom', 'Nikoli Zagorskom'],
    ['Dario Kos', 'Dariju Kosu', 'Dariju Kosu'],
    ['Pavao Šimić', 'Pavlu Šimiću', 'Pavlu Šimiću'],
    ['Đorđe Mišić', 'са Ђорђем Мишићем', 'Ђорђем Мишићем'],
    ['PETROVIĆ Marko', 'gospodin Petrović', 'Petrović'],
    ['Ivan Kovač', 'zanat: kovač i bravar', null],
  ];
  for (const [name, text, as] of cases)
    test(`${name} in "${text}"`, () => assert.equal(found(person(name), text), as));

  test('with a common family name only together with the given one', () => {
    assert.equal(found(person('Ivan Kovač', false), 'Kovač je otvorio radionicu'), null);
    assert.equal(found(person('Ivan Kovač', false), 'Ivanu Kovaču'), 'Ivanu Kovaču');
  });

  test('say where they stand', () => {
    const text = 'Juče je 🚧 Ana Petrović rekla';
    const [hit] = searchFor([person('Ana Petrović')])(text);
    assert.equal(text.slice(hit?.start, hit?.end), 'Ana Petrović');
  });
});

describe('listed marks', () => {
  const sda = mark('Stranka demokratske akcije', 'SDA');
  const cases: [entry: Listed, text: string, as: string | null][] = [
    [sda, 'skup stranke SDA u Zenici', 'SDA'],
    [sda, 'kandidat SDA-a', 'SDA'],
    [sda, 'скуп СДА', 'СДА'],
    [sda, 'sda nije skraćenica', null],
    [sda, 'USDA je agencija', null],
    [sda, 'Osda, sdanak', null],
    [sda, '#SDA', 'SDA'],
    [sda, '#sda', 'sda'],
    [sda, 'predsjednik Stranke demokratske akcije', 'Stranke demokratske akcije'],
    [sda, 'u Stranci demokratske akcije', 'Stranci demokratske akcije'],
    [sda, 'Странке демократске акције', 'Странке демократске акције'],
    [sda, 'STRANKA DEMOKRATSKE AKCIJE', 'STRANKA DEMOKRATSKE AKCIJE'],
    [sda, 'stranka je najavila demokratske promjene', null],
    [mark('Narod i pravda', 'NiP'), 'poziva NiP', 'NiP'],
    [mark('Narod i pravda', 'NiP'), 'nip ili kip', null],
    [mark('Za nas', 'ZA'), 'SVI ZAJEDNO ZA ČISTU RIJEKU', null],
    [mark('Za nas', 'ZA'), 'lista ZA izlazi', 'ZA'],
    [
      mark('Pokret', '', { slogans: ['Vrijeme je za promjenu'] }),
      'jer VRIJEME JE, za promjenu!',
      'VRIJEME JE, za promjenu',
    ],
    [mark('Pokret', ''), 'svaki pokret ruke', null],
    [mark('Lista', '', { hashtags: ['#BoljeSutra'] }), 'idemo #boljesutra', 'boljesutra'],
    [mark('Lista', '', { hashtags: ['#BoljeSutra'] }), 'za bolje sutra', null],
  ];
  for (const [entry, text, as] of cases)
    test(`${entry.shortForm || entry.name} in "${text}"`, () => assert.equal(found(entry, text), as));

  test('take a hundred entries over a long post in a moment', () => {
    const names = Array.from({ length: 400 }, (_, no) => person(`Ime${no} Prezime${no}ić`));
    const search = searchFor(names);
    const text = 'Danas je u Sarajevu otvorena nova dionica puta između dva grada. '.repeat(60);
    const since = performance.now();
    assert.deepEqual(search(text), []);
    const took = performance.now() - since;
    assert.ok(took < 500, `${took} ms`);
  });
});
