/** An SMTP server for tests, which answers as it is told to. */
@NullMarked
package dev.natter.testing.smtp;

import org.jspecify.annotations.NullMarked;
