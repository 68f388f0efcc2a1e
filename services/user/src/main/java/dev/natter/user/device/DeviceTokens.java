package dev.natter.user.device;

import dev.natter.user.account.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The tokens of one browser, 128 random bits for each account that has signed in on it, the latest first. */
public final class DeviceTokens {

    /** Tokens of a browser that has none, or keeps those it has. */
    public static final DeviceTokens NONE = new DeviceTokens(List.of());

    /** The latest accounts of a browser are kept. */
    private static final int MAX = 5;

    private static final int BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final List<String> values;

    private DeviceTokens(List<String> values) {
        this.values = List.copyOf(values);
    }

    /** The tokens in a request's cookie; malformed ones are left out. */
    public static DeviceTokens of(@Nullable String cookie) {
        return cookie == null
                ? NONE
                : new DeviceTokens(Arrays.stream(cookie.split("\\.", MAX + 1))
                        .filter(token -> TOKEN.matcher(token).matches())
                        .limit(MAX)
                        .toList());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value of the cookie. */
    String text() {
        return String.join(".", values);
    }

    /** The hash of each token for this address. */
    List<String> hashes(EmailAddress email) {
        return values.stream().map(token -> hash(token, email)).toList();
    }

    /** These tokens, with a new one for the address in place of the one whose hash is {@code replaced}. */
    DeviceTokens renewed(EmailAddress email, @Nullable String replaced, RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var renewed = new ArrayList<String>();
        renewed.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        values.stream()
                .filter(token -> !Objects.equals(hash(token, email), replaced))
                .limit(MAX - 1L)
                .forEach(renewed::add);
        return new DeviceTokens(renewed);
    }

    private static String hash(String token, EmailAddress email) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            var text = "natter device " + email.value();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Omits the tokens: they must not reach a log. */
    @Override
    public String toString() {
        return "DeviceTokens[…]";
    }
}
