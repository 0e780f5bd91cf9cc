// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

/// What the header of a picture says.
///
/// @param width as it is stored
/// @param height as it is stored
/// @param orientation how it is to be turned, 1 to 8 as in EXIF
/// @param whole whether all of it is held in memory to show any of it
public record Picture(int width, int height, int orientation, boolean whole) {
    private static final long MOST_PIXELS = 100_000_000;
    private static final int UPRIGHT = 1;
    private static final int FIRST_LYING = 5;

    static Picture upright(int width, int height, boolean whole) throws BrokenMedia {
        return checked(width, height, UPRIGHT, whole);
    }

    static Picture checked(int width, int height, int orientation, boolean whole)
            throws BrokenMedia {
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new BrokenMedia("%d by %d pixels".formatted(width, height));
        }
        return new Picture(width, height, orientation, whole);
    }

    long pixels() {
        return (long) width * height;
    }

    private boolean lies() {
        return orientation >= FIRST_LYING;
    }

    public int shownWidth() {
        return lies() ? height : width;
    }

    public int shownHeight() {
        return lies() ? width : height;
    }
}
