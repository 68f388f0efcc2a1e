package dev.natter.faults.check;

import java.util.stream.Stream;

/** A picture whose message was acknowledged is there for the others, as it was uploaded; and what was put off comes in the end. */
final class ImagesAreShown implements Rule {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.pictures().stream()
                .filter(picture -> !picture.acknowledged() || !picture.shown().equals(ImageMessage.WHOLE))
                .map(picture -> "picture: " + picture);
    }
}
