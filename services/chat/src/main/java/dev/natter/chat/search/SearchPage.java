package dev.natter.chat.search;

import dev.natter.chat.conversation.MessageView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Found messages, newest first. */
@RegisterForReflection
@Schema(name = "SearchPage")
record SearchPage(
        @Schema(required = true, description = "Newest first. May have fewer than `limit`, even none, before the end.")
        List<SearchHit> items,

        @Schema(
                required = true,
                nullable = true,
                description = "Send it as `before` to get the next page; null on the last page.")
        @Nullable String next) {

    static final SearchPage EMPTY = new SearchPage(List.of(), null);

    SearchPage {
        items = List.copyOf(items);
    }

    /** A message that has every word. */
    @RegisterForReflection
    @Schema(name = "SearchHit")
    record SearchHit(
            @Schema(required = true) MessageView message,
            @Schema(required = true) String conversationId,

            @Schema(
                    required = true,
                    description =
                            "What the words match in `message.text`: ascending, disjoint ranges `[start, end]`, in UTF-16 code units, end exclusive, as `text.slice(start, end)` in JavaScript takes them.",
                    examples = "[[0, 4], [12, 19]]")
            List<List<Integer>> highlights) {
        SearchHit {
            highlights = List.copyOf(highlights);
        }
    }
}
