package dev.natter.user.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A short name for the device of a User-Agent, such as "Firefox on Windows". User-Agents contain the names of other
 * browsers too, so the first match wins and the order matters.
 */
final class DeviceName {

    static final String UNKNOWN = "Unknown device";

    private static final int LONGEST = 40;

    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("SamsungBrowser/", "Samsung Internet"),
            new Sign("Vivaldi/", "Vivaldi"),
            new Sign("YaBrowser/", "Yandex Browser"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Windows", "Windows"),
            new Sign("Macintosh", "Mac"),
            new Sign("Linux", "Linux"));

    private record Sign(String mark, String name) {}

    private DeviceName() {}

    /** At most 40 characters and never empty, whatever the User-Agent is. */
    static String of(String userAgent) {
        var known = Stream.of(first(BROWSERS, userAgent), first(SYSTEMS, userAgent))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" on "));
        return known.isEmpty() ? product(userAgent) : known;
    }

    private static Optional<String> first(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.mark()))
                .map(Sign::name)
                .findFirst();
    }

    /** The name before the first version, as in {@code curl/8.5.0}. */
    private static String product(String userAgent) {
        var name = userAgent.split("[/(;]", 2)[0].strip();
        return name.isEmpty() ? UNKNOWN : name.substring(0, Math.min(name.length(), LONGEST));
    }
}
