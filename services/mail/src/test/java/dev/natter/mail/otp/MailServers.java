package dev.natter.mail.otp;

import dev.natter.testing.BackingServers;
import dev.natter.testing.smtp.ScriptedSmtp;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A real broker behind a gate, and an SMTP server with scripted replies. */
public final class MailServers implements QuarkusTestResourceLifecycleManager {

    private final BackingServers servers = new BackingServers();
    private ScriptedSmtp smtp;
    private BrokerGate gate;
    private TestBroker broker;

    @Override
    public Map<String, String> start() {
        servers.init(Map.of("servers", "rabbitmq"));
        var environment = new HashMap<>(servers.start());
        smtp = ScriptedSmtp.start();
        broker = new TestBroker(environment);
        gate = BrokerGate.before(
                        environment.get("NATTER_RABBITMQ_HOST"),
                        Integer.parseInt(environment.get("NATTER_RABBITMQ_PORT")))
                .open();
        environment.putAll(Map.of(
                "NATTER_HTTP_HOST", "127.0.0.1",
                "NATTER_RABBITMQ_HOST", "127.0.0.1",
                "NATTER_RABBITMQ_PORT", String.valueOf(gate.port()),
                "NATTER_SMTP_HOST", "127.0.0.1",
                "NATTER_SMTP_PORT", String.valueOf(smtp.port()),
                "NATTER_SMTP_STARTTLS", "DISABLED",
                "NATTER_SMTP_PROBE_INTERVAL", "50ms",
                "NATTER_MAIL_FROM", "natter@example.org",
                "NATTER_MAIL_FIRST_RETRY", "100ms",
                "NATTER_MAIL_SLOWEST_RETRY", "3s"));
        environment.putAll(Map.of(
                "NATTER_PUSH_PUBLIC_KEY",
                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
                "NATTER_PUSH_PRIVATE_KEY",
                "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
                "NATTER_PUSH_SUBJECT",
                "mailto:operator@example.org",
                "NATTER_PUSH_TIMEOUT",
                "1s",
                "NATTER_PUSH_PRIVATE_ENDPOINTS",
                "true"));
        return environment;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(smtp, new TestInjector.MatchesType(ScriptedSmtp.class));
        injector.injectIntoFields(gate, new TestInjector.MatchesType(BrokerGate.class));
        injector.injectIntoFields(broker, new TestInjector.MatchesType(TestBroker.class));
    }

    @Override
    public void stop() {
        try {
            broker.close();
            gate.close();
            smtp.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            servers.stop();
        }
    }
}
