import {
  circle,
  group,
  lines,
  path,
  rect,
  ringOfStars,
  stroke,
  tick,
  times,
  type Palette,
  type Scene,
} from '../shapes.ts';

function rulebook(p: Palette): string {
  const text = [300, 330, 280, 330, 310, 200];
  return (
    rect(0, 0, 1200, 675, p.main) +
    circle(160, 120, 220, p.dark) +
    circle(1080, 600, 240, p.mid) +
    path(
      'M130 540 Q360 490 600 560 Q840 490 1070 540 L1070 590 Q840 545 600 610 Q360 545 130 590 Z',
      p.dark,
    ) +
    path('M150 130 Q380 70 600 150 V560 Q380 490 150 540 Z', p.paper) +
    path('M1050 130 Q820 70 600 150 V560 Q820 490 1050 540 Z', p.pale) +
    stroke('M600 150 V560', p.soft, 8) +
    group('rotate(-3 380 300)', rect(210, 176, 190, 18, p.main, 9) + lines(210, 232, text, p.soft, 44, 14)) +
    group(
      'rotate(3 820 300)',
      rect(668, 168, 190, 18, p.main, 9) + lines(668, 224, text.slice(0, 4), p.soft, 44, 14),
    ) +
    path('M690 108 h54 v190 l-27 -28 l-27 28 Z', p.accent) +
    ringOfStars(915, 455, 78, 20, p.accent) +
    circle(915, 455, 78, p.accent) +
    circle(915, 455, 58, p.paper) +
    tick(886, 458, 58, p.main, 14)
  );
}

function exam(p: Palette): string {
  const row = (index: number): string => {
    const y = 214 + index * 76;
    const done = index < 3;
    const mark = done ? tick(412, y + 24, 30, p.paper, 8) : '';
    const box = done
      ? rect(400, y, 48, 48, p.main, 10)
      : `<rect x="403" y="${y + 3}" width="42" height="42" rx="9" fill="${p.paper}" stroke="${p.mid}" stroke-width="6"/>`;
    return (
      box +
      mark +
      lines(
        476,
        y + 7,
        [
          [270, 180],
          [250, 210],
          [280, 150],
          [230, 190],
          [260, 120],
        ][index]!,
        p.soft,
        22,
        12,
      )
    );
  };
  const pencil =
    rect(0, -24, 300, 48, p.accent) +
    rect(0, -24, 300, 16, '#f7c571') +
    rect(-46, -24, 46, 48, p.mid, 8) +
    path('M300 -24 L372 0 L300 24 Z', '#f3ddb8') +
    path('M350 -7.5 L372 0 L350 7.5 Z', p.dark);
  return (
    rect(0, 0, 1200, 675, p.pale) +
    circle(190, 560, 210, p.soft) +
    circle(1060, 120, 180, p.soft) +
    rect(340, 70, 480, 575, p.dark, 28) +
    rect(366, 120, 428, 500, p.paper, 12) +
    rect(470, 44, 220, 84, p.mid, 20) +
    circle(580, 74, 16, p.pale) +
    lines(400, 156, [220], p.main, 20, 18) +
    times(5, row) +
    group('translate(1010 250) rotate(118)', pencil)
  );
}

function calendar(p: Palette): string {
  const marked = 16;
  const day = (index: number): string => {
    const x = 204 + (index % 7) * 94;
    const y = 312 + Math.floor(index / 7) * 80;
    const weekend = index % 7 > 4;
    const cell = rect(x, y, 70, 58, weekend ? p.pale : p.soft, 10);
    return index === marked
      ? rect(x, y, 70, 58, p.main, 10) +
          `<circle cx="${x + 35}" cy="${y + 29}" r="58" fill="none" stroke="${p.accent}" stroke-width="12"/>`
      : cell;
  };
  const order = [
    ...Array.from({ length: 28 }, (_none, index) => index).filter((index) => index !== marked),
    marked,
  ];
  return (
    rect(0, 0, 1200, 675, p.soft) +
    rect(150, 90, 740, 560, p.mid, 28) +
    rect(150, 80, 740, 556, p.paper, 28) +
    path('M150 250 V108 Q150 80 178 80 H862 Q890 80 890 108 V250 Z', p.main) +
    times(5, (index) => rect(242 + index * 130, 44, 26, 86, p.dark, 13)) +
    rect(204, 176, 300, 26, p.paper, 13) +
    times(7, (index) => rect(216 + index * 94, 280, 46, 12, p.mid, 6)) +
    order.map(day).join('') +
    circle(960, 480, 156, p.dark) +
    circle(960, 480, 128, p.paper) +
    times(12, (hour) =>
      group(`rotate(${hour * 30} 960 480)`, rect(955, 364, 10, hour % 3 === 0 ? 28 : 14, p.main, 5)),
    ) +
    stroke('M960 480 V386', p.dark, 14) +
    stroke('M960 480 H888', p.dark, 18) +
    circle(960, 480, 15, p.accent)
  );
}

function gazette(p: Palette): string {
  const column = [190, 180, 190, 170, 190, 120];
  return (
    rect(0, 0, 1200, 675, p.soft) +
    circle(1050, 620, 260, p.mid) +
    path('M90 250 L430 210 L470 630 L90 650 Z', p.mid) +
    path('M110 200 L460 230 V640 L110 610 Z', p.paper) +
    path('M460 230 L810 200 V610 L460 640 Z', p.pale) +
    group(
      'skewY(5)',
      rect(146, 232, 280, 34, p.main, 6) +
        lines(146, 296, [280, 260], p.soft, 26) +
        lines(146, 372, [130, 120, 130, 110, 130, 90], p.soft, 30) +
        lines(298, 372, [128, 128, 118, 128, 100, 128], p.soft, 30),
    ) +
    group(
      'skewY(-5)',
      lines(496, 322, column, p.soft, 30) +
        rect(496, 514, 270, 40, p.accent, 8) +
        rect(512, 529, 220, 10, p.dark, 5) +
        lines(496, 580, [270, 230, 250], p.soft, 30),
    ) +
    path(
      'M640 70 H1080 Q1120 70 1120 110 V340 Q1120 380 1080 380 H846 L760 470 L772 380 H640 Q600 380 600 340 V110 Q600 70 640 70 Z',
      p.main,
    ) +
    circle(690, 160, 44, p.accent) +
    tick(667, 163, 46, p.dark, 12) +
    lines(766, 132, [290, 240], p.paper, 40, 18) +
    lines(654, 242, [400, 360, 280], p.soft, 42, 18)
  );
}

export const papers: Scene[] = [
  { file: 'hea-rulebook.png', institution: 'hea', width: 1200, height: 675, draw: rulebook },
  { file: 'ads-exam.png', institution: 'ads', width: 1200, height: 675, draw: exam },
  { file: 'ads-calendar.png', institution: 'ads', width: 1200, height: 675, draw: calendar },
  { file: 'si-gazette.png', institution: 'si-gsvm', width: 1200, height: 675, draw: gazette },
];
