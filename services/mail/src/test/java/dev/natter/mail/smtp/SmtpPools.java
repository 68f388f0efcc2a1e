package dev.natter.mail.smtp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;

/** Pools for the tests of other packages. */
public final class SmtpPools {

    private SmtpPools() {}

    /** Two connections, without TLS, with short timeouts. */
    public static SmtpConnectionPool to(int port, Vertx vertx) {
        return new SmtpConnectionPool(TestSmtpConfig.plain(port), vertx, new SimpleMeterRegistry());
    }
}
