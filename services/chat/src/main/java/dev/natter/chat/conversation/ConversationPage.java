package dev.natter.chat.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of the conversations of somebody.
 *
 * @param items latest activity first
 * @param next an opaque cursor to hand back as {@code after}; null on the last page
 */
@RegisterForReflection
@Schema(name = "ConversationPage")
record ConversationPage(
        @Schema(required = true, description = "Latest activity first.")
        List<ConversationView> items,

        @Schema(
                required = true,
                nullable = true,
                description = "Send it as `after` to get the next page; null on the last page.")
        @Nullable String next) {
    ConversationPage {
        items = List.copyOf(items);
    }
}
