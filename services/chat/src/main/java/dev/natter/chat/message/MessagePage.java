package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a conversation.
 *
 * @param items ascending
 * @param hasMore whether the conversation goes on in the direction that was asked for
 */
@RegisterForReflection
@Schema(name = "MessagePage")
record MessagePage(
        @Schema(required = true, description = "Ascending by seq.")
        List<MessageView> items,

        @Schema(
                required = true,
                description = "Whether there are more beyond this page: newer ones with `after`, else older ones.")
        boolean hasMore) {
    MessagePage {
        items = List.copyOf(items);
    }
}
