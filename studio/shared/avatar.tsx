type AvatarProps = { name: string; src?: string | null; square?: boolean; small?: boolean };

/** A person (round) or an institution (square). Beside the name, so a screen reader need not hear it twice. */
export function Avatar({ name, src, square, small }: AvatarProps) {
  const className = ['avatar', square && 'avatar--logo', small && 'avatar--small'].filter(Boolean).join(' ');
  return (
    <span className={className} aria-hidden="true">
      {src ? <img src={src} alt="" /> : initials(name)}
    </span>
  );
}

/** "Amra Hodžić" -> AH, "DEI" -> DEI. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const first = words[0] ?? '';
  if (words.length === 1) return first.length <= 4 ? first : first.slice(0, 1).toUpperCase();
  return (first.slice(0, 1) + (words.at(-1) ?? '').slice(0, 1)).toUpperCase();
}
