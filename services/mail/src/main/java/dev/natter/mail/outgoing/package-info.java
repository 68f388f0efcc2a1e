/** A mail: composed, and sent until the SMTP server accepts it or it expires. */
@NullMarked
package dev.natter.mail.outgoing;

import org.jspecify.annotations.NullMarked;
