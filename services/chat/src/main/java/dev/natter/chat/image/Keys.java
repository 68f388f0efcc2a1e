package dev.natter.chat.image;

/** Where things are in the bucket. */
final class Keys {

    /** What people upload; a lifecycle rule of the bucket may empty it after a day. */
    static final String UPLOADS = "uploads/";

    private static final String IMAGES = "images/";

    private Keys() {}

    static String upload(String imageId) {
        return UPLOADS + imageId;
    }

    /** Of everything kept of an image. */
    static String keptPrefix(String imageId) {
        return IMAGES + imageId + "/";
    }

    /** Of one copy: each has a name of its own, so that none takes the place of one that has been verified. */
    static String kept(String imageId, String copyId) {
        return keptPrefix(imageId) + copyId;
    }
}
