// SPDX-License-Identifier: Apache-2.0
import type { FilesOptions } from "../outbox/files.js";
import { Refused } from "../refused.js";
import type { Attachment, Id } from "../shapes.js";

interface Held {
  name: string;
  size: number;
  bytes: Uint8Array;
}

/** Takes files in pieces as the server does, and may be cut off or refuse. */
export class UploadDesk {
  cut = false;
  /** The line is cut after so many pieces. */
  cutAfter = Number.POSITIVE_INFINITY;
  refuses: string | undefined;
  received = 0;
  begun = 0;
  private readonly held = new Map<Id, Held>();

  readonly attach: FilesOptions["rest"]["attach"] = async ({ name }, blob) => {
    this.answer();
    const held = { name, size: blob.size, bytes: new Uint8Array(await blob.arrayBuffer()) };
    this.held.set(`f${this.held.size}`, held);
    return { attachment: attachmentOf(held) };
  };

  readonly beginUpload: FilesOptions["rest"]["beginUpload"] = async ({ name, size }) => {
    this.answer();
    this.begun++;
    const id = `u${this.held.size}`;
    this.held.set(id, { name, size, bytes: new Uint8Array() });
    return { upload: { id, offset: 0, size } };
  };

  readonly continueUpload: FilesOptions["rest"]["continueUpload"] = async (id, offset, piece) => {
    this.answer();
    const held = this.find(id);
    if (offset !== held.bytes.length) throw new Refused("upload_offset", "Not there.", false, 409);
    const grown = new Uint8Array(held.bytes.length + piece.size);
    grown.set(held.bytes);
    grown.set(new Uint8Array(await piece.arrayBuffer()), held.bytes.length);
    held.bytes = grown;
    this.received += piece.size;
    if (--this.cutAfter <= 0) {
      this.cut = true;
      this.cutAfter = Number.POSITIVE_INFINITY;
    }
    const upload = { id, offset: held.bytes.length, size: held.size };
    return held.bytes.length === held.size ? { upload, attachment: attachmentOf(held) } : { upload };
  };

  readonly uploadStands: FilesOptions["rest"]["uploadStands"] = async (id) => {
    this.answer();
    const { bytes, size } = this.find(id);
    return { upload: { id, offset: bytes.length, size } };
  };

  readonly giveUpUpload: FilesOptions["rest"]["giveUpUpload"] = async (id) => {
    this.held.delete(id);
  };

  /** Whether it has these bytes under that name, all of them and no others. */
  async holds(name: string, blob: Blob): Promise<boolean> {
    const bytes = [...this.held.values()].find((held) => held.name === name)?.bytes;
    const wanted = new Uint8Array(await blob.arrayBuffer());
    return bytes?.length === wanted.length && wanted.every((byte, at) => byte === bytes[at]);
  }

  private find(id: Id): Held {
    const held = this.held.get(id);
    if (!held) throw new Refused("upload_not_found", "There is none.", false, 404);
    return held;
  }

  private answer(): void {
    if (this.cut) throw Refused.unreachable();
    if (this.refuses) throw new Refused(this.refuses, "No.", false);
  }
}

function attachmentOf({ name, size }: Held): Attachment {
  return {
    id: `a-${name}`,
    name,
    size,
    type: "application/octet-stream",
    kind: "file",
    url: `/files/${name}`,
  };
}
