import { useEffect } from 'react';
import { useT } from '../words/index.ts';
import { toast } from './toast.ts';

/** In the place of a part that did not come: says so, and what to do. The rest of the screen stands. */
export function Missing() {
  const t = useT();
  useEffect(() => toast({ text: t('studio:problem.part-missing'), tone: 'danger' }), [t]);
  return null;
}
