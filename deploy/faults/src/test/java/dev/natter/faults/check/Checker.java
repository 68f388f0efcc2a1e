package dev.natter.faults.check;

import java.time.Duration;
import java.util.List;

/** Compares what was acknowledged with what the store holds and with what every client has ended up with. */
public final class Checker {

    private final List<Rule> rules;

    /**
     * All rules.
     *
     * @param otpLifetime of a code
     * @param clocksDiffer by how much at most
     */
    public Checker(Duration otpLifetime, Duration clocksDiffer) {
        this.rules = List.of(
                new NothingLost(),
                new ChangesAreKept(),
                new NothingTwice(),
                new SameForAll(),
                new OrderIsKept(),
                new UnreadIsExact(),
                new ImagesAreShown(),
                new MailsArrive(otpLifetime, clocksDiffer));
    }

    /** A sentence about each promise that was broken. */
    public List<String> violations(Evidence evidence) {
        return rules.stream().flatMap(rule -> rule.violations(evidence)).toList();
    }
}
