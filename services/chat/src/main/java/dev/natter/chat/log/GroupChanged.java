package dev.natter.chat.log;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.MessageQueries.GroupChange;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of the group: of its members, a role or the title. */
@RegisterForReflection
public sealed interface GroupChanged extends Entry {

    /** What it changes in the conversation. */
    GroupChange change();

    @RegisterForReflection
    @Schema(
            name = "MembersEntry",
            description =
                    "Members were added or removed. One who removes only `by` has left; one who adds only `by` has followed an invitation.")
    record MembersChanged(
            @JsonIgnore @Schema(hidden = true) Header header,
            @Schema(required = true) List<String> added,
            @Schema(required = true) List<String> removed)
            implements GroupChanged {

        public MembersChanged {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        @Override
        @Schema(required = true, enumeration = MEMBERS)
        public String type() {
            return MEMBERS;
        }

        @Override
        public GroupChange change() {
            return new GroupChange(seq(), added, removed, null, null, null);
        }
    }

    @RegisterForReflection
    @Schema(
            name = "RoleEntry",
            description =
                    "A member has another role. When a member becomes the owner, the owner before is an admin from then on.")
    record RoleChanged(
            @JsonIgnore @Schema(hidden = true) Header header,
            @Schema(required = true) String userId,
            @Schema(required = true) Role role)
            implements GroupChanged {

        @Override
        @Schema(required = true, enumeration = ROLE)
        public String type() {
            return ROLE;
        }

        @Override
        public GroupChange change() {
            return new GroupChange(seq(), List.of(), List.of(), userId, role, null);
        }
    }

    @RegisterForReflection
    @Schema(name = "TitledEntry", description = "The group has another title.")
    record TitleChanged(
            @JsonIgnore @Schema(hidden = true) Header header,
            @Schema(required = true) String title) implements GroupChanged {

        @Override
        @Schema(required = true, enumeration = TITLED)
        public String type() {
            return TITLED;
        }

        @Override
        public GroupChange change() {
            return new GroupChange(seq(), List.of(), List.of(), null, null, title);
        }

        /** Leaves the title out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "TitleChanged[seq=%d]".formatted(seq());
        }
    }
}
