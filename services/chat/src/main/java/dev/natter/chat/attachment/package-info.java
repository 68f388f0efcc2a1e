/**
 * What people attach to messages: images, files and voice messages, with one lifecycle. Entry points:
 * {@link dev.natter.chat.attachment.AttachmentService} and {@link dev.natter.chat.attachment.ReleaseAttachment}.
 *
 * <p>Browsers exchange bytes with the bucket by presigned URLs. On its first use an upload is checked and moved to where its
 * uploader cannot write: an image is rewritten by the service, all else is copied inside the bucket. Only that is ever served.
 */
@NullMarked
package dev.natter.chat.attachment;

import org.jspecify.annotations.NullMarked;
