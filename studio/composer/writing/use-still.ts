import { useEffect, useState } from 'react';

/** Nobody's server is asked at every key: a link must have stood still for so long, in milliseconds. */
const STILL = 1500;

/** The value once it has not changed for a moment. */
export function useStill(value: string): string {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), STILL);
    return () => clearTimeout(timer);
  }, [value]);
  return still;
}
