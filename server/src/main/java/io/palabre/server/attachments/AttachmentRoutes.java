// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PATCH;
import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.attachments.Attachment.Kind;
import io.palabre.core.attachments.AttachmentPage;
import io.palabre.core.attachments.Place;
import io.palabre.core.attachments.Upload;
import io.palabre.core.ids.AttachmentId;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.AttachmentShape;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Attachments over REST.
public final class AttachmentRoutes {
    private static final double LONGEST_SECONDS = 86_400;
    private static final double MILLIS = 1_000;

    private final Shelf shelf;
    private final Uploads uploads;
    private final Serving serving;

    AttachmentRoutes(Shelf shelf, Uploads uploads) {
        this.shelf = shelf;
        this.uploads = uploads;
        serving = new Serving(shelf);
    }

    List<Route> routes() {
        var one = "/api/attachments/{attachmentId}";
        var upload = "/api/attachments/uploads/{uploadId}";
        return List.of(
                Route.signedIn(POST, "/api/attachments/uploads", this::begin),
                Route.signedIn(GET, upload, this::progress),
                Route.taking(PATCH, upload, this::append),
                Route.signedIn(DELETE, upload, this::giveUp),
                Route.taking(POST, "/api/attachments", this::whole),
                Route.signedIn(GET, one, serving::original),
                Route.signedIn(GET, one + "/thumbnail", serving::thumbnail),
                Route.signedIn(GET, "/api/conversations/{conversationId}/attachments", this::list));
    }

    record Begin(
            String name,
            long size,
            @Nullable String sha256,
            @Nullable String kind,
            @Nullable Double duration) {}

    record UploadShape(String id, long offset, long size) {}

    /// @param attachment what it has become; null until all of it is there
    record UploadAnswer(UploadShape upload, @Nullable AttachmentShape attachment) {
        static UploadAnswer of(Uploads.Progress progress) {
            var done = progress.attachment();
            return new UploadAnswer(
                    new UploadShape(progress.id().toString(), progress.offset(), progress.size()),
                    done == null ? null : AttachmentShape.of(done));
        }
    }

    record AttachmentAnswer(AttachmentShape attachment) {}

    record Listed(AttachmentShape attachment, String messageId) {}

    record Page(List<Listed> attachments, @Nullable String nextCursor) {
        static Page of(AttachmentPage page) {
            var listed =
                    page.attachments().stream()
                            .map(
                                    one ->
                                            new Listed(
                                                    AttachmentShape.of(one.attachment()),
                                                    one.message().toString()))
                            .toList();
            var next = page.next();
            return new Page(listed, next == null ? null : next.toString());
        }
    }

    private Answer whole(Request request) {
        var claim =
                claim(
                        request.query("name").orElse(""),
                        request.query("kind").orElse(null),
                        request.query("duration").map(AttachmentRoutes::seconds).orElse(null));
        long announced = count(request, "Content-Length").orElse(0L);
        var type = request.header("Content-Type").orElse(null);
        var kept = uploads.whole(request.caller(), claim, type, announced, request.stream());
        return Answer.created(new AttachmentAnswer(AttachmentShape.of(kept)));
    }

    private Answer begin(Request request) {
        var begin = request.read(Begin.class);
        if (begin.size() < 1) {
            throw Refused.because(Refusal.BAD_REQUEST, "`size` must be 1 or more.");
        }
        var sum = begin.sha256() == null ? null : begin.sha256().toLowerCase(Locale.ROOT);
        if (sum != null && !sum.matches("[0-9a-f]{64}")) {
            throw Refused.because(Refusal.BAD_REQUEST, "`sha256` must have 64 digits.");
        }
        var claim = claim(begin.name(), begin.kind(), begin.duration());
        var begun = uploads.begin(request.caller(), claim, begin.size(), sum);
        return Answer.created(UploadAnswer.of(begun));
    }

    private Answer progress(Request request) {
        return Answer.ok(UploadAnswer.of(uploads.progress(request.caller(), upload(request))));
    }

    private Answer append(Request request) {
        var offset = count(request, "Upload-Offset").orElse(null);
        var progress = uploads.append(request.caller(), upload(request), offset, request.stream());
        return Answer.ok(UploadAnswer.of(progress));
    }

    private Answer giveUp(Request request) {
        uploads.giveUp(request.caller(), upload(request));
        return Answer.nothing();
    }

    private Answer list(Request request) {
        var from = request.query("cursor").map(AttachmentRoutes::place).orElse(null);
        var kind = request.query("kind").map(AttachmentRoutes::kind).orElse(null);
        var page =
                shelf.attachments()
                        .in(request.caller(), request.conversation(), kind, from, request.limit());
        return Answer.ok(Page.of(page.orElseThrow(() -> Refused.because(Refusal.NOT_FOUND))));
    }

    private static AttachmentId upload(Request request) {
        return AttachmentId.parse(request.parameter("uploadId"))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    private static Upload.Claim claim(
            String name, @Nullable String kind, @Nullable Double seconds) {
        var duration = seconds == null ? null : duration(seconds);
        boolean voice = kind != null && kind(kind) == Kind.VOICE;
        return new Upload.Claim(FileNames.safe(name), voice, duration);
    }

    private static Duration duration(double seconds) {
        if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
            throw Refused.because(Refusal.BAD_REQUEST, "`duration` is in seconds, up to a day.");
        }
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }

    private static double seconds(String text) {
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : -1;
    }

    private static Optional<Long> count(Request request, String header) {
        var text = request.header(header);
        if (text.filter(number -> !number.matches("[0-9]{1,18}")).isPresent()) {
            throw Refused.because(
                    Refusal.BAD_REQUEST, "The header `%s` is a whole number.".formatted(header));
        }
        return text.map(Long::valueOf);
    }

    private static Kind kind(String text) {
        for (var kind : Kind.values()) {
            if (kind.name().equals(text.toUpperCase(Locale.ROOT))) return kind;
        }
        throw Refused.because(Refusal.BAD_REQUEST, "`kind` is image, video, audio, voice or file.");
    }

    private static Place place(String cursor) {
        return Place.parse(cursor)
                .orElseThrow(
                        () -> Refused.because(Refusal.BAD_REQUEST, "`cursor` is not from here."));
    }
}
