/**
 * Captions as SubRip, for networks that take no WebVTT: numbered cues, a comma before the milliseconds, and no head, notes or
 * settings (https://www.w3.org/TR/webvtt1/#introduction-other-features says what WebVTT has beside the text of its cues).
 */
export function toSrt(vtt: string): string {
  const cues = vtt
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap(cueOf);
  return cues.map((cue, index) => `${index + 1}\n${cue}\n`).join('\n');
}

/** Hours may be left out in WebVTT, and must be there in SubRip. */
const TIMES = /^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/;

function cueOf(block: string): string[] {
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  const at = lines.findIndex((line) => TIMES.test(line));
  const times = TIMES.exec(lines[at] ?? '');
  const text = lines.slice(at + 1);
  if (!times || text.length === 0) return [];
  return [`${momentOf(times[1] ?? '')} --> ${momentOf(times[2] ?? '')}\n${text.map(plain).join('\n')}`];
}

const momentOf = (time: string): string =>
  (time.split(':').length === 2 ? `00:${time}` : time).replace('.', ',').padStart(12, '0');

/** Voices, classes and the like have no meaning there; what stands for signs of the markup becomes them. */
const plain = (line: string): string =>
  line
    .replaceAll(/<\/?(?:v|c|lang|ruby|rt|\d)[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Back again, for the fakes of such networks. */
export const toVtt = (srt: string): string =>
  `WEBVTT\n\n${srt
    .replaceAll(/^\d+\n(?=\d{2}:)/gm, '')
    .replaceAll(/(\d{2}:\d{2}:\d{2}),(\d{3})/g, '$1.$2')
    .trimEnd()}\n`;
