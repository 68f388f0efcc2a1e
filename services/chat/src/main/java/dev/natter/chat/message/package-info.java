/**
 * Messages: sending them, each exactly once and numbered, and reading them back.
 *
 * <p>Doors: {@link dev.natter.chat.message.SendMessage} for REST and the socket alike. A message is stored before it is
 * acknowledged and acknowledged before anybody relies on a push of it; what a page leaves out between two messages never
 * comes later.
 */
@NullMarked
package dev.natter.chat.message;

import org.jspecify.annotations.NullMarked;
