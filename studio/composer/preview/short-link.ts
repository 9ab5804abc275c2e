/** Without what all addresses begin with, and cut. */
export function shortLink(link: string, most: number): string {
  const bare = link.replace(/^https?:\/\/(?:www\.)?/iu, '');
  return bare.length > most ? `${bare.slice(0, most)}…` : bare;
}
