/**
 * Rewrites uploaded images so that only pixels, transparency, animation, colour profile and orientation are kept: {@link
 * dev.natter.chat.attachment.inspection.Inspection}. Never decodes or decompresses anything. Knows no storage.
 */
@NullMarked
package dev.natter.chat.attachment.inspection;

import org.jspecify.annotations.NullMarked;
