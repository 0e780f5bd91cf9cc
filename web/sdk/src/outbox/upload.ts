// SPDX-License-Identifier: Apache-2.0
import { Refused } from "../refused.js";
import type { Rest } from "../rest.js";
import type { Attachment, Id, Upload } from "../shapes.js";
import type { PendingFile } from "../state/state.js";

/** Up to this many bytes go in one request, larger files in pieces, so that a cut costs one piece only. */
const PIECE = 512 * 1024;

export type Uploads = Pick<Rest, "attach" | "beginUpload" | "continueUpload" | "uploadStands">;

export interface UploadOptions {
  readonly signal: AbortSignal;
  /** It has a place at the server: whoever knows it can go on from there. */
  readonly onBegun: (uploadId: Id) => void;
  readonly onProgress: (bytes: number) => void;
}

/** Brings a file to the server, going on where an earlier try ended. */
export async function upload(
  rest: Uploads,
  blob: Blob,
  file: PendingFile,
  options: UploadOptions,
): Promise<Attachment> {
  const { name, kind, duration } = file;
  const about = { name, ...(kind && { kind }), ...(duration !== undefined && { duration }) };
  if (file.uploadId === undefined && blob.size <= PIECE)
    return (await rest.attach(about, blob, options.signal)).attachment;
  let stand = file.uploadId && (await held(rest, file.uploadId));
  if (!stand) {
    stand = (await rest.beginUpload({ ...about, size: blob.size })).upload;
    options.onBegun(stand.id);
  }
  return inPieces(rest, blob, stand, options);
}

/** Where an upload stands; nothing if the server has forgotten it. */
async function held(rest: Uploads, id: Id): Promise<Upload | undefined> {
  try {
    return (await rest.uploadStands(id)).upload;
  } catch (error) {
    if (error instanceof Refused && !error.retryable) return undefined;
    throw error;
  }
}

async function inPieces(
  rest: Uploads,
  blob: Blob,
  begun: Upload,
  options: UploadOptions,
): Promise<Attachment> {
  for (let { offset } = begun; ; ) {
    options.onProgress(offset);
    const piece = blob.slice(offset, offset + PIECE);
    const answer = await rest.continueUpload(begun.id, offset, piece, options.signal);
    if (answer.attachment) return answer.attachment;
    if (answer.upload.offset <= offset) throw new Refused("upload_stuck", "The file did not go on.", false);
    offset = answer.upload.offset;
  }
}
