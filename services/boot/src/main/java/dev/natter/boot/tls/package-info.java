/**
 * TLS to RabbitMQ. Its client accepts any trusted certificate, whatever its host name, and ignores the setting against
 * that.
 */
@NullMarked
package dev.natter.boot.tls;

import org.jspecify.annotations.NullMarked;
