/**
 * Messages: sending them, each exactly once and in order, and reading them back. A message is stored before it is
 * acknowledged and delivered. Entry point: {@link dev.natter.chat.message.SendMessage}, for REST and the socket.
 */
@NullMarked
package dev.natter.chat.message;

import org.jspecify.annotations.NullMarked;
