// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.core.Refusal;
import io.palabre.core.attachments.Attachment;
import io.palabre.core.attachments.Quota;
import io.palabre.core.attachments.Upload;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.PersonId;
import io.palabre.server.config.Config;
import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Files on their way in. Their bytes go to the disk as they come; what is too much is refused at
/// the first byte over.
public final class Uploads {
    private static final int PIECE = 64 * 1024;

    private final Shelf shelf;
    private final Intake intake;
    private final Ids ids;
    private final long mostBytes;
    private final Quota quota;
    private final Turns turns = new Turns();

    Uploads(Shelf shelf, Intake intake, Ids ids, Config.Uploads limits) {
        this.shelf = shelf;
        this.intake = intake;
        this.ids = ids;
        mostBytes = limits.fileBytes();
        quota = new Quota(limits.dailyFiles(), limits.dailyBytes());
    }

    /// Where an upload stands.
    ///
    /// @param attachment what it has become; null until all of it is there
    record Progress(AttachmentId id, long offset, long size, @Nullable Attachment attachment) {

        static Progress at(Upload upload, long offset) {
            return new Progress(upload.id(), offset, upload.size(), null);
        }

        static Progress over(Attachment kept) {
            return new Progress(kept.id(), kept.size(), kept.size(), kept);
        }
    }

    /// A file in one go.
    ///
    /// @param announced how many bytes there are to be; 0 when nobody said
    Attachment whole(
            PersonId by,
            Upload.Claim claim,
            @Nullable String type,
            long announced,
            InputStream in) {
        refuseBeyond(Math.max(1, announced), by);
        var id = new AttachmentId(ids.next());
        try {
            if (pour(id, in, Math.min(mostBytes, left(by).bytes())) == 0) {
                throw Refused.because(Refusal.BAD_REQUEST, "The file is empty.");
            }
            return keep(by, id, claim, type);
        } catch (IOException e) {
            remove(id);
            throw Disk.failed(e);
        } catch (RuntimeException e) {
            remove(id);
            throw e;
        }
    }

    private Quota left(PersonId by) {
        return shelf.attachments().left(by, quota);
    }

    private void refuseBeyond(long size, PersonId by) {
        if (size > mostBytes) throw tooLarge();
        if (!left(by).holds(size)) throw Refused.because(Refusal.QUOTA);
    }

    private Refused tooLarge() {
        return Refused.because(
                Refusal.TOO_LARGE, "A file has at most %d bytes.".formatted(mostBytes));
    }

    /// Writes what comes, up to a limit.
    ///
    /// @return how much it was
    private long pour(AttachmentId id, InputStream in, long limit) throws IOException {
        try (var out = shelf.blobs().append(id)) {
            return pour(in, out, limit);
        }
    }

    private long pour(InputStream in, OutputStream out, long limit) throws IOException {
        var piece = new byte[PIECE];
        long total = 0;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            total += read;
            if (total > mostBytes) throw tooLarge();
            if (total > limit) throw Refused.because(Refusal.QUOTA);
            out.write(piece, 0, read);
        }
        return total;
    }

    /// What has arrived becomes an attachment of its uploader.
    private Attachment keep(PersonId by, AttachmentId id, Upload.Claim claim, @Nullable String type)
            throws IOException {
        var attachment = intake.take(id, claim, type);
        if (!shelf.attachments().keep(by, attachment, quota)) {
            throw Refused.because(Refusal.QUOTA);
        }
        shelf.blobs().clear(id);
        return attachment;
    }

    /// A file in pieces.
    Progress begin(PersonId by, Upload.Claim claim, long size, @Nullable String sha256) {
        if (size > mostBytes) throw tooLarge();
        var upload = new Upload(new AttachmentId(ids.next()), by, claim, size, sha256);
        if (!shelf.attachments().begin(upload, quota)) throw Refused.because(Refusal.QUOTA);
        return Progress.at(upload, 0);
    }

    Progress progress(PersonId by, AttachmentId id) {
        try {
            var upload = shelf.attachments().upload(by, id);
            return upload.isPresent()
                    ? Progress.at(upload.get(), shelf.blobs().arrived(id))
                    : finished(by, id);
        } catch (IOException e) {
            throw Disk.failed(e);
        }
    }

    /// The last piece may have come twice, or its answer not at all.
    private Progress finished(PersonId by, AttachmentId id) {
        return shelf.attachments()
                .kept(by, id)
                .map(Progress::over)
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    /// The next piece; with the last one it is an attachment. A piece that breaks off counts as far
    /// as it came.
    Progress append(PersonId by, AttachmentId id, @Nullable Long offset, InputStream in) {
        if (shelf.attachments().upload(by, id).isEmpty()) return finished(by, id);
        if (offset == null) {
            throw Refused.because(Refusal.BAD_REQUEST, "The header `Upload-Offset` is missing.");
        }
        turns.take(id);
        try {
            var upload = shelf.attachments().upload(by, id);
            return upload.isPresent() ? append(upload.get(), offset, in) : finished(by, id);
        } catch (IOException e) {
            throw Disk.failed(e);
        } finally {
            turns.leave(id);
        }
    }

    private Progress append(Upload upload, long offset, InputStream in) throws IOException {
        long stands = shelf.blobs().arrived(upload.id());
        if (stands != offset) throw Refused.standingAt(stands);
        try {
            pourPiece(upload, offset, in);
        } finally {
            shelf.attachments().progressed(upload.id());
        }
        long arrived = shelf.blobs().arrived(upload.id());
        if (arrived < upload.size()) return Progress.at(upload, arrived);
        return Progress.over(finish(upload));
    }

    private void pourPiece(Upload upload, long offset, InputStream in) throws IOException {
        try (var out = shelf.blobs().append(upload.id())) {
            var piece = new byte[PIECE];
            long left = upload.size() - offset;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (read > left) {
                    throw Refused.because(Refusal.TOO_LARGE, "This is more than was announced.");
                }
                left -= read;
                out.write(piece, 0, read);
            }
        }
    }

    /// What is refused now will never be taken: it is given up.
    private Attachment finish(Upload upload) throws IOException {
        try {
            checkSum(upload);
            return keep(upload.uploader(), upload.id(), upload.claim(), null);
        } catch (Refused refused) {
            forget(upload.uploader(), upload.id());
            throw refused;
        }
    }

    private void checkSum(Upload upload) throws IOException {
        var expected = upload.sha256();
        if (expected != null && !expected.equals(sum(upload.id()))) {
            throw Refused.because(Problem.CHECKSUM_MISMATCH);
        }
    }

    private String sum(AttachmentId id) throws IOException {
        try (var in = shelf.blobs().unfinished(id)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void giveUp(PersonId by, AttachmentId id) {
        turns.take(id);
        try {
            forget(by, id);
        } finally {
            turns.leave(id);
        }
    }

    private void forget(PersonId by, AttachmentId id) {
        if (!shelf.attachments().giveUp(by, id)) throw Refused.because(Refusal.NOT_FOUND);
        remove(id);
    }

    /// What cannot be removed now is an orphan, and is collected later.
    private void remove(AttachmentId id) {
        try {
            shelf.blobs().remove(id);
        } catch (IOException e) {
            throw Disk.failed(e);
        }
    }
}
