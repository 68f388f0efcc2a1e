package dev.natter.mail.otp;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import java.util.concurrent.TimeUnit;

/** What the mail client has to know of the SMTP server. */
final class SmtpClientOptions {

    /** Kept open between mails that follow each other closely; shorter than a server's patience. */
    private static final int KEEP_ALIVE_SECONDS = 10;

    private SmtpClientOptions() {}

    /**
     * For a client with one connection. Without pipelining: a refusal is always the answer to the command before it, and
     * a refused recipient never leaves the server waiting for data.
     */
    static MailConfig of(SmtpConfig smtp) {
        var options = new MailConfig()
                .setHostname(smtp.host())
                .setPort(smtp.port())
                .setStarttls(smtp.starttls())
                .setLogin(LoginOption.DISABLED)
                .setMaxPoolSize(1)
                .setPipelining(false)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setKeepAliveTimeoutUnit(TimeUnit.SECONDS);
        smtp.ehloName().ifPresent(options::setOwnHostname);
        smtp.username()
                .ifPresent(username -> options.setLogin(LoginOption.REQUIRED)
                        .setUsername(username)
                        .setPassword(smtp.password().orElse("")));
        smtp.trustCertificates().ifPresent(file -> options.setPemTrustOptions(new PemTrustOptions().addCertPath(file)));
        // Silence ends a connection, also one that the client has said goodbye on: otherwise its place is lost.
        options.setConnectTimeout(Math.toIntExact(smtp.connectTimeout().toMillis()))
                .setIdleTimeout(Math.toIntExact(smtp.readTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return options;
    }
}
