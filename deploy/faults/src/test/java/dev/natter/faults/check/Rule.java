package dev.natter.faults.check;

import java.util.stream.Stream;

/** Something that must be true. */
@FunctionalInterface
interface Rule {

    /** A sentence about each thing that is not as it must be. */
    Stream<String> violations(Evidence evidence);
}
