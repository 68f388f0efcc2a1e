package dev.natter.chat.log;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a log. */
@RegisterForReflection
@Schema(name = "EntryPage")
record EntryPage(
        @Schema(
                required = true,
                type = SchemaType.ARRAY,
                implementation = Entry.MessageSent.class,
                description = "Ascending by seq, without holes.")
        List<Entry> items,

        @Schema(required = true, description = "Whether there are entries after this page.")
        boolean hasMore) {

    EntryPage {
        items = List.copyOf(items);
    }

    /** Of what was found, one more than asked for at most. */
    static EntryPage of(List<Entry> found, int limit) {
        return new EntryPage(found.subList(0, Math.min(found.size(), limit)), found.size() > limit);
    }
}
