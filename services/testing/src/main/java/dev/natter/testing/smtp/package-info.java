/** An SMTP server for tests, with scripted replies. */
@NullMarked
package dev.natter.testing.smtp;

import org.jspecify.annotations.NullMarked;
