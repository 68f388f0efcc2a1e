package dev.natter.mail.outgoing;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a mail's body, as the HTML part shows it.
 *
 * @param code whether it is the one-time password, and nothing else
 */
record Line(String text, boolean code) {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    static List<Line> of(String body) {
        return body.lines()
                .map(line -> new Line(line, CODE.matcher(line).matches()))
                .toList();
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}
