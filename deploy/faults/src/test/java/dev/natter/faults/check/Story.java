package dev.natter.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Evidence of a conversation between Ada and Bob in which all is well, until it is told otherwise. */
final class Story {

    private final List<Message> acknowledged;
    private final List<Mail> mails = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private List<Message> stored;
    private List<Message> shown;
    private List<String> written = List.of("a1", "a2");
    private Place place = new Place("c", "bob", 1, 1, 1);

    Story(Message... messages) {
        acknowledged = List.of(messages);
        stored = acknowledged;
        shown = acknowledged;
    }

    Story stored(Message... messages) {
        stored = List.of(messages);
        return this;
    }

    Story shown(Message... messages) {
        shown = List.of(messages);
        return this;
    }

    Story written(String... byAda) {
        written = List.of(byAda);
        return this;
    }

    Story place(String userId, long readSeq, long unread, long acknowledgedRead) {
        place = new Place("c", userId, readSeq, unread, acknowledgedRead);
        return this;
    }

    Story mail(Mail mail) {
        mails.add(mail);
        return this;
    }

    Story picture(Picture picture) {
        pictures.add(picture);
        return this;
    }

    Evidence evidence() {
        return new Evidence(
                acknowledged,
                Map.of("c", stored),
                List.of(new Screen("bob", "c", shown)),
                List.of(new Sent("c", "ada", written)),
                List.of(place),
                mails,
                pictures);
    }
}
