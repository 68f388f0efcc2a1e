package dev.natter.mail.otp;

import dev.natter.events.OtpMail;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Sees one message through: reads it, has it sent, and only then answers the broker. A worker that dies between the two
 * leaves the message to the next, which may mail it a second time; none is lost.
 */
@Singleton
class SettleDelivery {

    private final OtpMailReader reader;
    private final DeliverOtpMail deliverOtpMail;
    private final MailJournal journal;

    SettleDelivery(OtpMailReader reader, DeliverOtpMail deliverOtpMail, MailJournal journal) {
        this.reader = reader;
        this.deliverOtpMail = deliverOtpMail;
        this.journal = journal;
    }

    /** Never fails, whatever the message is. */
    Uni<MailOutcome> handle(Delivery delivery) {
        return Uni.createFrom()
                .item(() -> reader.read(delivery.payload()))
                .chain(mail -> deliver(mail, delivery))
                .onFailure(MalformedMailException.class)
                .recoverWithUni(malformed ->
                        answer("", delivery, parked(ParkReason.MALFORMED, String.valueOf(malformed.getMessage()))));
    }

    private Uni<MailOutcome> deliver(OtpMail mail, Delivery delivery) {
        return deliverOtpMail
                .handle(mail, delivery)
                .onFailure()
                .invoke(fault -> journal.fault(mail.id(), delivery, fault))
                .onFailure()
                .recoverWithItem(
                        fault -> parked(ParkReason.FAULT, fault.getClass().getSimpleName()))
                .chain(outcome -> answer(mail.id(), delivery, outcome));
    }

    private static MailOutcome parked(ParkReason reason, String detail) {
        return new MailOutcome.Parked(reason, detail);
    }

    /** A broker that can no longer be answered gives the message out again; there is nothing to be done about it here. */
    private Uni<MailOutcome> answer(String mailId, Delivery delivery, MailOutcome outcome) {
        return told(delivery.receipt(), outcome)
                .invoke(() -> journal.settled(mailId, delivery, outcome))
                .onFailure()
                .invoke(failure -> journal.unanswered(mailId, delivery, outcome, failure))
                .onFailure()
                .recoverWithNull()
                .replaceWith(outcome);
    }

    private static Uni<Void> told(Receipt receipt, MailOutcome outcome) {
        if (outcome instanceof MailOutcome.Sent) {
            return receipt.acknowledge();
        }
        if (outcome instanceof MailOutcome.Parked) {
            return receipt.park();
        }
        return Uni.createFrom().voidItem();
    }
}
