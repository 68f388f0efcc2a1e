/**
 * Rewrites uploaded images so that nothing but pixels, transparency, animation, colour profile and orientation is kept:
 * {@link dev.natter.chat.attachment.inspection.Inspection}. Walks through containers only; never decodes or decompresses
 * anything. Knows no storage.
 */
@NullMarked
package dev.natter.chat.attachment.inspection;

import org.jspecify.annotations.NullMarked;
