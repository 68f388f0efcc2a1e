package dev.natter.chat.message;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Finds the numbers inside a page whose messages may still come. Only what was given up will never come: a number that has its
 * message by now had none when the page was read, and the page lacks it.
 */
@ApplicationScoped
class Gaps {

    /** More are never open at once; what is beyond is found when these are settled. */
    private static final int MOST = 1000;

    private final Messages messages;

    Gaps(Messages messages) {
        this.messages = messages;
    }

    /**
     * The open numbers between the lowest and the highest of these, which are not.
     *
     * @param numbers ascending
     */
    Uni<List<Long>> open(String conversationId, List<Long> numbers) {
        var missing = missing(numbers);
        if (missing.isEmpty()) {
            return Uni.createFrom().item(missing);
        }
        var above = missing.get(0) - 1;
        var below = missing.get(missing.size() - 1) + 1;
        return messages.givenUp(conversationId, above, below)
                .map(givenUp ->
                        missing.stream().filter(seq -> !givenUp.contains(seq)).toList());
    }

    /**
     * The numbers a page covers, ascending: its messages, and the bounds between which there are no others.
     *
     * @param taken the highest number taken in the conversation; beyond it nothing can be missing
     */
    static List<Long> covered(HistoryQuery query, MessagePage page, long taken) {
        var numbers = new ArrayList<Long>();
        if (query.forward()) {
            numbers.add(query.from());
        } else if (!page.hasMore()) {
            numbers.add(0L);
        }
        page.items().forEach(message -> numbers.add(message.seq()));
        if (!query.forward() && query.from() <= taken) {
            numbers.add(query.from());
        }
        return numbers;
    }

    private static List<Long> missing(List<Long> numbers) {
        return LongStream.range(1, numbers.size())
                .flatMap(at -> LongStream.range(numbers.get((int) at - 1) + 1, numbers.get((int) at)))
                .limit(MOST)
                .boxed()
                .toList();
    }
}
