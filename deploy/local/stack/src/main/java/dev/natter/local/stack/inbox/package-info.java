/**
 * Every mail the stack sends, for people as a page and for programs in the shape Mailpit has.
 *
 * <p>Door: {@link dev.natter.local.stack.inbox.Inbox}. Mails live in memory, the latest thousand of them, and never
 * leave this machine.
 */
@NullMarked
package dev.natter.local.stack.inbox;

import org.jspecify.annotations.NullMarked;
