package dev.natter.mail.outgoing;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a mail's body, as the HTML part shows it.
 *
 * @param code whether it is the one-time password, and nothing else
 * @param link whether it is a URL, and nothing else
 */
record BodyLine(String text, boolean code, boolean link) {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern LINK = Pattern.compile("https?://[!-~]+");

    static List<BodyLine> of(String body) {
        return body.lines()
                .map(line -> new BodyLine(
                        line, CODE.matcher(line).matches(), LINK.matcher(line).matches()))
                .toList();
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}
