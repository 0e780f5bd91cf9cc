// SPDX-License-Identifier: Apache-2.0
/// Files that messages carry. [io.palabre.core.attachments.Attachments] knows what there is and who
/// may see it, [io.palabre.core.attachments.Blobs] keeps the bytes; an
/// [io.palabre.core.attachments.Upload] becomes an [io.palabre.core.attachments.Attachment] once
/// all of it has arrived.
@NullMarked
package io.palabre.core.attachments;

import org.jspecify.annotations.NullMarked;
