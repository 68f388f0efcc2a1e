/**
 * Work queues of the broker: a message is acknowledged when its work is done, retried with backoff until it expires, and
 * dead-lettered when it never will be done. May do one work twice, loses none.
 */
@NullMarked
package dev.natter.mail.queue;

import org.jspecify.annotations.NullMarked;
