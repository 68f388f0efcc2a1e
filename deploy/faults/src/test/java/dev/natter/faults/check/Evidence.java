package dev.natter.faults.check;

import java.util.List;
import java.util.Map;

/**
 * All that is known after a trial.
 *
 * @param acknowledged every message the service said it has stored, as it said so
 * @param store what the service's history holds, by conversation, in its order
 * @param mails what became of the codes that were asked for
 * @param pictures what became of those that somebody sent
 */
public record Evidence(
        List<Message> acknowledged,
        Map<String, List<Message>> store,
        List<Screen> screens,
        List<Sent> sent,
        List<Place> places,
        List<Mail> mails,
        List<Picture> pictures) {}
