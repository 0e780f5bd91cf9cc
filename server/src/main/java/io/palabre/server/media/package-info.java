// SPDX-License-Identifier: Apache-2.0
/// What is in a file, by its bytes alone. [Format] tells kinds of files apart; the cleaners
/// ([JpegCleaner], [PngCleaner], [GifCleaner], [WebpCleaner], [Mp4Cleaner]) copy one without what
/// it tells of the place and the camera, and read its size on the way; [Thumbnails] makes small
/// pictures with bounded memory and time.
@NullMarked
package io.palabre.server.media;

import org.jspecify.annotations.NullMarked;
