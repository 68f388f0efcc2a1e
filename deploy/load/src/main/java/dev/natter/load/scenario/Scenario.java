package dev.natter.load.scenario;

import dev.natter.load.report.Table;

/** One question to a running Natter. */
public interface Scenario {

    /** Asks it, within the bounds of the options. */
    Table run(Bench bench);
}
