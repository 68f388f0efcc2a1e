package dev.natter.mail.smtp;

import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.Optional;

/** An SMTP server on this machine, with short timeouts. */
public record TestSmtpConfig(
        int port, StartTLSOptions starttls, Optional<String> username, Optional<String> trustCertificates)
        implements SmtpConfig {

    /** Without TLS and authentication. */
    public static TestSmtpConfig plain(int port) {
        return new TestSmtpConfig(port, StartTLSOptions.DISABLED, Optional.empty(), Optional.empty());
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public Optional<String> password() {
        return username.map(user -> "password");
    }

    @Override
    public Optional<String> ehloName() {
        return Optional.of("worker.example");
    }

    @Override
    public int connections() {
        return 2;
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration readTimeout() {
        return Duration.ofMillis(600);
    }

    @Override
    public Duration conversationTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration probeTimeout() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration probeInterval() {
        return Duration.ofMillis(200);
    }
}
