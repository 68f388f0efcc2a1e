/** The rules of files: their names, their types, and how they are served. */
@NullMarked
package dev.natter.chat.attachment.file;

import org.jspecify.annotations.NullMarked;
