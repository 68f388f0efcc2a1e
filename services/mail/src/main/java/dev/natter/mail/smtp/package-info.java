/**
 * Hands a mail to the SMTP server: a pool of connections, the meaning of replies, and a readiness check.
 *
 * <p>Entry point: {@link dev.natter.mail.smtp.SmtpConnectionPool}. The SMTP client is Vert.x', the one that quarkus-mailer
 * configures. quarkus-mailer's own {@code ReactiveMailer} is not used because it offers neither a timeout for a silent server
 * nor a way to abort a send: each of its pooled connections that a server leaves without a reply is lost until the process
 * restarts (quarkusio/quarkus#46216), and a mail could be accepted after its code has expired.
 */
@NullMarked
package dev.natter.mail.smtp;

import org.jspecify.annotations.NullMarked;
