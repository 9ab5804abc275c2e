import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Api, GrammyError, InputFile } from 'grammy';
import { FAKE_TOKEN, startFakeTelegram } from './fake.ts';

describe('the fake Telegram', () => {
  it('is spoken to by the public client library, unchanged', async (test) => {
    const fake = await startFakeTelegram();
    test.after(fake.close);
    const api = new Api(FAKE_TOKEN, { apiRoot: fake.network.url });
    assert.equal((await api.getMe()).username, 'opcina_primjer_bot');
    const chat = await api.getChat('@opcina_primjer');
    assert.equal(chat.type, 'channel');
    const text = await api.sendMessage(chat.id, 'Dobar dan');
    await api.editMessageText(chat.id, text.message_id, 'Dobar dan svima');
    await api.sendPhoto(chat.id, new InputFile(Buffer.from('one'), 'one.png'), { caption: 'Jedna' });
    const album = await api.sendMediaGroup(chat.id, [
      { type: 'photo', media: new InputFile(Buffer.from('two'), 'two.png'), caption: 'Album' },
      { type: 'photo', media: new InputFile(Buffer.from('three'), 'three.png') },
    ]);
    assert.equal(album.length, 2);
    assert.deepEqual(
      fake.posts().map((it) => [it.text, it.images.map(({ bytes }) => Buffer.from(bytes).toString())]),
      [
        ['Dobar dan svima', []],
        ['Jedna', ['one']],
        ['Album', ['two', 'three']],
      ],
    );
    await api.deleteMessage(chat.id, text.message_id);
    await assert.rejects(api.deleteMessage(chat.id, text.message_id), GrammyError);
    fake.network.fault({ kind: 'rate-limit-dated', seconds: 7 });
    await assert.rejects(api.getMe(), (error) => {
      return error instanceof GrammyError && error.error_code === 429 && error.parameters.retry_after === 7;
    });
    assert.deepEqual(fake.network.unexpected, []);
  });
});
