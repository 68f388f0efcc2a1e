package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of the members of a conversation.
 *
 * @param items in the order in which they joined
 * @param next an opaque cursor to hand back as {@code after}; null on the last page
 */
@RegisterForReflection
@Schema(name = "MemberPage")
record MemberPage(
        @Schema(required = true, description = "In the order in which they joined.")
        List<MemberView> items,

        @Schema(
                required = true,
                nullable = true,
                description = "Send it as `after` to get the next page; null on the last page.")
        @Nullable String next) {
    MemberPage {
        items = List.copyOf(items);
    }
}
