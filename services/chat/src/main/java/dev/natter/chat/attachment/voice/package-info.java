/** Recognises the recordings that voice messages may be: WebM and Ogg with Opus, MP4 with AAC. Nothing is decoded. */
@NullMarked
package dev.natter.chat.attachment.voice;

import org.jspecify.annotations.NullMarked;
