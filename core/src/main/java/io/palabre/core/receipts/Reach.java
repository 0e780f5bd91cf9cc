// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.receipts;

import java.util.List;

/// Whom one message has reached: of the members it was for, its sender aside, who are members since
/// it was sent.
///
/// @param receipts of those whom it has reached
public record Reach(List<Receipt> receipts, int read, int delivered, int members) {

    public static final Reach NOBODY = new Reach(List.of(), 0, 0, 0);

    public Reach {
        receipts = List.copyOf(receipts);
    }
}
