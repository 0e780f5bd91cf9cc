// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palabre.core.attachments.Attachment;
import io.palabre.core.ids.AttachmentId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes fingerprints: HMAC-SHA-256 under a key of this store, so that a fingerprint does not give
/// away a short text to someone who only guesses it.
public final class Fingerprints {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    public Fingerprints(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /// The same for two contents exactly when they say the same, or forward the same message. Whom
    /// they name does not count: it depends on who is there.
    public Fingerprint of(Content content) {
        var attached = content.attachments().stream().map(Attachment::id).toList();
        return of(content, attached);
    }

    /// Of a content that is to carry these.
    Fingerprint of(Content content, List<AttachmentId> attachments) {
        var mac = copy();
        fields(content).forEach(field -> add(mac, field));
        if (content.forwardedOf() == null && !attachments.isEmpty()) {
            add(mac, "attachments");
            attachments.forEach(id -> add(mac, id.toString()));
        }
        return new Fingerprint(HexFormat.of().formatHex(mac.doFinal()));
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own HMAC can be copied", e);
        }
    }

    private static List<String> fields(Content content) {
        if (content.forwardedOf() != null) {
            return List.of("forwarded", content.forwardedOf().toString());
        }
        var fields = new ArrayList<String>();
        fields.add(content.type());
        fields.add(content.text());
        fields.add(content.replyTo() == null ? "" : content.replyTo().toString());
        fields.add(content.data() == null ? "" : content.data());
        return fields;
    }

    private static void add(Mac mac, String field) {
        var bytes = field.getBytes(UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
    }
}
