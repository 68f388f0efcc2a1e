package dev.natter.local.system;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;

/** What no client sends: of the shape that is documented, as far as that gets it past the first look, and wrong in it. */
final class Noise {

    private static final int GENERATED = 1_000;
    private static final Pattern LONE_HALF =
            Pattern.compile("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");
    private static final Pattern FIRST_KEY = Pattern.compile("^\\{\\s*(\"[A-Za-z]+\")\\s*:");
    private static final Pattern HOLE = Pattern.compile("\\{([^}]*)}");
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\u0000",
            "\ud83d",
            "\u202e\u2066",
            "\ufeff",
            "../../etc/passwd",
            "{\"$ne\":\"\"}",
            "$where",
            "'; DROP TABLE messages; --",
            "<svg onload=alert(1)>",
            "${jndi:ldap://127.0.0.1/x}",
            "a@b.c\r\nBcc: x@y.z",
            "ﷺ".repeat(500),
            "x".repeat(70_000),
            "9".repeat(400),
            "00000000-0000-0000-0000-000000000000");

    private final Random random;
    private final RandomGenerator<?> values = values().generator(GENERATED, true);

    Noise(long seed) {
        random = new Random(seed);
    }

    private static Arbitrary<Object> values() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40).asGeneric(),
                Arbitraries.of(NASTY).asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.bigDecimals().asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                Arbitraries.of(Double.MAX_VALUE, -0.0, 1e-300).asGeneric());
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf,
                () -> leaf.list().ofMaxSize(5).map(JsonArray::new).asGeneric(),
                () -> Arbitraries.maps(Arbitraries.of("a", "$gt", "", "type"), leaf)
                        .ofMaxSize(3)
                        .map(JsonObject::new)
                        .asGeneric());
    }

    /** Anything that JSON can be. */
    Object value() {
        return random.nextInt(12) == 0 ? null : values.next(random).value();
    }

    /** One time in four, the same object with its first key in it twice. */
    String withAKeyTwice(String json) {
        var key = FIRST_KEY.matcher(json);
        return key.find() && random.nextInt(4) == 0 ? json.replaceFirst("\\{", "{" + key.group(1) + ":1,") : json;
    }

    /** One of those. */
    <T> T pick(List<T> those) {
        return those.get(random.nextInt(those.size()));
    }

    /** The same with one or more of its fields wrong, missing or too many; now and then none of them. */
    JsonObject bend(JsonObject example) {
        var bent = new JsonObject();
        for (var field : example) {
            switch (random.nextInt(6)) {
                case 0 -> bent.put(field.getKey(), value());
                case 1 -> bent.put(field.getKey(), pick(NASTY));
                case 2 -> {
                    // Left out.
                }
                default -> bent.put(field.getKey(), field.getValue());
            }
        }
        if (random.nextInt(5) == 0) {
            bent.put(pick(List.of("userId", "senderId", "$set", "__proto__", "")), value());
        }
        return bent;
    }

    /** Text that is JSON, or almost. */
    String text(JsonObject example) {
        var text = bend(example).encode();
        return sendable(
                switch (random.nextInt(14)) {
                    case 0 -> text.substring(0, random.nextInt(text.length()));
                    case 1 -> text + text;
                    case 2 -> "[".repeat(5_000) + text;
                    case 3 -> new JsonArray(new ArrayList<>(List.of(text))).encode();
                    case 4 -> text.replace('"', '\'');
                    case 5 -> String.valueOf(value());
                    default -> text;
                });
    }

    /** The same as UTF-8 can have it: half of a pair of characters is written as JSON writes it. */
    static String sendable(String text) {
        return LONE_HALF
                .matcher(text)
                .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
    }

    /** A path whose holes are filled with what belongs there, or with what does not. */
    String path(String template, Map<String, String> known) {
        return HOLE.matcher(template)
                .replaceAll(hole -> random.nextInt(3) == 0
                        ? encoded(pick(NASTY))
                        : known.getOrDefault(hole.group(1), UUID.randomUUID().toString()));
    }

    /** Part of a query. */
    String encoded(String text) {
        return URLEncoder.encode(text.length() > 1_000 ? text.substring(0, 1_000) : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
