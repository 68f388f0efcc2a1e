/**
 * Messages: sending them, each exactly once and in order, and reading them back.
 *
 * <p>{@link dev.natter.chat.message.SendMessage} serves REST and the socket alike. A message is stored before it is
 * acknowledged and before it is delivered.
 */
@NullMarked
package dev.natter.chat.message;

import org.jspecify.annotations.NullMarked;
