import { operations, type Media, type ProblemDetails } from '#/contract/index.ts';
import { addressOf, ApiProblem, OfflineProblem } from '../../api/index.ts';

/** What the server can make a picture of; others are told apart before they travel. */
export const TAKEN: readonly string[] = operations.uploadMedia.upload;

type Upload = {
  institutionId: string;
  file: File;
  /** Unchanging for one picture, so that a repeated upload is one. */
  key: string;
  /** 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/**
 * Sends a picture and tells how far it is: `fetch` cannot.
 * @throws ApiProblem where the server will not have it, OfflineProblem where nobody answered
 */
export function upload({ institutionId, file, key, onProgress, signal }: Upload): Promise<Media> {
  const address = addressOf(operations.uploadMedia, {
    params: { institutionId },
    query: { fileName: file.name.slice(0, 200) },
  });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', file.type);
    request.setRequestHeader('glasnik-request', 'studio');
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      const answer = parse(request.responseText);
      if (request.status < 300) return resolve(answer as Media);
      if (request.status >= 502 && request.status <= 504) return reject(new OfflineProblem('No answer'));
      reject(new ApiProblem({ ...(answer as Partial<ProblemDetails>), status: request.status }));
    });
    request.addEventListener('error', () => reject(new OfflineProblem('No answer')));
    request.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
