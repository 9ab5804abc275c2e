import { useEffect } from 'react';
import { institutionColourCss } from '../../design/institution-colour.ts';

/** The institution's colour as the accent of everything. A constructed sheet needs no exception in the CSP. */
export function useInstitutionColour(colour: string): void {
  useEffect(() => {
    const sheet = sheetFor(colour);
    if (!sheet) return undefined;
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [colour]);
}

function sheetFor(colour: string): CSSStyleSheet | undefined {
  const sheet = new CSSStyleSheet();
  try {
    sheet.replaceSync(institutionColourCss(colour));
    return sheet;
  } catch {
    return undefined; // not a colour: the house's own stays
  }
}
