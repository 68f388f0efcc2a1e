package dev.natter.faults.check;

import java.time.Instant;
import java.util.List;

/**
 * A code that the service has said it will mail.
 *
 * @param asked when it was asked for, which is before its life begins
 * @param promised when the service had said so
 * @param arrivals when it arrived, each time
 * @param parked whether it was given up and lies where it is counted
 */
public record Mail(String address, Instant asked, Instant promised, List<Instant> arrivals, boolean parked) {}
