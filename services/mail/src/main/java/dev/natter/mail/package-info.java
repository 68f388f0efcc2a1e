/**
 * Mail: takes what is to be mailed from RabbitMQ and gives it to an SMTP server; {@code otp} is all there is so far. Here
 * are only the way in and out of the process. Must never know accounts, conversations or a database.
 */
@NullMarked
package dev.natter.mail;

import org.jspecify.annotations.NullMarked;
