import {
  at,
  circle,
  ellipse,
  group,
  lines,
  mix,
  path,
  rect,
  star,
  stroke,
  times,
  type Palette,
  type Scene,
} from '../shapes.ts';

function contest(p: Palette): string {
  const camera =
    circle(250, 200, 92, p.dark) +
    circle(420, 186, 112, p.dark) +
    times(5, (index) =>
      circle(250 + 54 * Math.cos(index * 1.2566), 200 + 54 * Math.sin(index * 1.2566), 17, p.soft),
    ) +
    times(5, (index) =>
      circle(420 + 66 * Math.cos(index * 1.2566), 186 + 66 * Math.sin(index * 1.2566), 21, p.soft),
    ) +
    rect(180, 268, 350, 200, p.main, 26) +
    path('M530 330 L640 282 V454 L530 406 Z', p.dark) +
    circle(250, 340, 26, p.accent) +
    lines(310, 322, [170, 120], p.mid, 36, 18) +
    stroke('M300 470 L230 620 M410 470 L480 620 M355 470 V610', p.dark, 18);
  const clapper =
    group(
      'rotate(-14 700 400)',
      rect(690, 356, 250, 46, p.dark, 8) +
        times(4, (index) => path(`M${706 + index * 62} 356 h30 l-22 46 h-30 Z`, p.paper)),
    ) +
    rect(690, 410, 250, 170, p.dark, 12) +
    lines(716, 446, [198, 150, 180], p.mid, 40, 14);
  const cup =
    stroke('M-78 30 Q-130 30 -122 90 Q-112 140 -52 146 M78 30 Q130 30 122 90 Q112 140 52 146', p.accent, 20) +
    path('M-84 0 H84 Q84 160 20 186 V236 H-20 V186 Q-84 160 -84 0 Z', p.accent) +
    rect(-64, 236, 128, 30, p.dark, 6) +
    rect(-86, 266, 172, 36, p.main, 6) +
    star(0, 84, 46, p.paper);
  return (
    rect(0, 0, 1200, 675, p.pale) +
    path('M1060 0 L760 675 H1200 V0 Z', p.soft) +
    path('M0 560 H1200 V675 H0 Z', p.soft) +
    rect(0, 612, 1200, 63, p.mid) +
    at(-70, 0, 1, camera) +
    at(-50, 20, 1, clapper) +
    at(1050, 318, 1, cup) +
    star(880, 140, 26, p.accent) +
    star(1120, 180, 18, p.accent) +
    star(980, 90, 16, p.mid)
  );
}

/** Draws `body` ten times around the table, turned towards its middle. */
const around = (reachX: number, reachY: number, body: string): string =>
  times(10, (index) => {
    const angle = (Math.PI / 5) * index + Math.PI / 10;
    const x = (600 + reachX * Math.cos(angle)).toFixed(1);
    const y = (338 + reachY * Math.sin(angle)).toFixed(1);
    const turn = (Math.atan2(reachX * Math.sin(angle), reachY * Math.cos(angle)) * 180) / Math.PI + 90;
    return group(`translate(${x} ${y}) rotate(${turn.toFixed(1)})`, body);
  });

function session(p: Palette): string {
  const chair = rect(-44, -36, 88, 30, p.dark, 14) + rect(-38, -18, 76, 58, p.main, 16);
  const sheet = rect(-23, -30, 46, 60, p.paper, 4) + lines(-14, -18, [28, 22, 28], p.mid, 14, 5);
  return (
    rect(0, 0, 1200, 675, p.pale) +
    rect(40, 36, 1120, 603, p.soft, 60) +
    rect(64, 60, 1072, 555, p.pale, 44) +
    around(430, 236, chair) +
    ellipse(600, 346, 396, 206, p.dark) +
    ellipse(600, 334, 396, 206, '#b98a5a') +
    ellipse(600, 334, 376, 188, '#c99a68') +
    ellipse(600, 334, 172, 60, p.main) +
    around(308, 142, sheet) +
    circle(556, 334, 26, p.accent) +
    circle(612, 322, 20, p.soft) +
    circle(646, 344, 16, p.accent)
  );
}

