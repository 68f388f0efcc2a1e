package dev.natter.faults.nemesis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All there are. */
public final class Nemeses {

    private Nemeses() {}

    private static List<Nemesis> all() {
        return Stream.of(
                        ServiceFaults.all(),
                        VersionFaults.all(),
                        BrokerFaults.all(),
                        StoreFaults.all(),
                        MailFaults.all(),
                        ClientFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Those that are asked for.
     *
     * @param asked {@code all}, {@code quick}, or names separated by commas
     */
    public static List<Nemesis> asked(String asked) {
        return switch (asked) {
            case "all" -> all();
            case "quick" ->
                all().stream()
                        .filter(nemesis -> nemesis.has(Nemesis.Trait.QUICK))
                        .toList();
            default -> Arrays.stream(asked.split(",")).map(Nemeses::named).toList();
        };
    }

    private static Nemesis named(String name) {
        return all().stream()
                .filter(nemesis -> nemesis.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault " + name + "; there are "
                        + all().stream().map(Nemesis::name).toList()));
    }
}
