import {
  circle,
  digits,
  lines,
  mix,
  path,
  rect,
  stroke,
  times,
  type Palette,
  type Scene,
} from '../shapes.ts';
import { house } from '../shapes.ts';

/** Full height is 100 %, so that the bars do not flatter. */
function transparency(p: Palette): string {
  const bars = [
    { value: 64.04, year: '2020', fill: mix(p.main, p.mid, 0.5) },
    { value: 67.57, year: '2021', fill: p.main },
    { value: 73.78, year: '2024', fill: p.dark },
  ];
  const drawn = bars.map(({ value, year, fill }, index) => {
    const x = 300 + index * 230;
    const height = (value / 100) * 460;
    return (
      rect(x, 90, 150, 460, p.soft, 14) +
      rect(x, 550 - height, 150, height, fill, 14) +
      rect(x, 520, 150, 30, fill) +
      digits(x + 75, 550 - height + 66, 40, '#ffffff', `${Math.round(value)} %`) +
      digits(x + 75, 602, 30, p.dark, year)
    );
  });
  return (
    rect(0, 0, 1200, 675, p.pale) +
    circle(1090, 110, 190, p.soft) +
    circle(90, 640, 150, p.soft) +
    rect(200, 40, 800, 595, p.paper, 28) +
    [0.25, 0.5, 0.75].map((share) => rect(250, 550 - share * 460, 700, 2, p.soft)).join('') +
    drawn.join('') +
    rect(250, 550, 700, 6, p.dark, 3)
  );
}

/** The left edge of one month's bar. */
const monthX = (index: number): number => 178 + index * 72;

function wages(p: Palette): string {
  const values = [236, 241, 247, 252, 255, 262, 266, 264, 272, 278, 283, 291];
  const points = values.map((value, index) => `${monthX(index) + 22} ${470 - value}`);
  return (
    rect(0, 0, 1200, 675, p.main) +
    circle(1080, 90, 210, p.mid) +
    circle(120, 610, 120, p.dark) +
    rect(90, 60, 1020, 555, p.paper, 28) +
    times(4, (row) => rect(150, 180 + row * 96, 900, 2, p.soft)) +
    values
      .map((value, index) =>
        rect(monthX(index), 560 - value * 0.92, 44, value * 0.92, index === 11 ? p.main : p.soft, 8),
      )
      .join('') +
    rect(150, 558, 900, 6, p.dark, 3) +
    stroke(`M${points.join(' L')}`, p.accent, 9) +
    points
      .map((point) => circle(Number(point.split(' ')[0]), Number(point.split(' ')[1]), 9, p.dark))
      .join('') +
    circle(monthX(11) + 22, 470 - 291, 20, p.accent) +
    circle(monthX(11) + 22, 470 - 291, 9, p.paper) +
    lines(150, 104, [330, 210], p.soft, 30, 14)
  );
}

function census(p: Palette): string {
  const members = [2, 4, 1, 3, 5, 2, 3, 1, 4, 2, 3, 1, 5, 2, 1, 4, 3, 2];
  const spot = 9;
  const homes = members.map((count, index) => {
    const x = 170 + (index % 6) * 172;
    const y = 210 + Math.floor(index / 6) * 190;
    const roof = index === spot ? p.accent : [p.main, p.mid, p.dark][index % 3]!;
    const dots = times(count, (dot) => circle(x + (dot - (count - 1) / 2) * 22, y - 36, 8, p.dark));
    return (
      rect(x - 58, y - 74, 116, 74, p.paper) +
      path(`M${x - 74} ${y - 72} L${x} ${y - 136} L${x + 74} ${y - 72} Z`, roof) +
      dots
    );
  });
  const x = 170 + (spot % 6) * 172;
  const y = 210 + Math.floor(spot / 6) * 190 - 60;
  return (
    rect(0, 0, 1200, 675, p.soft) +
    times(3, (row) => rect(0, 210 + row * 190, 1200, 14, p.mid)) +
    homes.join('') +
    `<circle cx="${x}" cy="${y}" r="112" fill="${p.accent}" fill-opacity="0.18" stroke="${p.dark}" stroke-width="16"/>` +
    stroke(`M${x + 82} ${y + 82} L${x + 180} ${y + 180}`, p.dark, 34)
  );
}

function tourism(p: Palette): string {
  const suitcase = (x: number, y: number, width: number, height: number, fill: string): string =>
    stroke(`M${x + width * 0.32} ${y} v-34 h${width * 0.36} v34`, p.dark, 12) +
    rect(x, y, width, height, fill, 18) +
    rect(x + width * 0.2, y, 14, height, p.dark) +
    rect(x + width * 0.8 - 14, y, 14, height, p.dark) +
    circle(x + 30, y + height + 6, 12, p.dark) +
    circle(x + width - 30, y + height + 6, 12, p.dark);
  return (
    rect(0, 0, 1200, 675, p.pale) +
    circle(930, 150, 70, p.accent) +
    path('M0 400 L210 150 L330 270 L520 90 L760 330 L900 220 L1200 420 V480 H0 Z', p.mid) +
    path('M520 90 L464 143 L500 150 L524 184 L560 140 L574 144 Z', p.paper) +
    path('M210 150 L176 190 L204 196 L222 214 L246 187 Z', p.paper) +
    path('M0 430 Q300 330 620 420 T1200 390 V520 H0 Z', p.main) +
    rect(0, 470, 1200, 205, p.soft) +
    times(7, (wave) => rect(60 + wave * 170, 510 + (wave % 3) * 34, 90, 6, p.paper, 3)) +
    path('M250 520 V430 Q510 372 770 430 V520 Z', p.dark) +
    times(3, (arch) =>
      path(
        `M${292 + arch * 155} 520 V484 Q${292 + arch * 155} 428 ${355 + arch * 155} 428 Q${418 + arch * 155} 428 ${418 + arch * 155} 484 V520 Z`,
        p.soft,
      ),
    ) +
    stroke('M236 428 Q510 366 784 428', p.paper, 8) +
    house(140, 474, 0.7, p, p.paper, p.dark) +
    house(1010, 470, 0.8, p, p.paper, p.dark) +
    path('M0 600 Q400 560 1200 610 V675 H0 Z', p.dark) +
    suitcase(760, 428, 190, 180, p.accent) +
    suitcase(980, 500, 124, 112, p.paper)
  );
}

export const charts: Scene[] = [
  { file: 'parco-transparency.png', institution: 'parco', width: 1200, height: 675, draw: transparency },
  { file: 'bhas-wages.png', institution: 'bhas', width: 1200, height: 675, draw: wages },
  { file: 'bhas-census.png', institution: 'bhas', width: 1200, height: 675, draw: census },
  { file: 'bhas-tourism.png', institution: 'bhas', width: 1200, height: 675, draw: tourism },
];
