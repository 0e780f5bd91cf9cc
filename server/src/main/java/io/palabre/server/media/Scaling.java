// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import java.awt.image.BufferedImage;

/// Makes a picture smaller by averaging, and turns it upright. It uses no graphics of the desktop,
/// which a server may not have.
final class Scaling {
    private static final int UPRIGHT = 1;

    private Scaling() {}

    /// The middle of an upright picture, opaque, at most this wide and high.
    static BufferedImage square(BufferedImage image, int longestSide) {
        int side = Math.min(image.getWidth(), image.getHeight());
        int left = (image.getWidth() - side) / 2;
        int top = (image.getHeight() - side) / 2;
        var small = toFit(image.getSubimage(left, top, side, side), UPRIGHT, longestSide);
        int width = small.getWidth();
        var opaque = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) opaque.setRGB(x, y, onWhite(small.getRGB(x, y)));
        }
        return opaque;
    }

    private static int onWhite(int colour) {
        int alpha = colour >>> 24;
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int part = (colour >> shift) & 0xff;
            mixed |= ((part * alpha + 0xff * (0xff - alpha)) / 0xff) << shift;
        }
        return mixed;
    }

    /// @param orientation 1 to 8, as in EXIF
    static BufferedImage toFit(BufferedImage image, int orientation, int longestSide) {
        int width = image.getWidth();
        int height = image.getHeight();
        double factor = Math.min(1, longestSide / (double) Math.max(width, height));
        int smallWidth = Math.max(1, (int) Math.round(width * factor));
        int smallHeight = Math.max(1, (int) Math.round(height * factor));
        boolean lying = orientation >= 5;
        var small =
                new BufferedImage(
                        lying ? smallHeight : smallWidth,
                        lying ? smallWidth : smallHeight,
                        image.getColorModel().hasAlpha()
                                ? BufferedImage.TYPE_INT_ARGB
                                : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < smallHeight; y++) {
            int top = (int) ((long) y * height / smallHeight);
            int bottom = Math.max(top + 1, (int) ((y + 1L) * height / smallHeight));
            var rows = image.getRGB(0, top, width, bottom - top, null, 0, width);
            for (int x = 0; x < smallWidth; x++) {
                int left = (int) ((long) x * width / smallWidth);
                int right = Math.max(left + 1, (int) ((x + 1L) * width / smallWidth));
                int colour = average(rows, width, left, right);
                turn(small, x, y, orientation, colour);
            }
        }
        return small;
    }

    /// Of the columns from `left` to before `right`; what shines through counts less.
    private static int average(int[] rows, int width, int left, int right) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        int count = 0;
        for (int row = 0; row < rows.length; row += width) {
            for (int x = left; x < right; x++) {
                int colour = rows[row + x];
                int weight = colour >>> 24;
                alpha += weight;
                red += (long) weight * ((colour >> 16) & 0xff);
                green += (long) weight * ((colour >> 8) & 0xff);
                blue += (long) weight * (colour & 0xff);
                count++;
            }
        }
        if (alpha == 0) return 0;
        int shade = (int) (red / alpha) << 16;
        int tint = (int) (green / alpha) << 8;
        return ((int) (alpha / count) << 24) | shade | tint | (int) (blue / alpha);
    }

    private static void turn(BufferedImage to, int x, int y, int orientation, int colour) {
        int right = to.getWidth() - 1;
        int bottom = to.getHeight() - 1;
        switch (orientation) {
            case 2 -> to.setRGB(right - x, y, colour);
            case 3 -> to.setRGB(right - x, bottom - y, colour);
            case 4 -> to.setRGB(x, bottom - y, colour);
            case 5 -> to.setRGB(y, x, colour);
            case 6 -> to.setRGB(right - y, x, colour);
            case 7 -> to.setRGB(right - y, bottom - x, colour);
            case 8 -> to.setRGB(y, bottom - x, colour);
            default -> to.setRGB(x, y, colour);
        }
    }
}
