import './tables.ts';

export { describeMedia } from './describe-media.ts';
export { endedRights, type RightEnd } from './rights.ts';
export { warnOfRights } from './warn-of-rights.ts';
export { keepMedia, setPoster, uploadMedia, type MediaDeps } from './upload-media.ts';
export { adoptMedia, readMediaToAdopt, type AdoptableMedia } from './adopt-media.ts';
export { captionVideo, removeCaptions } from './caption-video.ts';
export { cropImage } from './crop-image.ts';
export { readPictures, type ReadingDeps } from './read-pictures.ts';
export { createLentFiles, type LentFile, type LentFiles } from './lent-files.ts';
export { createFileStore, type FileKind, type FileStore } from './file-store.ts';
export { removeMedia } from './remove-media.ts';
export { listMedia } from './list-media.ts';
export {
  holdMedia,
  listAlikeRows,
  listTagsInUse,
  listCaptions,
  readAllCaptions,
  readCaptions,
  readMediaRow,
  readMediaRows as readImages,
  thumbnailOf,
  type MediaRow,
} from './queries.ts';
