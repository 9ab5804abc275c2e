/** The seven marks: a white sign on a rounded square of the institution's colour, 512 × 512. None is a real emblem. */
import { circle, path, rect, ringOfStars, star, stroke, tick, type Palette } from './shapes.ts';

const WHITE = '#ffffff';

const signs: Record<string, (p: Palette) => string> = {
  parco: (p) =>
    rect(116, 286, 72, 110, WHITE, 12) +
    rect(220, 226, 72, 170, WHITE, 12) +
    rect(324, 166, 72, 230, p.accent, 12) +
    stroke('M120 222 L240 132 L330 100', WHITE, 20) +
    path('M318 66 L384 92 L334 140 Z', WHITE),
  dei: (p) =>
    ringOfStars(256, 256, 150, 28, p.accent) +
    path(
      'M190 366 C240 316 318 310 262 262 C222 226 250 190 296 158 L310 166 C282 200 286 222 318 254 C372 306 316 340 290 366 Z',
      WHITE,
    ),
  bhas: (p) =>
    circle(256, 256, 168, WHITE) +
    path('M256 256 V88 A168 168 0 0 1 401 340 Z', p.accent) +
    path('M256 256 L401 340 A168 168 0 0 1 172 401.5 Z', p.soft) +
    circle(256, 256, 62, p.main),
  hea: (p) =>
    path('M256 96 L436 180 L256 264 L76 180 Z', WHITE) +
    path('M146 236 V316 Q256 386 366 316 V236 L256 290 Z', p.soft) +
    stroke('M424 190 V300', p.accent, 16) +
    circle(424, 318, 24, p.accent),
  ads: (p) =>
    rect(126, 130, 260, 290, WHITE, 32) +
    rect(206, 92, 100, 64, p.accent, 20) +
    circle(256, 234, 48, p.main) +
    path('M166 366 Q166 298 256 298 Q346 298 346 366 Z', p.main),
  'si-gsvm': (p) =>
    path(
      'M120 100 H392 Q424 100 424 132 V308 Q424 340 392 340 H262 L172 424 L184 340 H120 Q88 340 88 308 V132 Q88 100 120 100 Z',
      WHITE,
    ) +
    rect(144, 164, 224, 26, p.main, 13) +
    rect(144, 212, 168, 26, p.mid, 13) +
    rect(144, 260, 110, 26, p.accent, 13),
  apik: (p) =>
    path('M256 74 L412 126 V252 Q412 378 256 440 Q100 378 100 252 V126 Z', WHITE) +
    tick(172, 258, 160, p.main, 40) +
    star(256, 132, 26, p.accent),
};

export function logo(institution: string, p: Palette): string {
  const sign = signs[institution];
  if (!sign) throw new Error(`no mark for ${institution}`);
  return rect(0, 0, 512, 512, p.main, 96) + sign(p);
}
