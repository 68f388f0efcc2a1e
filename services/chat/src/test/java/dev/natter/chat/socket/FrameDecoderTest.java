package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.socket.ClientFrame.Authenticate;
import dev.natter.chat.socket.ClientFrame.Delivered;
import dev.natter.chat.socket.ClientFrame.Read;
import dev.natter.chat.socket.ClientFrame.Send;
import dev.natter.chat.socket.ClientFrame.Typing;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients send, and what others send who should not. */
class FrameDecoderTest {
    private final FrameDecoder decoder = new FrameDecoder(limited());

    private static ObjectMapper limited() {
        var mapper = new ObjectMapper();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(32).build());
        return mapper;
    }

    @Test
    void readsEveryFrame() {
        assertThat(decoder.decode("""
                        {"type":"send","conversationId":"c","clientMessageId":"m","text":"Soup?","imageId":null}""").frame()).isEqualTo(new Send("c", "m", "Soup?", null, null, null, null));
        assertThat(decoder.decode("""
                        {"type":"send","conversationId":"c","clientMessageId":"m","imageId":"i","fileId":"f","voiceId":"v"}""").frame()).isEqualTo(new Send("c", "m", null, "i", "f", "v", null));
        assertThat(decoder.decode("{\"type\":\"read\",\"conversationId\":\"c\",\"seq\":7}")
                        .frame())
                .isEqualTo(new Read("c", 7));
        assertThat(decoder.decode("{\"type\":\"delivered\",\"conversationId\":\"c\",\"seq\":7}")
                        .frame())
                .isEqualTo(new Delivered("c", 7));
        assertThat(decoder.decode("{\"conversationId\":\"c\",\"typing\":true,\"type\":\"typing\"}")
                        .frame())
                .isEqualTo(new Typing("c", true));
        assertThat(decoder.decode("{\"type\":\"authenticate\",\"accessToken\":\"t\"}")
                        .frame())
                .isEqualTo(new Authenticate("t"));
    }

    @Test
    void takesFieldsItDoesNotKnow() {
        assertThat(decoder.decode("{\"type\":\"read\",\"conversationId\":\"c\",\"seq\":7,\"userId\":\"eve\"}")
                        .frame())
                .isEqualTo(new Read("c", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "7",
                "\"send\"",
                "[]",
                "{",
                "}",
                "{}",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":\"\"}",
                "{\"type\":\"shutdown\"}",
                "{\"type\":\"SEND\"}",
                "{\"type\":\"send\"}",
                "{\"type\":\"send\",\"conversationId\":7,\"clientMessageId\":\"m\"}",
                "{\"type\":\"send\",\"conversationId\":{\"$ne\":\"\"},\"clientMessageId\":\"m\"}",
                "{\"type\":\"send\",\"conversationId\":\"c\",\"clientMessageId\":[]}",
                "{\"type\":\"send\",\"conversationId\":\"c\",\"clientMessageId\":\"m\",\"text\":7}",
                "{\"type\":\"read\",\"conversationId\":\"c\",\"seq\":\"7\"}",
                "{\"type\":\"read\",\"conversationId\":\"c\",\"seq\":7.5}",
                "{\"type\":\"read\",\"conversationId\":\"c\",\"seq\":99999999999999999999}",
                "{\"type\":\"read\",\"conversationId\":\"c\"}",
                "{\"type\":\"delivered\",\"conversationId\":\"c\"}",
                "{\"type\":\"delivered\",\"conversationId\":\"c\",\"seq\":true}",
                "{\"type\":\"delivered\",\"seq\":1}",
                "{\"type\":\"typing\",\"conversationId\":\"c\",\"typing\":1}",
                "{\"type\":\"authenticate\"}",
                "{\"type\":\"read\",\"conversationId\":\"c\",\"seq\":1}{}",
                "{\"type\":\"read\",\"conversationId\":\"c\",\"seq\":1} trailing",
                "{'type':'read'}",
                "\u0000",
                "\uD800",
            })
    void refusesEverythingElse(String text) {
        var decoded = decoder.decode(text);

        assertThat(decoded.frame()).isNull();
        assertThat(decoded.refusal()).isNotNull();
        assertThat(decoded.refusal().code()).matches("[a-z_]+");
    }

    @ParameterizedTest
    @CsvSource({
        "unknown_type, '{\"type\":\"dance\"}'",
        "bad_request, '{\"type\":\"send\"}'",
        "bad_request, 'not json'",
    })
    void saysWhy(String code, String text) {
        assertThat(decoder.decode(text).refusal().code()).isEqualTo(code);
    }

    @Test
    void answersAreNamedAsTheClientNamedItsFrame() {
        assertThat(decoder.decode("{\"type\":\"send\",\"clientMessageId\":\"mine\"}")
                        .clientMessageId())
                .isEqualTo("mine");
        assertThat(decoder.decode("{\"type\":\"dance\",\"clientMessageId\":\"mine\"}")
                        .clientMessageId())
                .isEqualTo("mine");
        assertThat(decoder.decode("{\"type\":\"send\",\"clientMessageId\":\"%s\"}".formatted("x".repeat(65)))
                        .clientMessageId())
                .isNull();
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(decoder.decode("[".repeat(30_000)).refusal()).isNotNull();
        assertThat(decoder.decode("{\"type\":\"send\",\"x\":" + "{\"x\":".repeat(5_000))
                        .refusal())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingMakesItThrow(long seed) {
        var random = new Random(seed);
        var seeds = List.of(
                "{\"type\":\"send\",\"conversationId\":\"c\",\"clientMessageId\":\"m\",\"text\":\"Soup?\"}",
                "{\"type\":\"read\",\"conversationId\":\"c\",\"seq\":7}",
                "{\"type\":\"typing\",\"conversationId\":\"c\",\"typing\":true}",
                "{\"type\":\"authenticate\",\"accessToken\":\"aaa.bbb.ccc\"}");
        for (var round = 0; round < 20_000; round++) {
            var decoded = decoder.decode(mutate(seeds.get(random.nextInt(seeds.size())), random));

            assertThat(decoded.frame() == null).isEqualTo(decoded.refusal() != null);
        }
    }

    private static String mutate(String text, Random random) {
        var mutated = new StringBuilder(text);
        for (var change = random.nextInt(6); change >= 0; change--) {
            var at = mutated.isEmpty() ? 0 : random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, (char) random.nextInt(0x10000));
                case 1 -> mutated.insert(at, "{}[]\",:\\0-1e9null\u0000".charAt(random.nextInt(17)));
                case 2 -> mutated.delete(at, Math.min(mutated.length(), at + 1 + random.nextInt(8)));
                default ->
                    mutated.insert(at, mutated.substring(at, Math.min(mutated.length(), at + random.nextInt(20))));
            }
        }
        return mutated.toString();
    }
}
