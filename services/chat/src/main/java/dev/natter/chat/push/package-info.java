/** Web Push: who is notified of a message, on which browsers, and when a notification is withdrawn. */
@NullMarked
package dev.natter.chat.push;

import org.jspecify.annotations.NullMarked;
