package dev.natter.faults.check;

import java.util.stream.Stream;

/** A picture whose message was acknowledged is there for the others, as it was uploaded; and what was put off comes in the end. */
final class PicturesAreShown implements Rule {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.pictures().stream()
                .filter(picture -> !picture.acknowledged() || !picture.shown().equals(Picture.WHOLE))
                .map(picture -> "picture: " + picture);
    }
}