function press(p: Palette): string {
  const microphone = (x: number, lean: number, fill: string): string =>
    group(
      `rotate(${lean} ${x} 360)`,
      stroke(`M${x} 380 V200`, p.dark, 12) +
        rect(x - 26, 100, 52, 110, fill, 26) +
        rect(x - 26, 160, 52, 12, p.paper) +
        rect(x - 34, 196, 68, 26, p.dark, 8),
    );
  const pass =
    stroke('M930 0 L985 250 M1040 0 L985 250', p.accent, 20) +
    rect(955, 236, 60, 34, p.dark, 8) +
    rect(880, 262, 210, 290, p.paper, 20) +
    path('M880 330 V282 Q880 262 900 262 H1070 Q1090 262 1090 282 V330 Z', p.main) +
    circle(985, 396, 40, p.mid) +
    path('M920 486 Q920 440 985 440 Q1050 440 1050 486 Z', p.mid) +
    lines(922, 504, [126], p.soft, 20, 14);
  return (
    rect(0, 0, 1200, 675, p.mid) +
    times(6, (index) => rect(index * 200, 0, 100, 675, p.soft)) +
    rect(0, 610, 1200, 65, mix(p.mid, p.main, 0.5)) +
    microphone(330, 6, p.main) +
    microphone(420, 2, p.accent) +
    microphone(510, -2, p.dark) +
    microphone(600, -6, p.main) +
    path('M230 340 H700 L740 430 H190 Z', p.dark) +
    rect(190, 420, 550, 26, p.paper, 6) +
    rect(270, 446, 390, 229, p.main) +
    rect(270, 446, 390, 16, p.dark) +
    circle(465, 560, 56, p.mid) +
    star(465, 560, 34, p.accent) +
    rect(240, 640, 450, 35, p.dark) +
    pass
  );
}

function report(p: Palette): string {
  return (
    rect(0, 0, 1200, 675, p.pale) +
    circle(130, 130, 170, p.soft) +
    path('M600 40 L900 130 V340 Q900 540 600 650 Q300 540 300 340 V130 Z', p.soft) +
    path('M600 74 L868 154 V340 Q868 516 600 614 Q332 516 332 340 V154 Z', p.mid) +
    rect(0, 610, 1200, 65, p.soft) +
    group(
      'rotate(-6 600 240)',
      rect(470, 150, 260, 190, p.paper, 10) +
        path('M474 156 L600 258 L726 156 Z', p.soft) +
        stroke('M476 157 L600 256 L724 157', p.mid, 8),
    ) +
    rect(410, 300, 380, 320, p.main, 22) +
    rect(390, 286, 420, 60, p.dark, 18) +
    rect(450, 306, 300, 18, p.pale, 9) +
    stroke('M556 450 V420 Q556 378 600 378 Q644 378 644 420 V450', p.paper, 18) +
    rect(528, 446, 144, 116, p.accent, 16) +
    circle(600, 494, 17, p.dark) +
    rect(593, 500, 14, 36, p.dark, 7)
  );
}

function gifts(p: Palette): string {
  const pan = (x: number, y: number): string =>
    stroke(`M${x} ${y - 250} L${x - 130} ${y} M${x} ${y - 250} L${x + 130} ${y}`, p.mid, 8) +
    path(
      `M${x - 160} ${y} H${x + 160} Q${x + 130} ${y + 74} ${x} ${y + 74} Q${x - 130} ${y + 74} ${x - 160} ${y} Z`,
      p.main,
    );
  const gift =
    rect(-80, -120, 160, 120, p.accent, 8) +
    rect(-92, -150, 184, 40, '#f7c571', 8) +
    rect(-16, -150, 32, 150, p.dark) +
    stroke('M0 -152 Q-70 -220 -74 -164 Q-60 -146 0 -152 Q70 -220 74 -164 Q60 -146 0 -152', p.dark, 14);
  const book =
    rect(-100, -60, 200, 60, p.dark, 10) +
    rect(-84, -50, 190, 40, p.paper, 4) +
    rect(-92, -116, 184, 56, p.mid, 10) +
    rect(-78, -106, 176, 36, p.paper, 4) +
    rect(40, -116, 26, 56, p.accent);
  return (
    rect(0, 0, 1200, 675, p.pale) +
    circle(600, 330, 290, p.soft) +
    rect(0, 604, 1200, 71, p.soft) +
    path('M588 130 H612 L630 560 H570 Z', p.dark) +
    rect(450, 556, 300, 54, p.dark, 20) +
    group('rotate(9 600 140)', rect(260, 128, 680, 24, p.dark, 12)) +
    circle(600, 140, 34, p.accent) +
    pan(270, 338) +
    pan(930, 442) +
    at(270, 338, 1, gift) +
    at(930, 442, 1.1, book)
  );
}

export const things: Scene[] = [
  { file: 'dei-contest.png', institution: 'dei', width: 1200, height: 675, draw: contest },
  { file: 'si-session.png', institution: 'si-gsvm', width: 1200, height: 675, draw: session },
  { file: 'si-press.png', institution: 'si-gsvm', width: 1200, height: 675, draw: press },
  { file: 'apik-report.png', institution: 'apik', width: 1200, height: 675, draw: report },
  { file: 'apik-gifts.png', institution: 'apik', width: 1200, height: 675, draw: gifts },
];
