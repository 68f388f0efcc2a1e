/**
 * Latencies, open-loop schedules, and what the operating system says of processes.
 */
@NullMarked
package dev.natter.load.measure;

import org.jspecify.annotations.NullMarked;
