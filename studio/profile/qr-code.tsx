import { create } from 'qrcode';

const QUIET = 4; // modules of white around it, ISO/IEC 18004

/** Dark on white in both themes: cameras ask for it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const side = size + 2 * QUIET;
  const dark = Array.from({ length: size * size }, (_, index) => index).filter(
    (index) => modules.data[index],
  );
  const path = dark
    .map((index) => `M${(index % size) + QUIET} ${Math.floor(index / size) + QUIET}h1v1h-1z`)
    .join('');
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
