/** Notifications that leave the system, by way of the mail service. */
@NullMarked
package dev.natter.chat.notification;

import org.jspecify.annotations.NullMarked;
