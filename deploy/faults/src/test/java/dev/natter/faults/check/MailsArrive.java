package dev.natter.faults.check;

import java.time.Duration;
import java.util.stream.Stream;

/** A promised mail arrives before its code expires, or is parked where it is counted; and none arrives after that. */
final class MailsArrive implements Rule {

    private final Duration lifetime;
    private final Duration clocksDiffer;

    /** @param clocksDiffer by how much at most those who ask, mail and receive may disagree about the time */
    MailsArrive(Duration lifetime, Duration clocksDiffer) {
        this.lifetime = lifetime;
        this.clocksDiffer = clocksDiffer;
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.mails().stream().flatMap(mail -> Stream.concat(missing(mail), late(mail)));
    }

    private static Stream<String> missing(Mail mail) {
        return mail.arrivals().isEmpty() && !mail.parked()
                ? Stream.of("mail: " + mail + " neither arrived nor is it parked")
                : Stream.empty();
    }

    private Stream<String> late(Mail mail) {
        var end = mail.promised().plus(lifetime).plus(clocksDiffer);
        return mail.arrivals().stream()
                .filter(arrival -> arrival.isAfter(end))
                .map(arrival -> "mail: " + mail + " arrived after it was good for anything");
    }
}
