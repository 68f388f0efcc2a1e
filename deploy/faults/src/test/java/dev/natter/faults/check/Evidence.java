package dev.natter.faults.check;

import java.util.List;
import java.util.Map;

/**
 * All that is known after a trial.
 *
 * @param acknowledged every message the service said it has stored, as it said so
 * @param changes every change to a message that the service said it has made
 * @param store what the service's log holds, by conversation, in its order
 * @param states the messages as the service shows them
 * @param mails what became of the codes that were asked for
 * @param pictures what became of those that the clients sent
 */
public record Evidence(
        List<LogEntry> acknowledged,
        List<Change> changes,
        Map<String, List<LogEntry>> store,
        List<FinalState> states,
        List<Screen> screens,
        List<Sent> sent,
        List<ReadPosition> places,
        List<Mail> mails,
        List<ImageMessage> pictures) {}
