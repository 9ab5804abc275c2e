import {
  circle,
  group,
  house,
  mix,
  path,
  person,
  rect,
  ringOfStars,
  star,
  stroke,
  times,
  tree,
  type Palette,
  type Scene,
} from '../shapes.ts';

function services(p: Palette): string {
  const water = mix(p.soft, '#9cc4d8', 0.7);
  const office =
    rect(830, 290, 320, 210, p.paper) +
    path('M806 292 L990 190 L1174 292 Z', p.main) +
    circle(990, 252, 20, p.accent) +
    times(5, (index) => rect(852 + index * 64, 314, 22, 186, index === 2 ? p.paper : p.soft)) +
    rect(952, 372, 76, 128, p.accent, 4) +
    path('M1028 372 L1066 390 V512 L1028 500 Z', p.dark) +
    rect(814, 500, 352, 34, p.mid);
  return (
    rect(0, 0, 1200, 675, p.pale) +
    circle(600, 200, 80, p.accent) +
    path('M0 400 L180 240 L330 360 L540 230 L760 390 L960 290 L1200 410 V540 H0 Z', p.soft) +
    path('M0 480 Q260 400 520 480 T1200 460 V560 H0 Z', p.mid) +
    rect(0, 530, 1200, 145, p.main) +
    path('M430 530 H770 L830 675 H370 Z', water) +
    times(4, (index) => rect(460 + (index % 2) * 150, 606 + index * 16, 90, 6, p.paper, 3)) +
    path('M330 560 Q600 330 870 560 H770 V600 Q600 420 430 600 V560 Z', p.dark) +
    stroke('M330 556 Q600 326 870 556', mix(p.dark, p.mid, 0.5), 12) +
    office +
    house(190, 540, 1.35, p, p.paper, p.dark) +
    tree(60, 542, 1.1, p.dark, p.dark) +
    stroke('M192 574 H318 Q600 366 880 574 H990 V520', p.paper, 10, 'stroke-dasharray="2 24"')
  );
}

function europeanPath(p: Palette): string {
  const flag = (x: number, y: number, scale: number): string =>
    group(
      `translate(${x} ${y}) scale(${scale})`,
      rect(-4, -110, 8, 110, p.dark, 4) + path('M4 -110 L74 -88 L4 -64 Z', p.accent),
    );
  return (
    rect(0, 0, 1200, 675, p.dark) +
    circle(600, 185, 230, p.main) +
    ringOfStars(600, 185, 128, 24, p.accent) +
    path(
      'M0 400 L190 230 L350 370 L480 290 L640 400 L800 270 L960 390 L1090 300 L1200 380 V675 H0 Z',
      p.mid,
    ) +
    path('M190 230 L150 266 L186 276 L214 296 L236 270 Z', p.paper) +
    path('M800 270 L764 300 L796 306 L820 326 L842 305 Z', p.paper) +
    path('M0 470 Q280 360 600 440 T1200 420 V675 H0 Z', p.soft) +
    path('M0 560 Q340 450 700 540 T1200 510 V675 H0 Z', p.pale) +
    path(
      'M604 428 C560 452 790 462 716 506 C620 560 300 560 380 675 L640 675 C560 590 860 560 826 500 C800 452 590 452 612 428 Z',
      p.main,
    ) +
    stroke(
      'M640 452 C700 466 790 476 776 506 C740 566 440 570 510 670',
      p.paper,
      6,
      'stroke-dasharray="22 22"',
    ) +
    flag(300, 640, 1.25) +
    flag(880, 540, 0.95) +
    flag(520, 452, 0.62) +
    tree(120, 600, 0.9, p.main, p.dark) +
    tree(1040, 590, 1.1, p.main, p.dark) +
    tree(1130, 610, 0.8, p.mid, p.dark)
  );
}

function campus(p: Palette): string {
  const column = (index: number): string =>
    rect(338 + index * 98, 268, 36, 222, p.paper) +
    rect(328 + index * 98, 258, 56, 16, p.soft) +
    rect(328 + index * 98, 484, 56, 16, p.soft);
  return (
    rect(0, 0, 1200, 675, p.pale) +
    circle(990, 130, 62, p.accent) +
    path('M0 420 Q200 300 420 400 T860 370 T1200 410 V560 H0 Z', p.soft) +
    rect(120, 320, 960, 210, p.mid) +
    times(
      3,
      (index) =>
        rect(150 + index * 54, 360, 32, 60, p.pale, 16) + rect(150 + index * 54, 446, 32, 50, p.pale),
    ) +
    times(
      3,
      (index) =>
        rect(908 + index * 54, 360, 32, 60, p.pale, 16) + rect(908 + index * 54, 446, 32, 50, p.pale),
    ) +
    rect(308, 250, 584, 280, p.main) +
    path('M280 254 L600 110 L920 254 Z', p.dark) +
    circle(600, 204, 30, p.accent) +
    star(600, 204, 20, p.dark) +
    times(6, column) +
    rect(570, 372, 60, 118, p.dark, 30) +
    times(3, (index) =>
      rect(290 - index * 24, 500 + index * 18, 620 + index * 48, 18, [p.paper, p.soft, p.mid][index]!),
    ) +
    path('M0 545 H1200 V675 H0 Z', p.main) +
    path('M470 554 H730 L860 675 H340 Z', p.soft) +
    tree(150, 580, 1.35, p.dark, p.dark) +
    tree(1070, 580, 1.35, p.dark, p.dark) +
    person(420, 648, 1, p.dark, '#e8b48f', p.accent) +
    person(600, 640, 0.95, p.accent, '#c98d64', p.main) +
    person(770, 648, 1, p.paper, '#f0c6a4', p.dark)
  );
}

export const places: Scene[] = [
  { file: 'parco-services.png', institution: 'parco', width: 1200, height: 675, draw: services },
  { file: 'dei-path.png', institution: 'dei', width: 1200, height: 675, draw: europeanPath },
  { file: 'hea-campus.png', institution: 'hea', width: 1200, height: 675, draw: campus },
];
