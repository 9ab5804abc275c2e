import { mark } from '../../design/brand/mark.ts';

/** The trumpet and the page. It stands beside the name, so it has none of its own. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path className="mark__trumpet" d={mark.trumpet} />
      <path className="mark__banner" fillRule="evenodd" d={mark.banner} />
    </svg>
  );
}
