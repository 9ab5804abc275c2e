export type ArtName = 'paper' | 'desk' | 'search' | 'calendar' | 'picture' | 'link';

/** Drawings of empty places, 160 x 96; colours come from the theme and the institution. */
const drawings: Record<ArtName, React.ReactNode> = {
  paper: (
    <>
      <path className="art-paper" d="M50 10h46l16 16v62H50z" />
      <path className="art-line" d="M96 10v16h16M62 40h38M62 52h38M62 64h24" />
      <circle className="art-seal" cx="104" cy="76" r="9" />
    </>
  ),
  desk: (
    <>
      <path className="art-line" d="M16 84h128" />
      <path className="art-paper" d="M40 60h52v24H40zM46 52h52v8H46z" />
      <path className="art-accent" d="M108 58h20v20a6 6 0 0 1-6 6h-8a6 6 0 0 1-6-6z" />
      <path
        className="art-line"
        d="M128 62h5a5 5 0 0 1 0 12h-5M114 50c-3-4 3-6 0-10M122 50c-3-4 3-6 0-10M54 68h24M54 75h16"
      />
    </>
  ),
  search: (
    <>
      <path className="art-paper" d="M40 14h58v68H40z" />
      <path className="art-line" d="M52 30h34M52 42h34M52 54h18" />
      <circle className="art-accent" cx="98" cy="56" r="18" />
      <path className="art-line" d="M111 69l16 16" strokeWidth="4" />
    </>
  ),
  calendar: (
    <>
      <path className="art-paper" d="M36 20h88v66H36z" />
      <path className="art-accent" d="M36 20h88v16H36z" />
      <path className="art-line" d="M56 12v14M104 12v14M36 53h88M36 69h88M65 36v50M95 36v50" />
      <circle className="art-seal" cx="80" cy="61" r="6" />
    </>
  ),
  picture: (
    <>
      <path className="art-paper" d="M34 16h92v66H34z" />
      <path className="art-accent" d="M42 74l24-28 18 20 12-12 22 20z" />
      <circle className="art-seal" cx="106" cy="34" r="8" />
    </>
  ),
  link: (
    <>
      <rect className="art-paper" x="26" y="34" width="46" height="30" rx="15" />
      <rect className="art-accent" x="88" y="34" width="46" height="30" rx="15" />
      <path className="art-line" d="M62 49h36" strokeWidth="3" />
      <circle className="art-seal" cx="80" cy="49" r="5" />
    </>
  ),
};

export function EmptyArt({ name }: { name: ArtName }) {
  return (
    <svg className="empty-state__art" viewBox="0 0 160 96" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
