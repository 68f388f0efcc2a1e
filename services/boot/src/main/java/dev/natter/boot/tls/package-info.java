/**
 * TLS to RabbitMQ: its client believes any certificate that is trusted, whoever's it is, and has no setting against that which
 * is heeded.
 */
@NullMarked
package dev.natter.boot.tls;

import org.jspecify.annotations.NullMarked;
