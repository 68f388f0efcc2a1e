package dev.natter.chat.log;

import static com.mongodb.client.model.Filters.in;

import dev.natter.chat.attachment.AttachmentUsage;
import dev.natter.chat.store.ChatDatabase;
import dev.natter.chat.store.StoredCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class MongoAttachmentUsage implements AttachmentUsage {

    private static final String IMAGE_ID = "message.image.id";

    private final ChatDatabase database;

    MongoAttachmentUsage(ChatDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Set<String>> usedAmong(Collection<String> imageIds) {
        return database.ask(
                StoredCollection.ENTRIES,
                EntryDocument.class,
                collection -> collection
                        .distinct(IMAGE_ID, in(IMAGE_ID, imageIds), String.class)
                        .collect()
                        .with(Collectors.toSet()));
    }
}
