package dev.natter.mail.otp;

import com.rabbitmq.client.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;

/**
 * Answers on the very channel that the message came in on, and on no other. The connector would answer on whichever
 * channel is open by then; after a reconnection the same number names another message there, which would be lost.
 */
record ChannelReceipt(Vertx vertx, Channel channel, long tag) implements Receipt {

    @Override
    public Uni<Void> acknowledge() {
        return answer(() -> channel.basicAck(tag, false));
    }

    @Override
    public Uni<Void> park() {
        return answer(() -> channel.basicNack(tag, false, false));
    }

    private Uni<Void> answer(Answer answer) {
        return Uni.createFrom()
                .completionStage(() -> vertx.<Void>executeBlocking(
                                () -> {
                                    answer.write();
                                    return null;
                                },
                                false)
                        .toCompletionStage());
    }

    private interface Answer {
        void write() throws IOException;
    }
}
