package dev.natter.chat.search;

import dev.natter.chat.log.Entry;
import dev.natter.chat.search.SearchPage.SearchHit;
import dev.natter.chat.search.SearchText.SearchWord;
import dev.natter.web.Cursors;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** What a search has found so far, newest first. */
final class SearchHits {

    private final String readerId;
    private final Map<String, Long> visibleFrom;
    private final List<SearchWord> words;
    private final String before;
    private final int limit;
    private final ConcurrentSkipListMap<String, SearchHit> byRank =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    /**
     * Of messages that the reader sees, with a rank below {@code before}.
     *
     * @param visibleFrom the conversations that are searched, with the entry from which on the reader sees each
     */
    SearchHits(String readerId, Map<String, Long> visibleFrom, List<SearchWord> words, String before, int limit) {
        this.readerId = readerId;
        this.visibleFrom = visibleFrom;
        this.words = words;
        this.before = before;
        this.limit = limit;
    }

    String before() {
        return before;
    }

    void addAll(Collection<Entry> entries) {
        entries.forEach(this::add);
    }

    private void add(Entry entry) {
        var from = visibleFrom.getOrDefault(entry.conversationId(), Long.MAX_VALUE);
        if (!(entry.visibleTo(readerId, from) instanceof Entry.MessageSent sent)) {
            return;
        }
        var message = sent.message();
        var text = message.text();
        var rank = Rank.of(message);
        if (text == null || rank.compareTo(before) >= 0) {
            return;
        }
        var highlights = SearchText.of(text).highlights(words);
        if (highlights != null) {
            byRank.put(rank, new SearchHit(message, message.conversationId(), highlights));
        }
    }

    /** Whether a page is full, and one more is known, of messages that rank above this bound. */
    boolean isFull(String bound) {
        return byRank.headMap(bound, false).size() > limit;
    }

    /** All that there are, or a full page of them. */
    SearchPage page() {
        return page(byRank, null);
    }

    /** Those above this bound; below it there may be more that are not found yet. */
    SearchPage pageBefore(String bound) {
        return page(byRank.headMap(bound, false), bound);
    }

    private SearchPage page(NavigableMap<String, SearchHit> certain, @Nullable String rest) {
        var ranks = certain.keySet().stream().limit(limit).toList();
        var next = certain.size() > limit ? ranks.get(limit - 1) : rest;
        return new SearchPage(ranks.stream().map(certain::get).toList(), next == null ? null : Cursors.encode(next));
    }
}
