/**
 * The mail service: consumes mails from RabbitMQ and sends them over SMTP. This package has the start of the process
 * only; it knows no accounts, no conversations and no database.
 */
@NullMarked
package dev.natter.mail;

import org.jspecify.annotations.NullMarked;
