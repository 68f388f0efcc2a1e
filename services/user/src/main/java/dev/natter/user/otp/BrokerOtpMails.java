package dev.natter.user.otp;

import dev.natter.events.OtpMail;
import dev.natter.events.Topology;
import dev.natter.user.broker.Broker;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes mails to the work queue of the mail service. */
@ApplicationScoped
@RegisterForReflection(targets = OtpMail.class)
class BrokerOtpMails implements OtpMails {

    private final Broker broker;
    private final OtpConfig config;

    BrokerOtpMails(Broker broker, OtpConfig config) {
        this.broker = broker;
        this.config = config;
    }

    @Override
    public Uni<Void> send(OtpMail mail) {
        return broker.publish(Topology.OTP_MAIL, Topology.OTP_MAIL, mail, config.confirmTimeout());
    }
}
