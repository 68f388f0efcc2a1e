package dev.natter.local.stack.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest mails, newest first; bounded in number and in size. */
final class Mailbox {
    static final int MAX_MAILS = 1_000;
    private static final long MAX_CHARACTERS = 16L << 20;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private long characters;
    private long version;

    synchronized void add(Mail mail) {
        mails.addFirst(mail);
        characters += size(mail);
        version++;
        while (mails.size() > MAX_MAILS || (characters > MAX_CHARACTERS && mails.size() > 1)) {
            characters -= size(mails.removeLast());
        }
    }

    synchronized List<Mail> find(Predicate<Mail> wanted) {
        return mails.stream().filter(wanted).toList();
    }

    synchronized Optional<Mail> byId(String id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    synchronized Optional<Mail> latest() {
        return Optional.ofNullable(mails.peekFirst());
    }

    synchronized int size() {
        return mails.size();
    }

    /** Changes whenever the content does. */
    synchronized long version() {
        return version;
    }

    private static long size(Mail mail) {
        return (long) mail.text().length()
                + mail.html().length()
                + mail.subject().length();
    }
}
