package dev.natter.local.servers;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;

/** An SMTP server that takes mail for every address and keeps it in memory. */
final class EmbeddedSmtp implements BackingServer {
    private final GreenMail greenMail;

    private EmbeddedSmtp(GreenMail greenMail) {
        this.greenMail = greenMail;
    }

    static EmbeddedSmtp start() {
        var setup = new ServerSetup(0, Loopback.HOST, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        var greenMail = new GreenMail(setup)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        greenMail.start();
        return new EmbeddedSmtp(greenMail);
    }

    GreenMail greenMail() {
        return greenMail;
    }

    @Override
    public URI url() {
        return Loopback.url("smtp", null, greenMail.getSmtp().getPort(), "");
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
