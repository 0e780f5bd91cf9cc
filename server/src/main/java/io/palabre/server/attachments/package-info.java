// SPDX-License-Identifier: Apache-2.0
/// Files that messages carry. [Uploads] takes them in, in one go or in pieces, and [Intake] makes
/// of what has arrived what is kept; [Serving] gives them out to those who may have them; [Orphans]
/// removes what nobody sends. [AttachmentRoutes] are its routes.
@NullMarked
package io.palabre.server.attachments;

import org.jspecify.annotations.NullMarked;
