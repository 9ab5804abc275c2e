import { useEffect, useState } from 'react';
import { useInstitution } from '../session/institution.ts';
import { formatDistance, formatInstant, useVariant, type DateStyle } from '../words/index.ts';

/** The present moment, renewed each half minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** An instant on the institution's clock; the full date is in its tooltip. */
export function Time({ at, form = 'moment' }: { at: string; form?: DateStyle | 'distance' }) {
  return form === 'distance' ? <Distance at={at} /> : <Moment at={at} form={form} />;
}

function Moment({ at, form }: { at: string; form: DateStyle }) {
  const variant = useVariant();
  const { timeZone } = useInstitution();
  return (
    <time dateTime={at} title={formatInstant(at, 'moment-full', variant, timeZone)}>
      {formatInstant(at, form, variant, timeZone)}
    </time>
  );
}

function Distance({ at }: { at: string }) {
  const variant = useVariant();
  const { timeZone } = useInstitution();
  return (
    <time dateTime={at} title={formatInstant(at, 'moment-full', variant, timeZone)}>
      {formatDistance(at, useNow(), variant)}
    </time>
  );
}
