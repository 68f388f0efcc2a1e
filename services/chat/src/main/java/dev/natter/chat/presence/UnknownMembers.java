package dev.natter.chat.presence;

import dev.natter.chat.conversation.Rosters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members of conversations are not kept in memory: they are read from the store. */
@ApplicationScoped
class UnknownMembers implements Rosters {

    @Override
    public @Nullable List<String> membersFor(String conversationId, String memberId) {
        return null;
    }
}
