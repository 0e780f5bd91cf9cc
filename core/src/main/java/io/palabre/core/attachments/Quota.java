// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.attachments;

/// How much one person may upload in one day (UTC).
public record Quota(int files, long bytes) {

    /// What is left of it.
    public Quota less(Quota spent) {
        return new Quota(files - spent.files, bytes - spent.bytes);
    }

    /// Whether a file of this size still goes.
    public boolean holds(long size) {
        return files >= 1 && bytes >= size;
    }
}
