package dev.natter.chat.attachment;

/** The keys of the bucket. */
final class ObjectKeys {

    /** Uploads; a lifecycle rule of the bucket may empty it after a day. */
    static final String UPLOADS = "uploads/";

    private ObjectKeys() {}

    static String upload(String id) {
        return UPLOADS + id;
    }

    /** Of everything stored of an attachment. */
    static String storedPrefix(AttachmentKind kind, String id) {
        return kind.prefix() + id + "/";
    }

    /** Of what one check stores: each has a key of its own, so that none replaces another. */
    static String stored(AttachmentKind kind, String id, String checkId) {
        return storedPrefix(kind, id) + checkId;
    }
}
