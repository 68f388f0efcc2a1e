/** Mails and pushes notifications: consumes {@code notifications}. Nothing here may log an address, an endpoint or a text. */
@NullMarked
package dev.natter.mail.notification;

import org.jspecify.annotations.NullMarked;
