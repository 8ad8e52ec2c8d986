import type { FilePart } from '../../lib/messaging/protocol.ts';
import { failure, type Result, success } from '../../lib/messaging/result.ts';

/** A message holds this many bytes of a file. */
const partLength = 4_000_000;

/**
 * Files of the page's own site, fetched here because only the page may: with the reviewer's
 * session, and nothing told to anyone else. Kept until all of it was handed over.
 */
export class PortalFiles {
  private url = '';
  private bytes = new Uint8Array(0);

  async part({ url, offset }: { url: string; offset: number }): Promise<Result<FilePart>> {
    if (new URL(url).origin !== location.origin) return failure('CG-111');
    if (this.url !== url) {
      try {
        const answer = await fetch(url, { credentials: 'same-origin' });
        if (!answer.ok) return failure('CG-111');
        this.bytes = ownBytes(new Uint8Array(await answer.arrayBuffer()));
        this.url = url;
      } catch {
        return failure('CG-111');
      }
    }
    const { bytes } = this;
    const part = bytes.subarray(offset, offset + partLength);
    if (offset + part.length >= bytes.length) {
      this.url = '';
      this.bytes = new Uint8Array(0);
    }
    return success({ base64: part.toBase64(), length: bytes.length });
  }
}

/**
 * In Firefox what `fetch` gives belongs to the page, and most of what is done with it is refused:
 * "Permission denied to access property constructor".
 */
function ownBytes(fetched: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fetched.length);
  bytes.set(fetched);
  return bytes;
}
