package dev.natter.chat.message;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.conversation.AttachmentView.ImageView;
import dev.natter.chat.log.ConversationLog.Appended;
import dev.natter.chat.log.Entry;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SendImageTest extends SendMessageFixture {

    @Test
    void storesAndTellsItWithTheImage() {
        var sent = get(sendMessage.handle(picture(ALICE, images.uploaded("soup", ALICE))))
                .message();

        assertThat(sent.image()).returns("soup", ImageView::id).returns(60, ImageView::width);
        assertThat(sent.text()).isNull();
        assertThat(entries.messages(LUNCH)).containsExactly(sent);
        assertThat(delivery.frames()).containsExactly(MessageFrame.message(sent));
    }

    @Test
    void waitsForAnImageThatTheSameSenderSentBefore() {
        var looking = new CompletableFuture<Void>();
        images.inspectedWhen(looking);
        var picture = begin(picture(ALICE, images.uploaded("soup", ALICE)));
        var text = begin(text(ALICE, "It was"));

        text.assertNotTerminated();
        looking.complete(null);

        assertThat(picture.awaitItem().getItem().message().seq()).isEqualTo(1);
        assertThat(text.awaitItem().getItem().message().seq()).isEqualTo(2);
    }

    @Test
    void doesNotWaitForAnImageOfAnotherSender() {
        images.inspectedWhen(new CompletableFuture<>());
        begin(picture(ALICE, images.uploaded("soup", ALICE)));

        var text = get(sendMessage.handle(text(BOB, "Hello?")));

        assertThat(text.message().seq()).isEqualTo(1);
    }

    @Test
    void leavesNoGapForAnImageThatIsRefused() {
        var looking = new CompletableFuture<Void>();
        images.uploaded("soup", ALICE);
        images.inspectedWhen(looking);
        begin(picture(ALICE, "soup"));
        var refused = begin(picture(ALICE, "no-such-image"));
        var text = begin(text(ALICE, "Nothing?"));

        looking.complete(null);

        assertThat(refused.awaitFailure().getFailure())
                .asInstanceOf(type(ApiException.class))
                .returns("image_not_found", ApiException::code);
        assertThat(text.awaitItem().getItem().message().seq()).isEqualTo(2);
    }

    @Test
    void findsTheFirstMessageWithoutLookingAtTheImageAgain() {
        var command = picture(ALICE, images.uploaded("soup", ALICE));
        var first = get(sendMessage.handle(command)).message();
        images.goAway();

        var again = get(sendMessage(replica()).handle(command));

        assertThat(again).isEqualTo(new Appended(new Entry.MessageSent(first), false));
    }

    @Test
    void goesOnWithTextsWhileImagesCannotBeReached() {
        images.uploaded("soup", ALICE);
        images.goAway();

        assertThat(failure(sendMessage.handle(picture(ALICE, "soup"))))
                .asInstanceOf(type(ApiException.class))
                .returns(503, ApiException::status);

        assertThat(get(sendMessage.handle(text(ALICE, "Soup?"))).message().seq())
                .isEqualTo(1);
    }

    private UniAssertSubscriber<Appended> begin(SendMessageCommand command) {
        return sendMessage.handle(command).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
