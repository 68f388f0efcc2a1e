package dev.natter.user.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered user.
 *
 * @param blocked the ids of the users whom this user has blocked, the first blocked first
 * @param deletedAt when the account was deleted: its address, name and texts are erased, its id stays; null if it was not
 * @param changedAt when this version was stored
 * @param version starts at 1 and increases with every change
 */
public record Account(
        String id,
        EmailAddress email,
        Profile profile,
        Settings settings,
        List<String> blocked,
        Instant createdAt,
        @Nullable Instant deletedAt,
        Instant changedAt,
        long version,
        FollowUps followUps) {

    public Account {
        blocked = List.copyOf(blocked);
    }

    /**
     * What has to follow the latest changes, and is stored with them.
     *
     * @param sessionEnd the sessions to end; null for none
     * @param notices the mails to send
     */
    public record FollowUps(@Nullable SessionEnd sessionEnd, List<Notice> notices) {

        static final FollowUps NONE = new FollowUps(null, List.of());

        public FollowUps {
            notices = List.copyOf(notices);
        }
    }

    /** All sessions that began before an instant end, but for the one to keep, if any. */
    public record SessionEnd(
            Instant startedBefore, @Nullable String exceptSessionId) {}

    /** The former address is to be notified that it was replaced. */
    public record Notice(String id, EmailAddress to, Instant at) {}

    /**
     * What others see of a user; an empty {@code about} says nothing.
     *
     * @param avatar the version of the photo; null without one
     */
    public record Profile(
            DisplayName name, About about, @Nullable String avatar) {}

    /** A new one, with default settings. */
    static Account registered(String id, EmailAddress email, Instant at) {
        var profile = new Profile(DisplayName.from(email), About.NONE, null);
        return new Account(id, email, profile, Settings.DEFAULT, List.of(), at, null, at, 1, FollowUps.NONE);
    }

    public DisplayName name() {
        return profile.name();
    }

    public About about() {
        return profile.about();
    }

    /** The version of the photo; null without one. */
    public @Nullable String avatar() {
        return profile.avatar();
    }

    public boolean hasBlocked(String userId) {
        return blocked.contains(userId);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }
}
