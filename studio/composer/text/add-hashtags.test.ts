import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyDraft, type Draft } from '../draft.ts';
import { addHashtags } from './add-hashtags.ts';

const draft = (texts: Draft['texts']): Draft => ({ ...emptyDraft([]), texts });
const put = addHashtags({ bs: ['JavnaUprava', 'BiH'], en: ['PublicAdministration'] });

describe('hashtags of a set', () => {
  test('stand at the end of each text, in its own variant', () => {
    const { texts } = put(draft({ bs: 'Dobar dan. ', en: 'Good day.', hr: 'Dobar dan.' }));
    assert.deepEqual(texts, {
      bs: 'Dobar dan.\n\n#JavnaUprava #BiH',
      en: 'Good day.\n\n#PublicAdministration',
      hr: 'Dobar dan.',
    });
  });

  test('go on in the line of hashtags that is there, once each', () => {
    assert.equal(put(draft({ bs: 'Dan. #bih' })).texts.bs, 'Dan. #bih #JavnaUprava');
    assert.equal(put(draft({ bs: '' })).texts.bs, '#JavnaUprava #BiH');
    assert.equal(
      put(draft({ bs: '#BiHdan' })).texts.bs,
      '#BiHdan #JavnaUprava #BiH',
      'a longer hashtag is another',
    );
  });

  test('that are all there change nothing', () => {
    const before = draft({ bs: 'Dan. #JavnaUprava #BiH', hr: 'Dan.' });
    assert.equal(put(before), before);
  });
});
