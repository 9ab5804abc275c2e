import type { Page } from 'playwright-core';
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';

const [WIDTH, HEIGHT, FPS] = [320, 180, 10];

/**
 * A real video of VP8, in WebM or in MP4: the page's own browser encodes it, so that it can show it. One second of each colour.
 * @param page of a secure origin, as localhost is
 */
export async function makeVideo(
  page: Page,
  colours: readonly string[],
  kind: 'webm' | 'mp4' = 'webm',
): Promise<Buffer> {
  const packets = await page.evaluate(
    async ({ colours, width, height, fps }) => {
      const made: { type: 'key' | 'delta'; at: number; base64: string }[] = [];
      const encoder = new VideoEncoder({
        output: (chunk) => {
          const bytes = new Uint8Array(chunk.byteLength);
          chunk.copyTo(bytes);
          made.push({ type: chunk.type, at: chunk.timestamp, base64: btoa(String.fromCharCode(...bytes)) });
        },
        error: (fault) => {
          throw fault;
        },
      });
      encoder.configure({ codec: 'vp8', width, height, framerate: fps });
      const canvas = new OffscreenCanvas(width, height);
      const drawing = canvas.getContext('2d')!;
      for (let at = 0; at < colours.length * fps; at += 1) {
        drawing.fillStyle = colours[Math.floor(at / fps)]!;
        drawing.fillRect(0, 0, width, height);
        const frame = new VideoFrame(canvas, {
          timestamp: (at * 1_000_000) / fps,
          duration: 1_000_000 / fps,
        });
        encoder.encode(frame, { keyFrame: at % fps === 0 });
        frame.close();
      }
      await encoder.flush();
      encoder.close();
      return made;
    },
    { colours, width: WIDTH, height: HEIGHT, fps: FPS },
  );
  const target = new BufferTarget();
  const output = new Output({
    format: kind === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source, { frameRate: FPS });
  await output.start();
  const decoderConfig = { codec: 'vp8', codedWidth: WIDTH, codedHeight: HEIGHT };
  for (const { type, at, base64 } of packets)
    await source.add(new EncodedPacket(Buffer.from(base64, 'base64'), type, at / 1_000_000, 1 / FPS), {
      decoderConfig,
    });
  await output.finalize();
  return Buffer.from(target.buffer!);
}
