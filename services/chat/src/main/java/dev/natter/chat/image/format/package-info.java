/**
 * What a file is by its bytes: kind, size in pixels, and whether it tells where it was taken. Reads headers and metadata
 * only and never decodes a picture, so that it takes no more memory than the window it is shown. Knows no storage.
 */
@NullMarked
package dev.natter.chat.image.format;

import org.jspecify.annotations.NullMarked;
