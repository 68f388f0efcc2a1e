package dev.natter.chat.image.format;

import java.util.regex.Pattern;

/** XMP: properties of a picture as XML. */
final class Xmp {

    /** Of whatever namespace: cameras and drones have their own. Bounded, so that no text takes long to search. */
    private static final Pattern LOCATION =
            Pattern.compile("gps\\w{0,16}(latitude|longitude)", Pattern.CASE_INSENSITIVE);

    private Xmp() {}

    /** Whether it says where the picture was taken. */
    static boolean isLocated(String text) {
        return LOCATION.matcher(text).find();
    }
}
