/** The screen of the studio, below the institution's own address, on which a thing of the record is seen. */
export function placeOf(subjectType: string, subjectId: string): string {
  if (subjectType === 'post') return `posts/${subjectId}`;
  if (subjectType === 'delivery') return `deliveries/${subjectId}`;
  return subjectType === 'account' ? 'accounts' : 'record';
}
