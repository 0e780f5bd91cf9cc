// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.inbox.Member;
import java.util.Locale;

/// `Member` in `openapi.yaml`.
public record MemberShape(UserShape user, String role, long readOrd, long deliveredOrd) {

    /// @param receipts whether the one who looks sees how far others have read
    static MemberShape of(Member member, UserShape user, boolean receipts) {
        return new MemberShape(
                user,
                member.role().name().toLowerCase(Locale.ROOT),
                receipts ? member.readOrd() : 0,
                receipts ? member.deliveredOrd() : 0);
    }
}
