// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.core.attachments.Attachments;
import io.palabre.core.attachments.Blobs;

/// Where attachments are: what is known of them, and their bytes.
public record Shelf(Attachments attachments, Blobs blobs) {}
