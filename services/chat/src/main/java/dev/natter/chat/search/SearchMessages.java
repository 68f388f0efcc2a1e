package dev.natter.chat.search;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.LogRange;
import dev.natter.chat.log.LogRanges;
import dev.natter.chat.search.SearchText.SearchWord;
import dev.natter.chat.search.Segments.Candidates;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages that have every word of a query, in the conversations of the caller, newest first. The entries of a log that
 * are not indexed yet are read, so that a message is found as soon as it is stored.
 */
@ApplicationScoped
class SearchMessages {

    private static final int MAX_LENGTH = 200;
    private static final int MAX_WORDS = 10;
    /** The conversations of one user that are searched. */
    private static final int MAX_CONVERSATIONS = 5_000;
    /** Logs whose ends are read in one query. */
    private static final int LOGS_PER_QUERY = 100;

    private static final int MAX_CONCURRENCY = 4;
    /** Entries that are not indexed in logs of one query; more than a few only after a crash or an upgrade. */
    private static final int MAX_UNINDEXED = 2_000;

    private static final int FIRST_ROUND = 4;
    private static final int MAX_ROUND = 128;
    /** Segments that one request reads, of 250,000 messages. Then the page ends early, with a cursor. */
    private static final int MAX_SEGMENTS = 2_048;

    private final ConversationAccess access;
    private final Memberships memberships;
    private final LogRanges log;
    private final Segments segments;
    private final MessageIndexer indexer;

    SearchMessages(
            ConversationAccess access,
            Memberships memberships,
            LogRanges log,
            Segments segments,
            MessageIndexer indexer) {
        this.access = access;
        this.memberships = memberships;
        this.log = log;
        this.segments = segments;
        this.indexer = indexer;
    }

    /**
     * A page of results. Refuses with 400 a query that is blank or too long, with 404 a conversation that is not the caller's.
     *
     * @param before the rank of the last result of the previous page; null for the first page
     */
    Uni<SearchPage> handle(
            String userId, String query, @Nullable String conversationId, @Nullable String before, int limit) {
        var words = words(query);
        return scope(userId, conversationId).chain(visibleFrom -> {
            var ids = visibleFrom.keySet();
            var found = new SearchHits(userId, visibleFrom, words, before == null ? Rank.END : before, limit);
            return words.isEmpty() || ids.isEmpty()
                    ? Uni.createFrom().item(SearchPage.EMPTY)
                    : readUnindexed(ids, found)
                            .chain(() ->
                                    readSegments(new Round(ids, prefixes(words), Rank.END, FIRST_ROUND, 0), found));
        });
    }

    private static List<SearchWord> words(String query) {
        if (query.isBlank()) {
            throw ApiException.malformed("query", "must not be empty");
        }
        if (query.codePointCount(0, query.length()) > MAX_LENGTH) {
            throw ApiException.malformed("query", "must have at most " + MAX_LENGTH + " characters");
        }
        var words = SearchText.query(query);
        if (words.size() > MAX_WORDS) {
            throw ApiException.malformed("query", "must have at most " + MAX_WORDS + " words");
        }
        return words;
    }

    /** The conversations to search, with the entry from which on the user sees each. */
    private Uni<Map<String, Long>> scope(String userId, @Nullable String conversationId) {
        return conversationId != null
                ? access.open(conversationId, userId).map(found -> Map.of(found.id(), found.joinedSeq(userId)))
                : memberships
                        .visibleTo(userId)
                        .map(all -> all.entrySet().stream()
                                .limit(MAX_CONVERSATIONS)
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The longest, which are the rarest most likely, first. */
    private static List<String> prefixes(Collection<SearchWord> words) {
        return words.stream()
                .flatMap(word -> word.prefixes().stream())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Uni<Void> readUnindexed(Set<String> ids, SearchHits found) {
        return Multi.createFrom()
                .iterable(chunks(ids))
                .onItem()
                .transformToUni(chunk -> segments.indexed(chunk).chain(indexed -> readBehind(chunk, indexed)))
                .merge(MAX_CONCURRENCY)
                .onItem()
                .invoke(found::addAll)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<List<String>> chunks(Set<String> ids) {
        var all = List.copyOf(ids);
        var chunks = new ArrayList<List<String>>();
        for (var from = 0; from < all.size(); from += LOGS_PER_QUERY) {
            chunks.add(all.subList(from, Math.min(from + LOGS_PER_QUERY, all.size())));
        }
        return chunks;
    }

    private Uni<List<Entry>> readBehind(List<String> ids, Map<String, Long> indexed) {
        var ranges = ids.stream()
                .map(id -> LogRange.after(id, indexed.getOrDefault(id, 0L)))
                .toList();
        return log.read(ranges, MAX_UNINDEXED)
                .invoke(entries -> entries.stream()
                        .collect(Collectors.groupingBy(Entry::conversationId, Collectors.counting()))
                        .forEach((id, count) -> {
                            if (count > Segment.SIZE) {
                                indexer.request(id);
                            }
                        }))
                .chain(this::withChanged);
    }

    /** With the messages that they change, which are indexed by their former texts. */
    private Uni<List<Entry>> withChanged(List<Entry> entries) {
        var changed = entries.stream()
                .flatMap(entry -> MessageIndexer.changedSeq(entry).stream()
                        .mapToObj(seq -> new LogRange(entry.conversationId(), seq - 1, seq)))
                .distinct()
                .toList();
        return log.read(changed, changed.size()).map(found -> {
            var all = new ArrayList<>(entries);
            all.addAll(found);
            return all;
        });
    }

    /**
     * @param bound segments from here on have been read, by the ranks of their last messages
     * @param size how many to read at most
     * @param read how many have been
     */
    private record Round(Set<String> ids, List<String> prefixes, String bound, int size, int read) {
        Round next(String reached, int count) {
            return new Round(ids, prefixes, reached, Math.min(2 * size, MAX_ROUND), read + count);
        }
    }

    /** Newest first, until the page is full and nothing that is left could be on it. */
    private Uni<SearchPage> readSegments(Round round, SearchHits found) {
        if (found.isFull(round.bound())) {
            return Uni.createFrom().item(found.page());
        }
        if (round.read() >= MAX_SEGMENTS) {
            return Uni.createFrom().item(found.pageBefore(round.bound()));
        }
        return segments.newest(round.ids(), round.prefixes(), round.bound(), found.before(), round.size())
                .chain(next -> log.read(seqs(next))
                        .invoke(found::addAll)
                        .chain(() -> next.size() < round.size()
                                ? Uni.createFrom().item(found.page())
                                : readSegments(
                                        round.next(next.get(next.size() - 1).last(), next.size()), found)));
    }

    private static Map<String, List<Long>> seqs(List<Candidates> candidates) {
        return candidates.stream()
                .filter(each -> !each.seqs().isEmpty())
                .collect(Collectors.groupingBy(
                        Candidates::conversationId,
                        Collectors.flatMapping(each -> each.seqs().stream(), Collectors.toList())));
    }
}
