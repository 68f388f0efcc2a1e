/**
 * What people attach to messages: its upload, its inspection, and reading it. Today these are images.
 *
 * <p>Entry point: {@link dev.natter.chat.attachment.ImageService}, through which a message gets an image. Browsers exchange
 * bytes with the bucket by presigned URLs. An upload passes through the service once, on first use, and only what the
 * inspection keeps is ever served: to its uploader and to the members of a conversation that holds it.
 */
@NullMarked
package dev.natter.chat.attachment;

import org.jspecify.annotations.NullMarked;
