package dev.natter.chat.group;

import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageQueries.GroupChange;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.Entry.Header;
import dev.natter.chat.log.GroupChanged;
import dev.natter.chat.log.PendingEntry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of a group that was found right for the group after {@code changes} others, and is appended only to that.
 *
 * @param change without its number
 */
record PendingChange(IdempotencyKey key, GroupChange change, long changes) implements PendingEntry {

    /** The group has changed since; the change is to be found right again. */
    static final class Outdated extends RuntimeException {

        Outdated() {
            super("the group has changed", null, false, false);
        }
    }

    static GroupChange members(List<String> added, List<String> removed) {
        return new GroupChange(0, added, removed, null, null, null);
    }

    static GroupChange role(String userId, Role role) {
        return new GroupChange(0, List.of(), List.of(), userId, role, null);
    }

    static GroupChange title(String title) {
        return new GroupChange(0, List.of(), List.of(), null, null, title);
    }

    @Override
    public Entry at(long seq, Instant time) {
        var header = Header.of(key, seq, time);
        if (change.title() != null) {
            return new GroupChanged.TitleChanged(header, change.title());
        }
        if (change.roleOf() != null) {
            return new GroupChanged.RoleChanged(header, change.roleOf(), Objects.requireNonNull(change.role()));
        }
        return new GroupChanged.MembersChanged(header, change.added(), change.removed());
    }

    /** One who follows an invitation is no member before. */
    @Override
    public @Nullable RuntimeException refusal(List<String> memberIds, long changesNow) {
        if (changesNow != changes) {
            return new Outdated();
        }
        var userId = key.senderId();
        return memberIds.contains(userId) || change.added().contains(userId) ? null : ConversationAccess.unknown();
    }

    @Override
    public boolean changesGroup() {
        return true;
    }
}
