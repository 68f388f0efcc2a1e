package dev.natter.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The door for whoever has something to send: where people are. */
@ApplicationScoped
public class Routes {

    private final RoutingTable table;
    private final Books books;

    Routes(RoutingTable table, Books books) {
        this.table = table;
        this.books = books;
    }

    /**
     * The other replicas to send it to, each with those of {@code userIds} who are connected to it. While this replica is
     * not sure of them all, it remembers who was meant, and has them told to resync once it knows where they are.
     */
    public Map<String, List<String>> to(Collection<String> userIds) {
        if (!books.sure) {
            synchronized (books) {
                if (!books.sure) {
                    books.unsure.note(userIds);
                }
            }
        }
        return table.routes(userIds);
    }
}
