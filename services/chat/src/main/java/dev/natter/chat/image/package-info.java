/**
 * Images: uploads, their verification, and reading them.
 *
 * <p>Doors: {@link dev.natter.chat.image.UseImage}, through which a message gets hold of an image. The bytes go between
 * browsers and the bucket: here they are only looked at. What is served has been copied out of its uploader's reach and
 * looked at afterwards, and is served to nobody but its uploader and the members of a conversation that holds it.
 */
@NullMarked
package dev.natter.chat.image;

import org.jspecify.annotations.NullMarked;
