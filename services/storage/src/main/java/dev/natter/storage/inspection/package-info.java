/**
 * Rewrites uploaded images so that only pixels, transparency, animation, colour profile and orientation are kept: {@link
 * dev.natter.storage.inspection.Inspection}. Never decodes or decompresses anything. Knows no storage.
 */
@NullMarked
package dev.natter.storage.inspection;

import org.jspecify.annotations.NullMarked;
