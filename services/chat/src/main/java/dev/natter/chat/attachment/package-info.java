/**
 * What people attach to messages; today these are images. Entry point: {@link dev.natter.chat.attachment.ImageService}.
 *
 * <p>Browsers exchange bytes with the bucket by presigned URLs. An upload passes through the service once, on first use, and
 * only what the inspection keeps is ever served.
 */
@NullMarked
package dev.natter.chat.attachment;

import org.jspecify.annotations.NullMarked;
