package dev.natter.mail.otp;

import io.smallrye.config.ConfigMapping;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.Optional;

/** The SMTP server that mails are handed to. */
@ConfigMapping(prefix = "natter.smtp")
interface SmtpConfig {

    /** Its name, which its certificate must bear. */
    String host();

    /** 25, 587 or what the server listens on. */
    int port();

    /** Whom to sign in as; without, nobody signs in. */
    Optional<String> username();

    /** Goes with the username. */
    Optional<String> password();

    /** Whether the conversation must be, may be, or is not encrypted. */
    StartTLSOptions starttls();

    /** A file with PEM certificates to trust instead of the platform's. */
    Optional<String> trustCertificates();

    /** What this worker calls itself; without, the machine's name. */
    Optional<String> ehloName();

    /** How long a TCP connection may take to come about. */
    Duration connectTimeout();

    /** How long the server may be silent. */
    Duration readTimeout();

    /** How long handing over one mail may take in all. */
    Duration conversationTimeout();

    /** How long the readiness check waits for the server's greeting. */
    Duration probeTimeout();

    /** For how long the readiness check believes what it found last. */
    Duration probeInterval();
}
