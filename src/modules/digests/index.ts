import './tables.ts';

export { chooseDigest, readDigestChoice, type DigestChoice } from './choose-digest.ts';
export { noteVisit, readNews, type News } from './read-news.ts';
export { sendDigests, type DigestDeps } from './send-digest.ts';
export { placeOf } from './rules.ts';
