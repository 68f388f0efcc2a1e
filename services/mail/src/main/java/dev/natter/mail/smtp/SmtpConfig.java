package dev.natter.mail.smtp;

import io.smallrye.config.ConfigMapping;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.Optional;

/** The SMTP server. */
@ConfigMapping(prefix = "natter.smtp")
interface SmtpConfig {

    /** Host name; its certificate must be valid for it. */
    String host();

    /** Port, usually 25 or 587. */
    int port();

    /** User name. Without it the service does not authenticate. */
    Optional<String> username();

    /** Password of the user. */
    Optional<String> password();

    /** Whether STARTTLS is required, optional or disabled. */
    StartTLSOptions starttls();

    /** PEM file with the certificates to trust instead of the JDK's. */
    Optional<String> trustCertificates();

    /** Host name in EHLO; the machine's name without it. */
    Optional<String> ehloName();

    /** Maximum number of SMTP conversations at once. */
    int connections();

    /** Maximum time to open a TCP connection. */
    Duration connectTimeout();

    /** Maximum silence of the server. */
    Duration readTimeout();

    /** Maximum time to hand over one mail. */
    Duration conversationTimeout();

    /** Maximum time that the readiness check waits for the server's greeting. */
    Duration probeTimeout();

    /** How long the readiness check reuses its last result. */
    Duration probeInterval();
}
