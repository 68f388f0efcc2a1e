package dev.natter.chat.attachment;

/** Keys of objects in the bucket. */
final class ObjectKeys {

    /** Uploads; a lifecycle rule of the bucket may empty it after a day. */
    static final String UPLOADS = "uploads/";

    private static final String IMAGES = "images/";

    private ObjectKeys() {}

    static String upload(String imageId) {
        return UPLOADS + imageId;
    }

    /** Of everything stored of an image. */
    static String storedPrefix(String imageId) {
        return IMAGES + imageId + "/";
    }

    /** Of what one inspection stores: each has a key of its own, so that none replaces another. */
    static String stored(String imageId, String inspectionId) {
        return storedPrefix(imageId) + inspectionId;
    }
}
