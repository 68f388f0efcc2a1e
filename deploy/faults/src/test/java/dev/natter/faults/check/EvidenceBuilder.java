package dev.natter.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Evidence of a conversation between Ada and Bob in which all is well, until a test changes it. */
final class EvidenceBuilder {

    private final List<LogEntry> acknowledged;
    private final List<Change> changes = new ArrayList<>();
    private final List<FinalState> states = new ArrayList<>();
    private final List<Mail> mails = new ArrayList<>();
    private final List<ImageMessage> pictures = new ArrayList<>();
    private List<LogEntry> stored;
    private List<LogEntry> shown;
    private List<String> written = List.of("a1", "a2");
    private ReadPosition place = new ReadPosition("c", "bob", 1, 1, 1);

    EvidenceBuilder(LogEntry... messages) {
        acknowledged = List.of(messages);
        stored = acknowledged;
        shown = acknowledged;
    }

    EvidenceBuilder stored(LogEntry... messages) {
        stored = List.of(messages);
        return this;
    }

    EvidenceBuilder shown(LogEntry... messages) {
        shown = List.of(messages);
        return this;
    }

    EvidenceBuilder written(String... byAda) {
        written = List.of(byAda);
        return this;
    }

    EvidenceBuilder place(String userId, long readSeq, long unread, long acknowledgedRead) {
        place = new ReadPosition("c", userId, readSeq, unread, acknowledgedRead);
        return this;
    }

    EvidenceBuilder changed(Change change) {
        changes.add(change);
        return this;
    }

    EvidenceBuilder state(FinalState state) {
        states.add(state);
        return this;
    }

    EvidenceBuilder mail(Mail mail) {
        mails.add(mail);
        return this;
    }

    EvidenceBuilder picture(ImageMessage picture) {
        pictures.add(picture);
        return this;
    }

    Evidence evidence() {
        return new Evidence(
                acknowledged,
                changes,
                Map.of("c", stored),
                states,
                List.of(new Screen("bob", "c", shown)),
                List.of(new Sent("c", "ada", written)),
                List.of(place),
                mails,
                pictures);
    }
}
